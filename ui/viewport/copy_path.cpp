// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/viewport/picture_path.h"

#include "engine/media/video_frame.h"

#include <array>
#include <cstring>

namespace rushes::ui {
namespace {

class CopyPath : public PicturePath {
public:
    explicit CopyPath(std::shared_ptr<gpu::Device> device) : m_device(std::move(device)) {}

    playback::PictureTarget wanted(const PixelRect& rect) const override { return {rect.width, rect.height}; }

    Result<void> upload(const playback::Picture& picture, const PixelRect& rect, int slot) override {
        Slot& s = m_slots[std::size_t(slot)];
        const std::size_t rowBytes = std::size_t(rect.width) * 4, bytes = rowBytes * std::size_t(rect.height);
        if (s.staging.bytes() < bytes) {
            auto made = gpu::Buffer::create(m_device, {bytes, VK_BUFFER_USAGE_TRANSFER_SRC_BIT, gpu::BufferMemory::upload});
            if (!made) return fail(made.error());
            s.staging = std::move(*made);
        }
        s.rect = rect;
        auto* out = static_cast<std::byte*>(s.staging.data());
        std::size_t stride = 0;
        const std::byte* pixels = picture.frame.bgra(stride);
        // Right after a resize the last picture still has the old size; it is fitted here until the new one comes.
        if (!pixels || picture.frame.width() != rect.width || picture.frame.height() != rect.height)
            return m_converter.convert(picture.frame, PixelFormat::bgra8, rect.width, rect.height, out, rowBytes);
        for (int y = 0; y < rect.height; ++y) std::memcpy(out + std::size_t(y) * rowBytes, pixels + std::size_t(y) * stride, rowBytes);
        return {};
    }

    void record(VkCommandBuffer commands, VkImage target, VkImageView, VkExtent2D, int slot) override {
        const Slot& s = m_slots[std::size_t(slot)];
        VkBufferImageCopy copy{};
        copy.imageSubresource = {VK_IMAGE_ASPECT_COLOR_BIT, 0, 0, 1};
        copy.imageOffset = {s.rect.x, s.rect.y, 0};
        copy.imageExtent = {std::uint32_t(s.rect.width), std::uint32_t(s.rect.height), 1};
        vkCmdCopyBufferToImage(commands, s.staging.handle(), target, VK_IMAGE_LAYOUT_TRANSFER_DST_OPTIMAL, 1, &copy);
        changeLayout(commands, target, VK_IMAGE_LAYOUT_TRANSFER_DST_OPTIMAL, VK_IMAGE_LAYOUT_COLOR_ATTACHMENT_OPTIMAL);
    }

private:
    struct Slot {
        gpu::Buffer staging;
        PixelRect rect;
    };
    std::shared_ptr<gpu::Device> m_device;
    std::array<Slot, framesInFlight> m_slots;
    media::FrameConverter m_converter;
};

} // namespace

std::unique_ptr<PicturePath> makeCopyPath(std::shared_ptr<gpu::Device> device) { return std::make_unique<CopyPath>(std::move(device)); }

void changeLayout(VkCommandBuffer commands, VkImage image, VkImageLayout from, VkImageLayout to) {
    VkImageMemoryBarrier barrier{VK_STRUCTURE_TYPE_IMAGE_MEMORY_BARRIER};
    barrier.srcAccessMask = VK_ACCESS_MEMORY_WRITE_BIT;
    barrier.dstAccessMask = VK_ACCESS_MEMORY_READ_BIT | VK_ACCESS_MEMORY_WRITE_BIT;
    barrier.oldLayout = from;
    barrier.newLayout = to;
    barrier.srcQueueFamilyIndex = barrier.dstQueueFamilyIndex = VK_QUEUE_FAMILY_IGNORED;
    barrier.image = image;
    barrier.subresourceRange = {VK_IMAGE_ASPECT_COLOR_BIT, 0, 1, 0, 1};
    vkCmdPipelineBarrier(commands, VK_PIPELINE_STAGE_ALL_COMMANDS_BIT, VK_PIPELINE_STAGE_ALL_COMMANDS_BIT, 0, 0, nullptr, 0, nullptr, 1, &barrier);
}

} // namespace rushes::ui
