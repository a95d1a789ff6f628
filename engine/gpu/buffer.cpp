// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/gpu/buffer.h"

#include <algorithm>
#include <utility>

namespace rushes::gpu {
namespace {

/// Best kind of memory first; what every device must have last.
std::vector<VkMemoryPropertyFlags> preferences(BufferMemory memory) {
    constexpr VkMemoryPropertyFlags visible = VK_MEMORY_PROPERTY_HOST_VISIBLE_BIT | VK_MEMORY_PROPERTY_HOST_COHERENT_BIT;
    switch (memory) {
    case BufferMemory::upload: return {visible | VK_MEMORY_PROPERTY_DEVICE_LOCAL_BIT, visible};
    case BufferMemory::readback: return {visible | VK_MEMORY_PROPERTY_HOST_CACHED_BIT, visible};
    case BufferMemory::device: return {VK_MEMORY_PROPERTY_DEVICE_LOCAL_BIT, 0};
    }
    return {};
}

} // namespace

Result<Buffer> Buffer::create(std::shared_ptr<Device> device, const BufferOptions& options) {
    Buffer buffer;
    buffer.m_device = std::move(device);
    const VkDevice handle = buffer.m_device->handle();
    VkBufferCreateInfo info{VK_STRUCTURE_TYPE_BUFFER_CREATE_INFO};
    info.size = std::max<std::size_t>(options.bytes, 16);
    info.usage = options.usage;
    if (const VkResult r = vkCreateBuffer(handle, &info, nullptr, &buffer.m_buffer); r != VK_SUCCESS) return fail(vulkanError(r, "making a buffer"));
    VkMemoryRequirements needs;
    vkGetBufferMemoryRequirements(handle, buffer.m_buffer, &needs);
    VkMemoryAllocateInfo allocate{VK_STRUCTURE_TYPE_MEMORY_ALLOCATE_INFO};
    allocate.allocationSize = needs.size;
    VkResult result = VK_ERROR_OUT_OF_DEVICE_MEMORY;
    for (const auto flags : preferences(options.memory)) {
        const auto type = buffer.m_device->memoryType(needs.memoryTypeBits, flags);
        if (type < 0) continue;
        allocate.memoryTypeIndex = std::uint32_t(type);
        result = vkAllocateMemory(handle, &allocate, nullptr, &buffer.m_memory);
        if (result == VK_SUCCESS) break;
    }
    if (result == VK_SUCCESS) result = vkBindBufferMemory(handle, buffer.m_buffer, buffer.m_memory, 0);
    if (result == VK_SUCCESS && options.memory != BufferMemory::device) result = vkMapMemory(handle, buffer.m_memory, 0, VK_WHOLE_SIZE, 0, &buffer.m_data);
    if (result != VK_SUCCESS) return fail(vulkanError(result, "making a buffer"));
    buffer.m_bytes = options.bytes;
    return buffer;
}

Buffer::~Buffer() {
    if (!m_device) return;
    if (m_buffer) vkDestroyBuffer(m_device->handle(), m_buffer, nullptr);
    if (m_memory) vkFreeMemory(m_device->handle(), m_memory, nullptr);
}

Buffer::Buffer(Buffer&& other) noexcept { *this = std::move(other); }

Buffer& Buffer::operator=(Buffer&& other) noexcept {
    std::swap(m_device, other.m_device);
    std::swap(m_buffer, other.m_buffer);
    std::swap(m_memory, other.m_memory);
    std::swap(m_bytes, other.m_bytes);
    std::swap(m_data, other.m_data);
    return *this;
}

} // namespace rushes::gpu
