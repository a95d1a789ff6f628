// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/gpu/instance.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace rushes::gpu {

enum class DeviceKind { cpu, integrated, discrete, other };

struct DeviceInfo {
    std::string name;   ///< "llvmpipe (LLVM 15.0.6, 256 bits)"
    std::string driver; ///< "llvmpipe Mesa 22.3.6"
    DeviceKind kind = DeviceKind::other;
};

struct DeviceOptions {
    bool preferSoftware = false;            ///< take a CPU device even where a GPU is there: the same pictures everywhere
    bool validation = false;                ///< only for the form of create() that makes its own instance
    std::vector<std::string> extensions;    ///< device extensions that must be there (VK_KHR_swapchain)
    VkSurfaceKHR presentTo = VK_NULL_HANDLE; ///< take a device and a queue that can present to this surface
};

/// A logical device with one queue for graphics, compute, copies and, when asked for, presenting.
/// Shared by what is made from it. Calls that use the queue lock it; everything else is for one thread at a time.
class Device {
public:
    /// A device with no window, on an instance of its own.
    static Result<std::shared_ptr<Device>> create(const DeviceOptions& options);
    /// A device on an instance that exists: make the instance, make the surface, then the device that presents to it.
    /// Fails as `unsupported` with the reason each device was passed over for.
    static Result<std::shared_ptr<Device>> create(std::shared_ptr<Instance> instance, const DeviceOptions& options);
    ~Device();
    Device(const Device&) = delete;
    Device& operator=(const Device&) = delete;

    const DeviceInfo& info() const { return m_info; }
    bool isCpu() const { return m_info.kind == DeviceKind::cpu; }
    const std::shared_ptr<Instance>& instance() const { return m_instance; }
    int validationErrors() const { return m_instance->validationErrors(); }

    VkDevice handle() const { return m_device; }
    VkPhysicalDevice physical() const { return m_physical; }
    VkQueue queue() const { return m_queue; }
    std::uint32_t queueFamily() const { return m_family; }
    std::mutex& queueMutex() { return m_queueMutex; } ///< hold it around vkQueueSubmit and vkQueuePresentKHR of your own
    std::int32_t memoryType(std::uint32_t typeBits, VkMemoryPropertyFlags wanted) const; ///< -1 when there is none

    /// Records into a fresh command buffer, submits it and waits until it is done. Any thread.
    Result<void> run(const std::function<void(VkCommandBuffer)>& record);
    void waitIdle();

private:
    Device() = default;

    std::shared_ptr<Instance> m_instance;
    DeviceInfo m_info;
    VkPhysicalDevice m_physical = VK_NULL_HANDLE;
    VkPhysicalDeviceMemoryProperties m_memory{};
    VkDevice m_device = VK_NULL_HANDLE;
    VkQueue m_queue = VK_NULL_HANDLE;
    std::uint32_t m_family = 0;
    std::mutex m_queueMutex;
    VkCommandPool m_pool = VK_NULL_HANDLE; ///< under m_queueMutex
    VkFence m_fence = VK_NULL_HANDLE;      ///< under m_queueMutex
};

/// VkResult in words, as the cause of an Error.
Error vulkanError(VkResult result, const std::string& doing);

} // namespace rushes::gpu
