// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/gpu/device.h"

namespace rushes::gpu {

struct Image2DOptions {
    std::uint32_t width = 0;
    std::uint32_t height = 0;
    VkFormat format = VK_FORMAT_UNDEFINED;
    VkImageUsageFlags usage = 0;
    VkImageAspectFlags aspect = VK_IMAGE_ASPECT_COLOR_BIT;
};

/// An optimally tiled image of one level with memory and a view of its own. Move-only.
class Image2D {
public:
    static Result<Image2D> create(std::shared_ptr<Device> device, const Image2DOptions& options);
    Image2D() = default;
    ~Image2D();
    Image2D(Image2D&& other) noexcept;
    Image2D& operator=(Image2D&& other) noexcept;

    VkImage handle() const { return m_image; }
    VkImageView view() const { return m_view; }
    VkExtent2D extent() const { return m_extent; }
    VkFormat format() const { return m_format; }
    explicit operator bool() const { return m_image != VK_NULL_HANDLE; }

    /// Records a change of layout with a barrier between everything before and everything after.
    void transition(VkCommandBuffer commands, VkImageLayout from, VkImageLayout to) const;

private:
    std::shared_ptr<Device> m_device;
    VkImage m_image = VK_NULL_HANDLE;
    VkDeviceMemory m_memory = VK_NULL_HANDLE;
    VkImageView m_view = VK_NULL_HANDLE;
    VkExtent2D m_extent{};
    VkFormat m_format = VK_FORMAT_UNDEFINED;
    VkImageAspectFlags m_aspect = 0;
};

} // namespace rushes::gpu
