// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/gpu/device.h"

#include <cstddef>

namespace rushes::gpu {

enum class BufferMemory {
    upload,   ///< written by the CPU, read by the device
    readback, ///< written by the device, read by the CPU (cached)
    device,   ///< only the device
};

struct BufferOptions {
    std::size_t bytes = 0;
    VkBufferUsageFlags usage = 0;
    BufferMemory memory = BufferMemory::upload;
};

/// A buffer with memory of its own; mapped for as long as it lives unless it is the device's. Move-only.
class Buffer {
public:
    static Result<Buffer> create(std::shared_ptr<Device> device, const BufferOptions& options);
    Buffer() = default;
    ~Buffer();
    Buffer(Buffer&& other) noexcept;
    Buffer& operator=(Buffer&& other) noexcept;

    VkBuffer handle() const { return m_buffer; }
    std::size_t bytes() const { return m_bytes; }
    void* data() const { return m_data; } ///< null for device memory
    explicit operator bool() const { return m_buffer != VK_NULL_HANDLE; }

private:
    std::shared_ptr<Device> m_device;
    VkBuffer m_buffer = VK_NULL_HANDLE;
    VkDeviceMemory m_memory = VK_NULL_HANDLE;
    std::size_t m_bytes = 0;
    void* m_data = nullptr;
};

} // namespace rushes::gpu
