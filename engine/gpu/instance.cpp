// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/gpu/instance.h"

#include "engine/base/log.h"

#include <algorithm>
#include <atomic>
#include <cstring>
#include <mutex>

namespace rushes::gpu {
namespace {

constexpr const char* kLayer = "VK_LAYER_KHRONOS_validation";
constexpr std::size_t kKeptMessages = 16;
constexpr const char* kInstallHint = "Install a Vulkan driver; `apt install mesa-vulkan-drivers` has one that needs no graphics card";

bool hasLayer(const char* wanted) {
    std::uint32_t count = 0;
    vkEnumerateInstanceLayerProperties(&count, nullptr);
    std::vector<VkLayerProperties> layers(count);
    vkEnumerateInstanceLayerProperties(&count, layers.data());
    return std::any_of(layers.begin(), layers.end(), [&](const auto& layer) { return std::strcmp(layer.layerName, wanted) == 0; });
}

std::vector<std::string> missingExtensions(const std::vector<std::string>& wanted) {
    std::uint32_t count = 0;
    vkEnumerateInstanceExtensionProperties(nullptr, &count, nullptr);
    std::vector<VkExtensionProperties> present(count);
    vkEnumerateInstanceExtensionProperties(nullptr, &count, present.data());
    std::vector<std::string> missing;
    for (const auto& name : wanted)
        if (std::none_of(present.begin(), present.end(), [&](const auto& p) { return name == p.extensionName; })) missing.push_back(name);
    return missing;
}

} // namespace

struct Instance::Messages {
    std::atomic<int> errors{0};
    std::mutex mutex;
    std::vector<std::string> texts; ///< under mutex

    static VKAPI_ATTR VkBool32 VKAPI_CALL receive(VkDebugUtilsMessageSeverityFlagBitsEXT severity, VkDebugUtilsMessageTypeFlagsEXT,
                                                  const VkDebugUtilsMessengerCallbackDataEXT* data, void* user) {
        if (severity < VK_DEBUG_UTILS_MESSAGE_SEVERITY_ERROR_BIT_EXT) return VK_FALSE;
        auto& self = *static_cast<Messages*>(user);
        ++self.errors;
        const std::lock_guard lock(self.mutex);
        if (self.texts.size() < kKeptMessages) {
            self.texts.emplace_back(data->pMessage);
            log::error(data->pMessage);
        }
        return VK_FALSE;
    }
};

Instance::Instance() : m_messages(std::make_unique<Messages>()) {}

Result<std::shared_ptr<Instance>> Instance::create(const InstanceOptions& options) {
    std::uint32_t version = 0;
    if (vkEnumerateInstanceVersion(&version) != VK_SUCCESS || version < VK_API_VERSION_1_3)
        return fail(ErrorCategory::unsupported, "The Vulkan loader of this machine is older than 1.3", kInstallHint);
    std::vector<std::string> wanted = options.extensions;
    const bool validation = options.validation && hasLayer(kLayer);
    if (validation) wanted.emplace_back(VK_EXT_DEBUG_UTILS_EXTENSION_NAME);
    if (const auto missing = missingExtensions(wanted); !missing.empty())
        return fail(ErrorCategory::unsupported, "Vulkan lacks " + missing.front(), kInstallHint);

    std::shared_ptr<Instance> instance(new Instance);
    VkDebugUtilsMessengerCreateInfoEXT messenger{VK_STRUCTURE_TYPE_DEBUG_UTILS_MESSENGER_CREATE_INFO_EXT};
    messenger.messageSeverity = VK_DEBUG_UTILS_MESSAGE_SEVERITY_ERROR_BIT_EXT;
    messenger.messageType = VK_DEBUG_UTILS_MESSAGE_TYPE_VALIDATION_BIT_EXT | VK_DEBUG_UTILS_MESSAGE_TYPE_GENERAL_BIT_EXT;
    messenger.pfnUserCallback = &Messages::receive;
    messenger.pUserData = instance->m_messages.get();

    VkApplicationInfo application{VK_STRUCTURE_TYPE_APPLICATION_INFO};
    application.pApplicationName = "Rushes";
    application.apiVersion = VK_API_VERSION_1_3;
    std::vector<const char*> names;
    for (const auto& name : wanted) names.push_back(name.c_str());
    VkInstanceCreateInfo info{VK_STRUCTURE_TYPE_INSTANCE_CREATE_INFO};
    info.pApplicationInfo = &application;
    info.enabledExtensionCount = std::uint32_t(names.size());
    info.ppEnabledExtensionNames = names.data();
    info.enabledLayerCount = validation ? 1 : 0;
    info.ppEnabledLayerNames = &kLayer;
    if (validation) info.pNext = &messenger;
    if (const VkResult result = vkCreateInstance(&info, nullptr, &instance->m_instance); result != VK_SUCCESS)
        return fail(ErrorCategory::unsupported, result == VK_ERROR_INCOMPATIBLE_DRIVER ? "This machine has no Vulkan driver" : "Vulkan does not start", kInstallHint);
    if (validation) {
        const auto make = reinterpret_cast<PFN_vkCreateDebugUtilsMessengerEXT>(vkGetInstanceProcAddr(instance->m_instance, "vkCreateDebugUtilsMessengerEXT"));
        if (make) make(instance->m_instance, &messenger, nullptr, &instance->m_messenger);
    }
    return instance;
}

Instance::~Instance() {
    if (!m_instance) return;
    if (m_messenger) {
        const auto destroy = reinterpret_cast<PFN_vkDestroyDebugUtilsMessengerEXT>(vkGetInstanceProcAddr(m_instance, "vkDestroyDebugUtilsMessengerEXT"));
        if (destroy) destroy(m_instance, m_messenger, nullptr);
    }
    vkDestroyInstance(m_instance, nullptr);
}

int Instance::validationErrors() const { return m_messages->errors; }

std::vector<std::string> Instance::validationMessages() const {
    const std::lock_guard lock(m_messages->mutex);
    return m_messages->texts;
}

} // namespace rushes::gpu
