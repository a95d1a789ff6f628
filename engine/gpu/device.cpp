// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/gpu/device.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>

namespace rushes::gpu {
namespace {

struct Candidate {
    VkPhysicalDevice device = VK_NULL_HANDLE;
    std::uint32_t family = 0;
    DeviceInfo info;
    int rank = 0; ///< higher is better
};

DeviceKind kindOf(VkPhysicalDeviceType type) {
    switch (type) {
    case VK_PHYSICAL_DEVICE_TYPE_CPU: return DeviceKind::cpu;
    case VK_PHYSICAL_DEVICE_TYPE_INTEGRATED_GPU: return DeviceKind::integrated;
    case VK_PHYSICAL_DEVICE_TYPE_DISCRETE_GPU: return DeviceKind::discrete;
    default: return DeviceKind::other;
    }
}

int rankOf(DeviceKind kind, bool preferSoftware) {
    const int hardware = kind == DeviceKind::discrete ? 3 : kind == DeviceKind::integrated ? 2 : 1;
    return kind == DeviceKind::cpu ? (preferSoftware ? 4 : 0) : hardware;
}

DeviceInfo describe(VkPhysicalDevice device) {
    VkPhysicalDeviceDriverProperties driver{VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_DRIVER_PROPERTIES};
    VkPhysicalDeviceProperties2 properties{VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_PROPERTIES_2, &driver};
    vkGetPhysicalDeviceProperties2(device, &properties);
    return {properties.properties.deviceName, fmt::format("{} {}", driver.driverName, driver.driverInfo), kindOf(properties.properties.deviceType)};
}

std::string missingExtension(VkPhysicalDevice device, const std::vector<std::string>& wanted) {
    std::uint32_t count = 0;
    vkEnumerateDeviceExtensionProperties(device, nullptr, &count, nullptr);
    std::vector<VkExtensionProperties> present(count);
    vkEnumerateDeviceExtensionProperties(device, nullptr, &count, present.data());
    for (const auto& name : wanted)
        if (std::none_of(present.begin(), present.end(), [&](const auto& p) { return name == p.extensionName; })) return name;
    return {};
}

/// -1 when no queue can draw (and present, where a surface is given).
int drawingFamily(VkPhysicalDevice device, VkSurfaceKHR presentTo) {
    std::uint32_t count = 0;
    vkGetPhysicalDeviceQueueFamilyProperties(device, &count, nullptr);
    std::vector<VkQueueFamilyProperties> families(count);
    vkGetPhysicalDeviceQueueFamilyProperties(device, &count, families.data());
    for (std::uint32_t i = 0; i < count; ++i) {
        if (!(families[i].queueFlags & VK_QUEUE_GRAPHICS_BIT)) continue;
        VkBool32 presents = VK_TRUE;
        if (presentTo) vkGetPhysicalDeviceSurfaceSupportKHR(device, i, presentTo, &presents);
        if (presents) return int(i);
    }
    return -1;
}

/// Why it cannot be used, or nothing.
std::string check(VkPhysicalDevice device, const DeviceOptions& options, Candidate& candidate) {
    candidate.device = device;
    candidate.info = describe(device);
    VkPhysicalDeviceProperties properties;
    vkGetPhysicalDeviceProperties(device, &properties);
    if (properties.apiVersion < VK_API_VERSION_1_3) return "Vulkan 1.3 is needed";
    if (const auto missing = missingExtension(device, options.extensions); !missing.empty()) return "lacks " + missing;
    const int family = drawingFamily(device, options.presentTo);
    if (family < 0) return options.presentTo ? "cannot draw to this window" : "cannot draw";
    candidate.family = std::uint32_t(family);
    candidate.rank = rankOf(candidate.info.kind, options.preferSoftware);
    return {};
}

Result<Candidate> choose(VkInstance instance, const DeviceOptions& options) {
    std::uint32_t count = 0;
    vkEnumeratePhysicalDevices(instance, &count, nullptr);
    std::vector<VkPhysicalDevice> devices(count);
    vkEnumeratePhysicalDevices(instance, &count, devices.data());
    Candidate best;
    Error none{ErrorCategory::unsupported, "This machine has no Vulkan device to draw with", {},
               "Install a Vulkan driver; `apt install mesa-vulkan-drivers` has one that needs no graphics card"};
    for (const auto device : devices) {
        Candidate candidate;
        const std::string reason = check(device, options, candidate);
        if (!reason.empty()) none.reasons.push_back(candidate.info.name + ": " + reason);
        else if (!best.device || candidate.rank > best.rank) best = candidate;
    }
    if (!best.device) return fail(std::move(none));
    return best;
}

VkResult makeDevice(const Candidate& chosen, const DeviceOptions& options, VkDevice& device) {
    const float priority = 1;
    VkDeviceQueueCreateInfo queue{VK_STRUCTURE_TYPE_DEVICE_QUEUE_CREATE_INFO};
    queue.queueFamilyIndex = chosen.family;
    queue.queueCount = 1;
    queue.pQueuePriorities = &priority;
    VkPhysicalDeviceVulkan13Features features{VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_VULKAN_1_3_FEATURES};
    features.dynamicRendering = VK_TRUE;
    features.synchronization2 = VK_TRUE;
    features.maintenance4 = VK_TRUE; // shaders built for 1.3 name their workgroup size through it
    std::vector<const char*> names;
    for (const auto& name : options.extensions) names.push_back(name.c_str());
    VkDeviceCreateInfo info{VK_STRUCTURE_TYPE_DEVICE_CREATE_INFO, &features};
    info.queueCreateInfoCount = 1;
    info.pQueueCreateInfos = &queue;
    info.enabledExtensionCount = std::uint32_t(names.size());
    info.ppEnabledExtensionNames = names.data();
    return vkCreateDevice(chosen.device, &info, nullptr, &device);
}

} // namespace

Error vulkanError(VkResult result, const std::string& doing) {
    switch (result) {
    case VK_ERROR_OUT_OF_HOST_MEMORY:
    case VK_ERROR_OUT_OF_DEVICE_MEMORY: return {ErrorCategory::noSpace, doing + " needs more memory than there is", {}, "Draw smaller frames or close other programs"};
    case VK_ERROR_DEVICE_LOST: return {ErrorCategory::internal, "The graphics device was lost while " + doing, {}, "Start again; if it happens again, choose the software device"};
    default: return {ErrorCategory::internal, fmt::format("{} failed in Vulkan ({})", doing, int(result)), {}, {}};
    }
}

Result<std::shared_ptr<Device>> Device::create(const DeviceOptions& options) {
    auto instance = Instance::create({.validation = options.validation, .extensions = {}});
    if (!instance) return fail(instance.error());
    return create(*instance, options);
}

Result<std::shared_ptr<Device>> Device::create(std::shared_ptr<Instance> instance, const DeviceOptions& options) {
    const auto chosen = choose(instance->handle(), options);
    if (!chosen) return fail(chosen.error());
    std::shared_ptr<Device> device(new Device);
    device->m_instance = std::move(instance);
    device->m_info = chosen->info;
    device->m_physical = chosen->device;
    device->m_family = chosen->family;
    vkGetPhysicalDeviceMemoryProperties(chosen->device, &device->m_memory);
    if (const VkResult r = makeDevice(*chosen, options, device->m_device); r != VK_SUCCESS) return fail(vulkanError(r, "opening " + chosen->info.name));
    vkGetDeviceQueue(device->m_device, device->m_family, 0, &device->m_queue);
    VkCommandPoolCreateInfo pool{VK_STRUCTURE_TYPE_COMMAND_POOL_CREATE_INFO};
    pool.flags = VK_COMMAND_POOL_CREATE_TRANSIENT_BIT;
    pool.queueFamilyIndex = device->m_family;
    if (const VkResult r = vkCreateCommandPool(device->m_device, &pool, nullptr, &device->m_pool); r != VK_SUCCESS) return fail(vulkanError(r, "opening a command pool"));
    VkFenceCreateInfo fence{VK_STRUCTURE_TYPE_FENCE_CREATE_INFO};
    if (const VkResult r = vkCreateFence(device->m_device, &fence, nullptr, &device->m_fence); r != VK_SUCCESS) return fail(vulkanError(r, "making a fence"));
    return device;
}

Device::~Device() {
    if (!m_device) return;
    vkDeviceWaitIdle(m_device);
    if (m_fence) vkDestroyFence(m_device, m_fence, nullptr);
    if (m_pool) vkDestroyCommandPool(m_device, m_pool, nullptr);
    vkDestroyDevice(m_device, nullptr);
}

std::int32_t Device::memoryType(std::uint32_t typeBits, VkMemoryPropertyFlags wanted) const {
    for (std::uint32_t i = 0; i < m_memory.memoryTypeCount; ++i)
        if ((typeBits >> i & 1) && (m_memory.memoryTypes[i].propertyFlags & wanted) == wanted) return std::int32_t(i);
    return -1;
}

Result<void> Device::run(const std::function<void(VkCommandBuffer)>& record) {
    const std::lock_guard lock(m_queueMutex);
    VkCommandBufferAllocateInfo allocate{VK_STRUCTURE_TYPE_COMMAND_BUFFER_ALLOCATE_INFO};
    allocate.commandPool = m_pool;
    allocate.level = VK_COMMAND_BUFFER_LEVEL_PRIMARY;
    allocate.commandBufferCount = 1;
    VkCommandBuffer commands = VK_NULL_HANDLE;
    if (const VkResult r = vkAllocateCommandBuffers(m_device, &allocate, &commands); r != VK_SUCCESS) return fail(vulkanError(r, "recording"));
    VkCommandBufferBeginInfo begin{VK_STRUCTURE_TYPE_COMMAND_BUFFER_BEGIN_INFO};
    begin.flags = VK_COMMAND_BUFFER_USAGE_ONE_TIME_SUBMIT_BIT;
    vkBeginCommandBuffer(commands, &begin);
    record(commands);
    VkResult result = vkEndCommandBuffer(commands);
    if (result == VK_SUCCESS) {
        VkSubmitInfo submit{VK_STRUCTURE_TYPE_SUBMIT_INFO};
        submit.commandBufferCount = 1;
        submit.pCommandBuffers = &commands;
        result = vkQueueSubmit(m_queue, 1, &submit, m_fence);
        if (result == VK_SUCCESS) result = vkWaitForFences(m_device, 1, &m_fence, VK_TRUE, UINT64_MAX);
        vkResetFences(m_device, 1, &m_fence);
    }
    vkFreeCommandBuffers(m_device, m_pool, 1, &commands);
    if (result != VK_SUCCESS) return fail(vulkanError(result, "drawing"));
    return {};
}

void Device::waitIdle() {
    const std::lock_guard lock(m_queueMutex);
    vkDeviceWaitIdle(m_device);
}

} // namespace rushes::gpu
