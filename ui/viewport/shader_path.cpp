// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/viewport/picture_path.h"

#include "engine/media/video_frame.h"

#include <array>
#include <cstring>
#include <vector>

namespace rushes::ui {
namespace {

const std::uint32_t vertexWords[] =
#include "picture.vert.spv.inc"
    ;
const std::uint32_t fragmentWords[] =
#include "picture.frag.spv.inc"
    ;

struct Constants {
    float red[4], green[4], blue[4], chromaShift[4];
};

/// Rows that take (Y, Cb, Cr, 1), all 0..1, to R, G, B. Kr and Kb are those of ITU-R BT.601, BT.709 and BT.2020.
Constants constantsOf(const media::Planes& planes) {
    const float kr = planes.matrix == media::ColourMatrix::bt601 ? 0.299f : planes.matrix == media::ColourMatrix::bt2020 ? 0.2627f : 0.2126f;
    const float kb = planes.matrix == media::ColourMatrix::bt601 ? 0.114f : planes.matrix == media::ColourMatrix::bt2020 ? 0.0593f : 0.0722f;
    const float kg = 1 - kr - kb;
    const float ys = planes.fullRange ? 1.0f : 255.0f / 219.0f, cs = planes.fullRange ? 1.0f : 255.0f / 224.0f;
    const float y0 = planes.fullRange ? 0.0f : -16.0f / 255.0f * ys, c0 = -128.0f / 255.0f;
    const float rv = 2 * (1 - kr) * cs, bu = 2 * (1 - kb) * cs, gu = -bu * kb / kg, gv = -rv * kr / kg;
    Constants c{{ys, 0, rv, y0 + rv * c0}, {ys, gu, gv, y0 + (gu + gv) * c0}, {ys, bu, 0, y0 + bu * c0}, {0, 0, 0, 0}};
    if (planes.chromaWidth < planes.width) c.chromaShift[0] = 0.25f / float(planes.chromaWidth);
    return c;
}

class ShaderPath : public PicturePath {
public:
    explicit ShaderPath(std::shared_ptr<gpu::Device> device) : m_device(std::move(device)) {}
    ~ShaderPath() override {
        m_device->waitIdle();
        vkDestroyDescriptorPool(m_device->handle(), m_pool, nullptr);
        vkDestroyDescriptorSetLayout(m_device->handle(), m_layout, nullptr);
        vkDestroySampler(m_device->handle(), m_sampler, nullptr);
    }

    Result<void> open() {
        VkSamplerCreateInfo sampler{VK_STRUCTURE_TYPE_SAMPLER_CREATE_INFO};
        sampler.magFilter = sampler.minFilter = VK_FILTER_LINEAR;
        sampler.addressModeU = sampler.addressModeV = sampler.addressModeW = VK_SAMPLER_ADDRESS_MODE_CLAMP_TO_EDGE;
        VkResult got = vkCreateSampler(m_device->handle(), &sampler, nullptr, &m_sampler);
        std::array<VkDescriptorSetLayoutBinding, 3> bindings{};
        for (std::uint32_t i = 0; i < 3; ++i) bindings[i] = {i, VK_DESCRIPTOR_TYPE_COMBINED_IMAGE_SAMPLER, 1, VK_SHADER_STAGE_FRAGMENT_BIT, &m_sampler};
        VkDescriptorSetLayoutCreateInfo layout{VK_STRUCTURE_TYPE_DESCRIPTOR_SET_LAYOUT_CREATE_INFO};
        layout.bindingCount = 3;
        layout.pBindings = bindings.data();
        if (got == VK_SUCCESS) got = vkCreateDescriptorSetLayout(m_device->handle(), &layout, nullptr, &m_layout);
        const VkDescriptorPoolSize size{VK_DESCRIPTOR_TYPE_COMBINED_IMAGE_SAMPLER, 3 * framesInFlight};
        VkDescriptorPoolCreateInfo pool{VK_STRUCTURE_TYPE_DESCRIPTOR_POOL_CREATE_INFO};
        pool.maxSets = framesInFlight;
        pool.poolSizeCount = 1;
        pool.pPoolSizes = &size;
        if (got == VK_SUCCESS) got = vkCreateDescriptorPool(m_device->handle(), &pool, nullptr, &m_pool);
        for (auto& slot : m_slots) {
            VkDescriptorSetAllocateInfo allocate{VK_STRUCTURE_TYPE_DESCRIPTOR_SET_ALLOCATE_INFO};
            allocate.descriptorPool = m_pool;
            allocate.descriptorSetCount = 1;
            allocate.pSetLayouts = &m_layout;
            if (got == VK_SUCCESS) got = vkAllocateDescriptorSets(m_device->handle(), &allocate, &slot.set);
        }
        if (got != VK_SUCCESS) return fail(gpu::vulkanError(got, "preparing the viewport"));
        gpu::PipelineOptions options;
        options.vertexShader = vertexWords;
        options.fragmentShader = fragmentWords;
        options.colour = VK_FORMAT_B8G8R8A8_UNORM;
        options.pushBytes = sizeof(Constants);
        options.set = m_layout;
        auto pipeline = gpu::Pipeline::create(m_device, options);
        if (!pipeline) return fail(pipeline.error());
        m_pipeline = std::move(*pipeline);
        return {};
    }

    playback::PictureTarget wanted(const PixelRect&) const override { return {}; }

    Result<void> upload(const playback::Picture& picture, const PixelRect& rect, int slot) override {
        Slot& s = m_slots[std::size_t(slot)];
        s.rect = rect;
        media::Planes planes;
        if (picture.frame.planes(planes) && planes.orientation.upright()) return uploadPlanes(s, planes);
        auto image = m_converter.toImage(picture.frame, PixelFormat::rgba8); // RGB, 10 bit, turned: converted once here
        if (!image) return fail(image.error());
        planes = {};
        planes.data[0] = reinterpret_cast<const std::uint8_t*>(image->data.data());
        planes.stride[0] = std::ptrdiff_t(image->stride);
        planes.width = image->width;
        planes.height = image->height;
        auto done = uploadOne(s, planes);
        s.constants.chromaShift[1] = 1;
        return done;
    }

    void record(VkCommandBuffer commands, VkImage target, VkImageView view, VkExtent2D extent, int slot) override {
        Slot& s = m_slots[std::size_t(slot)];
        for (std::size_t i = 0; i < 3; ++i) {
            const gpu::Image2D& image = s.images[i];
            image.transition(commands, VK_IMAGE_LAYOUT_UNDEFINED, VK_IMAGE_LAYOUT_TRANSFER_DST_OPTIMAL);
            VkBufferImageCopy copy{};
            copy.bufferOffset = s.offsets[i];
            copy.imageSubresource = {VK_IMAGE_ASPECT_COLOR_BIT, 0, 0, 1};
            copy.imageExtent = {image.extent().width, image.extent().height, 1};
            vkCmdCopyBufferToImage(commands, s.staging.handle(), image.handle(), VK_IMAGE_LAYOUT_TRANSFER_DST_OPTIMAL, 1, &copy);
            image.transition(commands, VK_IMAGE_LAYOUT_TRANSFER_DST_OPTIMAL, VK_IMAGE_LAYOUT_SHADER_READ_ONLY_OPTIMAL);
        }
        changeLayout(commands, target, VK_IMAGE_LAYOUT_TRANSFER_DST_OPTIMAL, VK_IMAGE_LAYOUT_COLOR_ATTACHMENT_OPTIMAL);
        draw(commands, view, extent, s);
    }

private:
    struct Slot {
        gpu::Buffer staging;
        std::array<gpu::Image2D, 3> images;
        std::array<VkDeviceSize, 3> offsets{};
        VkDescriptorSet set = VK_NULL_HANDLE;
        PixelRect rect;
        Constants constants{};
    };

    struct PlaneSize {
        int width, height, bytes; ///< bytes a pixel
        VkFormat format;
    };

    Result<void> uploadPlanes(Slot& slot, const media::Planes& planes) {
        const PlaneSize chroma{planes.chromaWidth, planes.chromaHeight, 1, VK_FORMAT_R8_UNORM};
        slot.constants = constantsOf(planes);
        return fill(slot, planes, {PlaneSize{planes.width, planes.height, 1, VK_FORMAT_R8_UNORM}, chroma, chroma});
    }

    Result<void> uploadOne(Slot& slot, const media::Planes& planes) {
        slot.constants = {};
        const PlaneSize unused{1, 1, 1, VK_FORMAT_R8_UNORM};
        return fill(slot, planes, {PlaneSize{planes.width, planes.height, 4, VK_FORMAT_R8G8B8A8_UNORM}, unused, unused});
    }

    Result<void> fill(Slot& slot, const media::Planes& planes, const std::array<PlaneSize, 3>& sizes) {
        std::size_t total = 0;
        for (std::size_t i = 0; i < 3; ++i) {
            slot.offsets[i] = total;
            total += (std::size_t(sizes[i].width) * std::size_t(sizes[i].height) * std::size_t(sizes[i].bytes) + 15) & ~std::size_t(15);
        }
        if (slot.staging.bytes() < total) {
            auto made = gpu::Buffer::create(m_device, {total, VK_BUFFER_USAGE_TRANSFER_SRC_BIT, gpu::BufferMemory::upload});
            if (!made) return fail(made.error());
            slot.staging = std::move(*made);
        }
        for (std::size_t i = 0; i < 3; ++i) {
            const std::size_t row = std::size_t(sizes[i].width) * std::size_t(sizes[i].bytes);
            auto* out = static_cast<std::byte*>(slot.staging.data()) + slot.offsets[i];
            for (int y = 0; planes.data[i] && y < sizes[i].height; ++y) std::memcpy(out + std::size_t(y) * row, planes.data[i] + y * planes.stride[i], row);
        }
        return images(slot, sizes);
    }

    Result<void> images(Slot& slot, const std::array<PlaneSize, 3>& sizes) {
        for (std::size_t i = 0; i < 3; ++i) {
            gpu::Image2D& image = slot.images[i];
            if (image && int(image.extent().width) == sizes[i].width && int(image.extent().height) == sizes[i].height && image.format() == sizes[i].format) continue;
            gpu::Image2DOptions options;
            options.width = std::uint32_t(sizes[i].width);
            options.height = std::uint32_t(sizes[i].height);
            options.format = sizes[i].format;
            options.usage = VK_IMAGE_USAGE_SAMPLED_BIT | VK_IMAGE_USAGE_TRANSFER_DST_BIT;
            auto made = gpu::Image2D::create(m_device, options);
            if (!made) return fail(made.error());
            image = std::move(*made);
            VkDescriptorImageInfo info{m_sampler, image.view(), VK_IMAGE_LAYOUT_SHADER_READ_ONLY_OPTIMAL};
            VkWriteDescriptorSet write{VK_STRUCTURE_TYPE_WRITE_DESCRIPTOR_SET};
            write.dstSet = slot.set;
            write.dstBinding = std::uint32_t(i);
            write.descriptorCount = 1;
            write.descriptorType = VK_DESCRIPTOR_TYPE_COMBINED_IMAGE_SAMPLER;
            write.pImageInfo = &info;
            vkUpdateDescriptorSets(m_device->handle(), 1, &write, 0, nullptr);
        }
        return {};
    }

    void draw(VkCommandBuffer commands, VkImageView view, VkExtent2D extent, const Slot& slot) {
        VkRenderingAttachmentInfo colour{VK_STRUCTURE_TYPE_RENDERING_ATTACHMENT_INFO};
        colour.imageView = view;
        colour.imageLayout = VK_IMAGE_LAYOUT_COLOR_ATTACHMENT_OPTIMAL;
        colour.loadOp = VK_ATTACHMENT_LOAD_OP_LOAD;
        colour.storeOp = VK_ATTACHMENT_STORE_OP_STORE;
        VkRenderingInfo rendering{VK_STRUCTURE_TYPE_RENDERING_INFO};
        rendering.renderArea = {{0, 0}, extent};
        rendering.layerCount = 1;
        rendering.colorAttachmentCount = 1;
        rendering.pColorAttachments = &colour;
        vkCmdBeginRendering(commands, &rendering);
        const VkViewport viewport{float(slot.rect.x), float(slot.rect.y), float(slot.rect.width), float(slot.rect.height), 0, 1};
        const VkRect2D scissor{{slot.rect.x, slot.rect.y}, {std::uint32_t(slot.rect.width), std::uint32_t(slot.rect.height)}};
        vkCmdSetViewport(commands, 0, 1, &viewport);
        vkCmdSetScissor(commands, 0, 1, &scissor);
        vkCmdBindPipeline(commands, VK_PIPELINE_BIND_POINT_GRAPHICS, m_pipeline.handle());
        vkCmdBindDescriptorSets(commands, VK_PIPELINE_BIND_POINT_GRAPHICS, m_pipeline.layout(), 0, 1, &slot.set, 0, nullptr);
        vkCmdPushConstants(commands, m_pipeline.layout(), VK_SHADER_STAGE_VERTEX_BIT | VK_SHADER_STAGE_FRAGMENT_BIT, 0, sizeof(Constants), &slot.constants);
        vkCmdDraw(commands, 3, 1, 0, 0);
        vkCmdEndRendering(commands);
    }

    std::shared_ptr<gpu::Device> m_device;
    VkSampler m_sampler = VK_NULL_HANDLE;
    VkDescriptorSetLayout m_layout = VK_NULL_HANDLE;
    VkDescriptorPool m_pool = VK_NULL_HANDLE;
    gpu::Pipeline m_pipeline;
    std::array<Slot, framesInFlight> m_slots;
    media::FrameConverter m_converter;
};

} // namespace

Result<std::unique_ptr<PicturePath>> makeShaderPath(std::shared_ptr<gpu::Device> device) {
    auto path = std::make_unique<ShaderPath>(std::move(device));
    if (auto done = path->open(); !done) return fail(done.error());
    return std::unique_ptr<PicturePath>(std::move(path));
}

} // namespace rushes::ui
