// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/gpu/image_2d.h"

#include <utility>

namespace rushes::gpu {
namespace {

VkResult makeView(VkDevice device, const Image2DOptions& options, VkImage image, VkImageView& view) {
    VkImageViewCreateInfo info{VK_STRUCTURE_TYPE_IMAGE_VIEW_CREATE_INFO};
    info.image = image;
    info.viewType = VK_IMAGE_VIEW_TYPE_2D;
    info.format = options.format;
    info.subresourceRange = {options.aspect, 0, 1, 0, 1};
    return vkCreateImageView(device, &info, nullptr, &view);
}

} // namespace

Result<Image2D> Image2D::create(std::shared_ptr<Device> device, const Image2DOptions& options) {
    Image2D image;
    image.m_device = std::move(device);
    image.m_extent = {options.width, options.height};
    image.m_format = options.format;
    image.m_aspect = options.aspect;
    const VkDevice handle = image.m_device->handle();
    VkImageCreateInfo info{VK_STRUCTURE_TYPE_IMAGE_CREATE_INFO};
    info.imageType = VK_IMAGE_TYPE_2D;
    info.format = options.format;
    info.extent = {options.width, options.height, 1};
    info.mipLevels = info.arrayLayers = 1;
    info.samples = VK_SAMPLE_COUNT_1_BIT;
    info.tiling = VK_IMAGE_TILING_OPTIMAL;
    info.usage = options.usage;
    if (const VkResult r = vkCreateImage(handle, &info, nullptr, &image.m_image); r != VK_SUCCESS) return fail(vulkanError(r, "making an image"));
    VkMemoryRequirements needs;
    vkGetImageMemoryRequirements(handle, image.m_image, &needs);
    auto type = image.m_device->memoryType(needs.memoryTypeBits, VK_MEMORY_PROPERTY_DEVICE_LOCAL_BIT);
    if (type < 0) type = image.m_device->memoryType(needs.memoryTypeBits, 0);
    VkMemoryAllocateInfo allocate{VK_STRUCTURE_TYPE_MEMORY_ALLOCATE_INFO};
    allocate.allocationSize = needs.size;
    allocate.memoryTypeIndex = std::uint32_t(type);
    VkResult result = vkAllocateMemory(handle, &allocate, nullptr, &image.m_memory);
    if (result == VK_SUCCESS) result = vkBindImageMemory(handle, image.m_image, image.m_memory, 0);
    if (result == VK_SUCCESS) result = makeView(handle, options, image.m_image, image.m_view);
    if (result != VK_SUCCESS) return fail(vulkanError(result, "making an image"));
    return image;
}

Image2D::~Image2D() {
    if (!m_device) return;
    if (m_view) vkDestroyImageView(m_device->handle(), m_view, nullptr);
    if (m_image) vkDestroyImage(m_device->handle(), m_image, nullptr);
    if (m_memory) vkFreeMemory(m_device->handle(), m_memory, nullptr);
}

Image2D::Image2D(Image2D&& other) noexcept { *this = std::move(other); }

Image2D& Image2D::operator=(Image2D&& other) noexcept {
    std::swap(m_device, other.m_device);
    std::swap(m_image, other.m_image);
    std::swap(m_memory, other.m_memory);
    std::swap(m_view, other.m_view);
    std::swap(m_extent, other.m_extent);
    std::swap(m_format, other.m_format);
    std::swap(m_aspect, other.m_aspect);
    return *this;
}

void Image2D::transition(VkCommandBuffer commands, VkImageLayout from, VkImageLayout to) const {
    VkImageMemoryBarrier2 barrier{VK_STRUCTURE_TYPE_IMAGE_MEMORY_BARRIER_2};
    barrier.srcStageMask = barrier.dstStageMask = VK_PIPELINE_STAGE_2_ALL_COMMANDS_BIT;
    barrier.srcAccessMask = VK_ACCESS_2_MEMORY_WRITE_BIT;
    barrier.dstAccessMask = VK_ACCESS_2_MEMORY_READ_BIT | VK_ACCESS_2_MEMORY_WRITE_BIT;
    barrier.oldLayout = from;
    barrier.newLayout = to;
    barrier.srcQueueFamilyIndex = barrier.dstQueueFamilyIndex = VK_QUEUE_FAMILY_IGNORED;
    barrier.image = m_image;
    barrier.subresourceRange = {m_aspect, 0, 1, 0, 1};
    VkDependencyInfo info{VK_STRUCTURE_TYPE_DEPENDENCY_INFO};
    info.imageMemoryBarrierCount = 1;
    info.pImageMemoryBarriers = &barrier;
    vkCmdPipelineBarrier2(commands, &info);
}

} // namespace rushes::gpu
