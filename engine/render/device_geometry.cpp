// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/render/device_geometry.h"

#include <glm/geometric.hpp>

#include <cstddef>
#include <cstring>
#include <optional>

namespace rushes::render {
namespace {

constexpr std::uint32_t kFlatVert[] =
#include "surface_flat.vert.spv.inc"
    ;
constexpr std::uint32_t kFlatFrag[] =
#include "surface_flat.frag.spv.inc"
    ;
constexpr std::uint32_t kSmoothVert[] =
#include "surface_smooth.vert.spv.inc"
    ;
constexpr std::uint32_t kSmoothFrag[] =
#include "surface_smooth.frag.spv.inc"
    ;
constexpr std::uint32_t kDetailVert[] =
#include "surface_detail.vert.spv.inc"
    ;
constexpr std::uint32_t kDetailFrag[] =
#include "surface_detail.frag.spv.inc"
    ;
constexpr std::uint32_t kShadowVert[] =
#include "shadow.vert.spv.inc"
    ;

/// As in surface.glsl.
struct SurfacePush {
    glm::mat4 clip;
    glm::vec4 rows[3];
    std::uint32_t firstId, idMask;
};

constexpr VkShaderStageFlags kStages = VK_SHADER_STAGE_VERTEX_BIT | VK_SHADER_STAGE_FRAGMENT_BIT;

SurfacePush pushOf(const DrawItem& item, const glm::mat4& viewProjection) {
    const glm::mat3 normals = normalMatrix(item.instance->transform);
    SurfacePush push{clipOf(viewProjection, *item.instance), {}, item.firstId, item.collapsed ? 0u : 0xffffu};
    for (int i = 0; i < 3; ++i) push.rows[i] = glm::vec4(normals[i], 0);
    return push;
}

void setArea(VkCommandBuffer commands, VkExtent2D extent) {
    const VkViewport viewport{0, 0, float(extent.width), float(extent.height), 0, 1};
    const VkRect2D scissor{{0, 0}, extent};
    vkCmdSetViewport(commands, 0, 1, &viewport);
    vkCmdSetScissor(commands, 0, 1, &scissor);
}

VkRenderingAttachmentInfo attachment(const gpu::Image2D& image, VkImageLayout layout, VkClearValue clear) {
    VkRenderingAttachmentInfo info{VK_STRUCTURE_TYPE_RENDERING_ATTACHMENT_INFO};
    info.imageView = image.view();
    info.imageLayout = layout;
    info.loadOp = VK_ATTACHMENT_LOAD_OP_CLEAR;
    info.storeOp = VK_ATTACHMENT_STORE_OP_STORE;
    info.clearValue = clear;
    return info;
}

void beginRendering(VkCommandBuffer commands, const gpu::Image2D* colour, const gpu::Image2D& depth, float clearDepth) {
    const auto depthInfo = attachment(depth, VK_IMAGE_LAYOUT_DEPTH_ATTACHMENT_OPTIMAL, VkClearValue{.depthStencil = {clearDepth, 0}});
    std::optional<VkRenderingAttachmentInfo> colourInfo;
    if (colour) colourInfo = attachment(*colour, VK_IMAGE_LAYOUT_COLOR_ATTACHMENT_OPTIMAL, VkClearValue{.color = {.uint32 = {0, 0, 0, 0}}});
    VkRenderingInfo info{VK_STRUCTURE_TYPE_RENDERING_INFO};
    info.renderArea = {{0, 0}, depth.extent()};
    info.layerCount = 1;
    info.colorAttachmentCount = colour ? 1 : 0;
    info.pColorAttachments = colour ? &*colourInfo : nullptr;
    info.pDepthAttachment = &depthInfo;
    vkCmdBeginRendering(commands, &info);
    setArea(commands, depth.extent());
}

void copyOut(VkCommandBuffer commands, const gpu::Image2D& image, const gpu::Buffer& buffer, VkImageAspectFlags aspect, VkImageLayout from) {
    image.transition(commands, from, VK_IMAGE_LAYOUT_TRANSFER_SRC_OPTIMAL);
    VkBufferImageCopy region{};
    region.imageSubresource = {aspect, 0, 0, 1};
    region.imageExtent = {image.extent().width, image.extent().height, 1};
    vkCmdCopyImageToBuffer(commands, image.handle(), VK_IMAGE_LAYOUT_TRANSFER_SRC_OPTIMAL, buffer.handle(), 1, &region);
}

void releaseToHost(VkCommandBuffer commands) {
    VkMemoryBarrier2 barrier{VK_STRUCTURE_TYPE_MEMORY_BARRIER_2};
    barrier.srcStageMask = VK_PIPELINE_STAGE_2_COPY_BIT;
    barrier.srcAccessMask = VK_ACCESS_2_TRANSFER_WRITE_BIT;
    barrier.dstStageMask = VK_PIPELINE_STAGE_2_HOST_BIT;
    barrier.dstAccessMask = VK_ACCESS_2_HOST_READ_BIT;
    VkDependencyInfo info{VK_STRUCTURE_TYPE_DEPENDENCY_INFO};
    info.memoryBarrierCount = 1;
    info.pMemoryBarriers = &barrier;
    vkCmdPipelineBarrier2(commands, &info);
}

/// Binds only what changes.
class Binder {
public:
    explicit Binder(VkCommandBuffer commands) : m_commands(commands) {}

    void pipeline(const gpu::Pipeline& pipeline) {
        if (m_pipeline != pipeline.handle()) vkCmdBindPipeline(m_commands, VK_PIPELINE_BIND_POINT_GRAPHICS, m_pipeline = pipeline.handle());
    }
    void mesh(const OnDevice& vertices, const OnDevice& indices) {
        vkCmdBindVertexBuffers(m_commands, 0, 1, &vertices.buffer, &vertices.offset);
        vkCmdBindIndexBuffer(m_commands, indices.buffer, indices.offset, VK_INDEX_TYPE_UINT32);
    }
    void draw(std::uint32_t count, std::uint32_t first) { vkCmdDrawIndexed(m_commands, count, 1, first, 0, 0); }

private:
    VkCommandBuffer m_commands;
    VkPipeline m_pipeline = VK_NULL_HANDLE;
};

} // namespace

Result<std::unique_ptr<GeometryPass>> DeviceGeometry::create(std::shared_ptr<gpu::Device> device) {
    std::unique_ptr<DeviceGeometry> pass(new DeviceGeometry(std::move(device)));
    if (auto ok = pass->makePipelines(); !ok) return fail(ok.error());
    return std::unique_ptr<GeometryPass>(std::move(pass));
}

Result<void> DeviceGeometry::makePipelines() {
    const gpu::VertexAttribute position{VK_FORMAT_R32G32B32_SFLOAT, 0}, word{VK_FORMAT_R32_UINT, 12};
    gpu::PipelineOptions options{.vertexShader = kFlatVert, .fragmentShader = kFlatFrag, .vertexStride = sizeof(PackedVertex), .attributes = {position, word},
                                 .colour = VK_FORMAT_R32_UINT, .depth = VK_FORMAT_D32_SFLOAT, .pushBytes = sizeof(SurfacePush)};
    const auto make = [&](gpu::Pipeline& into) -> Result<void> {
        auto made = gpu::Pipeline::create(m_device, options);
        if (!made) return fail(made.error());
        into = std::move(*made);
        return {};
    };
    if (auto ok = make(m_flat); !ok) return ok;
    options.vertexShader = kSmoothVert;
    options.fragmentShader = kSmoothFrag;
    if (auto ok = make(m_smooth); !ok) return ok;
    options.vertexShader = kDetailVert;
    options.fragmentShader = kDetailFrag;
    options.vertexStride = sizeof(PackedDetailVertex);
    options.attributes = {position, word, {VK_FORMAT_R32G32_SFLOAT, 16}, {VK_FORMAT_R32_UINT, 24}};
    if (auto ok = make(m_detail); !ok) return ok;
    options = {.vertexShader = kShadowVert, .vertexStride = sizeof(PackedVertex), .attributes = {position}, .depth = VK_FORMAT_D32_SFLOAT,
               .depthCompare = VK_COMPARE_OP_LESS, .pushBytes = sizeof(glm::mat4)};
    return make(m_shadow);
}

Result<void> DeviceGeometry::fit(Target& target, int width, int height, VkFormat format) {
    const VkExtent2D extent = target.image.extent();
    const std::size_t bytes = std::size_t(width) * std::size_t(height) * 4;
    if (gpu::Buffer& buffer = target.buffers[target.slot]; buffer.bytes() != bytes) {
        auto made = gpu::Buffer::create(m_device, {bytes, VK_BUFFER_USAGE_TRANSFER_DST_BIT, gpu::BufferMemory::readback});
        if (!made) return fail(made.error());
        buffer = std::move(*made);
    }
    if (target.image && extent.width == std::uint32_t(width) && extent.height == std::uint32_t(height)) return {};
    const bool depth = format == VK_FORMAT_D32_SFLOAT;
    auto image = gpu::Image2D::create(m_device, {std::uint32_t(width), std::uint32_t(height), format,
                                                 VkImageUsageFlags((depth ? VK_IMAGE_USAGE_DEPTH_STENCIL_ATTACHMENT_BIT : VK_IMAGE_USAGE_COLOR_ATTACHMENT_BIT) |
                                                                   VK_IMAGE_USAGE_TRANSFER_SRC_BIT),
                                                 VkImageAspectFlags(depth ? VK_IMAGE_ASPECT_DEPTH_BIT : VK_IMAGE_ASPECT_COLOR_BIT)});
    if (!image) return fail(image.error());
    target.image = std::move(*image);
    return {};
}

void DeviceGeometry::recordSurfaces(VkCommandBuffer commands, const View& view, const FrameList& list) const {
    const glm::mat4 viewProjection = view.camera.projectionMatrix(kNearM) * view.camera.viewMatrix();
    Binder bind(commands);
    for (const auto& item : list.seen) {
        SurfacePush push = pushOf(item, viewProjection);
        const auto& c = item.place.counts;
        const std::uint32_t flat = c.flatPlain + c.flatCast, smoothPlainAt = flat + c.smoothCast + c.detailCast;
        const auto begin = [&](const gpu::Pipeline& pipeline) {
            bind.pipeline(pipeline);
            vkCmdPushConstants(commands, pipeline.layout(), kStages, 0, sizeof(push), &push);
        };
        bind.mesh(item.place.vertices, item.place.indices);
        if (flat) {
            begin(m_flat);
            bind.draw(flat, 0);
        }
        if (c.smoothCast + c.smoothPlain) begin(m_smooth);
        if (c.smoothCast) bind.draw(c.smoothCast, flat);
        if (c.smoothPlain) bind.draw(c.smoothPlain, smoothPlainAt);
        if (c.eyes + c.hair == 0) continue;
        bind.mesh(item.place.detailVertices, item.place.detailIndices);
        push.rows[0].w = 1;
        begin(m_detail);
        if (c.eyes) bind.draw(c.eyes, 0);
        push.rows[0].w = 2;
        begin(m_detail);
        if (c.hair) bind.draw(c.hair, c.eyes);
    }
}

void DeviceGeometry::recordShadow(VkCommandBuffer commands, const ShadowJob& job) const {
    job.target->image.transition(commands, VK_IMAGE_LAYOUT_UNDEFINED, VK_IMAGE_LAYOUT_DEPTH_ATTACHMENT_OPTIMAL);
    beginRendering(commands, nullptr, job.target->image, 1.0f);
    const glm::mat4 clip = job.map->frame.clip();
    Binder bind(commands);
    bind.pipeline(m_shadow);
    for (const auto& item : *job.casters) {
        const auto& c = item.place.counts;
        const std::uint32_t count = c.flatCast + c.smoothCast + c.detailCast;
        if (!count) continue;
        const glm::mat4 m = clip * item.instance->transform;
        vkCmdPushConstants(commands, m_shadow.layout(), kStages, 0, sizeof(m), &m);
        bind.mesh(item.place.vertices, item.place.indices);
        bind.draw(count, c.flatPlain);
    }
    vkCmdEndRendering(commands);
    copyOut(commands, job.target->image, job.target->buffer(), VK_IMAGE_ASPECT_DEPTH_BIT, VK_IMAGE_LAYOUT_DEPTH_ATTACHMENT_OPTIMAL);
}

Result<GeometryFrame> DeviceGeometry::draw(const View& view, const Size& size, const FrameList& list, const Shadows& shadows) {
    const auto [width, height, slot] = size;
    m_words.slot = m_depth.slot = m_moving.slot = slot;
    if (shadows.standing) m_standing.slot = 1 - m_standing.slot; // a frame that is still painted may read the last one
    if (auto ok = fit(m_words, width, height, VK_FORMAT_R32_UINT); !ok) return fail(ok.error());
    if (auto ok = fit(m_depth, width, height, VK_FORMAT_D32_SFLOAT); !ok) return fail(ok.error());
    std::vector<ShadowJob> jobs;
    if (shadows.standing && shadows.standing->frame.size) jobs.push_back({shadows.standing, &list.standing, &m_standing});
    if (shadows.moving && shadows.moving->frame.size) jobs.push_back({shadows.moving, &list.moving, &m_moving});
    for (const auto& job : jobs)
        if (auto ok = fit(*job.target, job.map->frame.size, job.map->frame.size, VK_FORMAT_D32_SFLOAT); !ok) return fail(ok.error());

    auto done = m_device->run([&](VkCommandBuffer commands) {
        for (const auto& job : jobs) recordShadow(commands, job);
        m_words.image.transition(commands, VK_IMAGE_LAYOUT_UNDEFINED, VK_IMAGE_LAYOUT_COLOR_ATTACHMENT_OPTIMAL);
        m_depth.image.transition(commands, VK_IMAGE_LAYOUT_UNDEFINED, VK_IMAGE_LAYOUT_DEPTH_ATTACHMENT_OPTIMAL);
        beginRendering(commands, &m_words.image, m_depth.image, 0.0f);
        recordSurfaces(commands, view, list);
        vkCmdEndRendering(commands);
        copyOut(commands, m_words.image, m_words.buffer(), VK_IMAGE_ASPECT_COLOR_BIT, VK_IMAGE_LAYOUT_COLOR_ATTACHMENT_OPTIMAL);
        copyOut(commands, m_depth.image, m_depth.buffer(), VK_IMAGE_ASPECT_DEPTH_BIT, VK_IMAGE_LAYOUT_DEPTH_ATTACHMENT_OPTIMAL);
        releaseToHost(commands);
    });
    if (!done) return fail(done.error());
    for (const auto& job : jobs) job.map->texels = static_cast<const float*>(job.target->buffer().data());
    return GeometryFrame{static_cast<const std::uint32_t*>(m_words.buffer().data()), static_cast<const float*>(m_depth.buffer().data()), width, height};
}

} // namespace rushes::render
