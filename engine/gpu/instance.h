// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/result.h"

#include <vulkan/vulkan.h>

#include <memory>
#include <string>
#include <vector>

namespace rushes::gpu {

struct InstanceOptions {
    bool validation = false;             ///< the Khronos layer, when it is installed; its errors are counted
    std::vector<std::string> extensions; ///< what a window system asks for (VK_KHR_surface, VK_KHR_xcb_surface, …)
};

/// The connection to the Vulkan loader. Shared by the devices made from it and destroyed after the last of them. Any thread.
class Instance {
public:
    /// Fails as `unsupported` when no loader or driver is there, with the package to install as hint.
    static Result<std::shared_ptr<Instance>> create(const InstanceOptions& options);
    ~Instance();
    Instance(const Instance&) = delete;
    Instance& operator=(const Instance&) = delete;

    VkInstance handle() const { return m_instance; }
    bool validates() const { return m_messenger != VK_NULL_HANDLE; }
    /// Errors the validation layer has reported so far; 0 when it is off.
    int validationErrors() const;
    /// The texts of the first few of them.
    std::vector<std::string> validationMessages() const;

private:
    struct Messages;
    Instance();

    VkInstance m_instance = VK_NULL_HANDLE;
    VkDebugUtilsMessengerEXT m_messenger = VK_NULL_HANDLE;
    std::unique_ptr<Messages> m_messages;
};

} // namespace rushes::gpu
