// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/render/trace_pass.h"

#include <glm/geometric.hpp>
#include <glm/vec4.hpp>

#include <algorithm>
#include <cstring>

namespace rushes::render {
namespace {

constexpr std::uint32_t kTraceVert[] =
#include "trace.vert.spv.inc"
    ;
constexpr std::uint32_t kTraceFrag[] =
#include "trace.frag.spv.inc"
    ;

struct TracePush {
    float width, height, motion;
};

constexpr VkShaderStageFlags kStages = VK_SHADER_STAGE_VERTEX_BIT | VK_SHADER_STAGE_FRAGMENT_BIT;

glm::mat4 clipOfCamera(const geometry::Camera& camera) { return camera.projectionMatrix(kNearM) * camera.viewMatrix(); }

Result<void> check(const View& view) {
    const auto bad = [](const char* what) { return fail(ErrorCategory::badInput, std::string("Motion and rest cannot be drawn: ") + what, "This is a defect of what made the view"); };
    if (view.traces.size() != view.instances.size()) return bad("there is not one trace for each instance");
    for (std::size_t i = 0; i < view.traces.size(); ++i)
        for (const auto* points : {view.traces[i].rest.get(), view.traces[i].before.get()})
            if (points && points->size() != view.instances[i].mesh->positions.size()) return bad("a trace has other points than its mesh");
    return {};
}

Result<void> grow(gpu::Buffer& buffer, std::size_t bytes, const std::shared_ptr<gpu::Device>& device) {
    if (buffer && buffer.bytes() >= bytes) return {};
    auto made = gpu::Buffer::create(device, {bytes + bytes / 4 + 1024, VK_BUFFER_USAGE_VERTEX_BUFFER_BIT | VK_BUFFER_USAGE_INDEX_BUFFER_BIT, gpu::BufferMemory::upload});
    if (!made) return fail(made.error());
    buffer = std::move(*made);
    return {};
}

VkRenderingAttachmentInfo attachment(const gpu::Image2D& image, VkImageLayout layout) {
    VkRenderingAttachmentInfo info{VK_STRUCTURE_TYPE_RENDERING_ATTACHMENT_INFO};
    info.imageView = image.view();
    info.imageLayout = layout;
    info.loadOp = VK_ATTACHMENT_LOAD_OP_CLEAR;
    info.storeOp = VK_ATTACHMENT_STORE_OP_STORE;
    return info;
}

/// Far things move with the camera's turning alone.
glm::vec2 motionOfSky(const View& view, const geometry::Camera& before, int x, int y) {
    const geometry::Camera& c = view.camera;
    const float sx = ((float(x) + 0.5f) / float(view.width) - 0.5f) * c.sensorWidthMm / c.focalMm, sy = (0.5f - (float(y) + 0.5f) / float(view.height)) * c.sensorHeightMm / c.focalMm;
    const glm::vec3 d = c.forward() + c.right * sx + c.up * sy;
    const auto p = before.project(before.eye + d * 100.0f, {view.width, view.height});
    return p ? glm::vec2(float(x) + 0.5f - p->x, float(y) + 0.5f - p->y) : glm::vec2(0);
}

} // namespace

Result<void> TracePass::open(int width, int height) {
    if (!m_pipeline.handle()) {
        auto made = gpu::Pipeline::create(m_device, {.vertexShader = kTraceVert, .fragmentShader = kTraceFrag, .vertexStride = sizeof(Vertex),
                                                     .attributes = {{VK_FORMAT_R32G32B32A32_SFLOAT, 0}, {VK_FORMAT_R32G32B32A32_SFLOAT, 16}},
                                                     .colour = VK_FORMAT_R32G32B32A32_SFLOAT, .depth = VK_FORMAT_D32_SFLOAT, .pushBytes = sizeof(TracePush)});
        if (!made) return fail(made.error());
        m_pipeline = std::move(*made);
    }
    const auto w = std::uint32_t(width), h = std::uint32_t(height);
    if (m_colour && m_colour.extent().width == w && m_colour.extent().height == h) return {};
    auto colour = gpu::Image2D::create(m_device, {w, h, VK_FORMAT_R32G32B32A32_SFLOAT, VK_IMAGE_USAGE_COLOR_ATTACHMENT_BIT | VK_IMAGE_USAGE_TRANSFER_SRC_BIT, VK_IMAGE_ASPECT_COLOR_BIT});
    if (!colour) return fail(colour.error());
    auto depth = gpu::Image2D::create(m_device, {w, h, VK_FORMAT_D32_SFLOAT, VK_IMAGE_USAGE_DEPTH_STENCIL_ATTACHMENT_BIT, VK_IMAGE_ASPECT_DEPTH_BIT});
    if (!depth) return fail(depth.error());
    auto back = gpu::Buffer::create(m_device, {std::size_t(w) * h * sizeof(glm::vec4), VK_BUFFER_USAGE_TRANSFER_DST_BIT, gpu::BufferMemory::readback});
    if (!back) return fail(back.error());
    m_colour = std::move(*colour);
    m_depth = std::move(*depth);
    m_back = std::move(*back);
    return {};
}

Result<void> TracePass::fill(const View& view, const FrameList& list, Kind kind, std::vector<Run>& runs) {
    std::vector<Vertex> vertices;
    std::vector<std::uint32_t> indices;
    geometry::Camera cameraBefore = view.cameraBefore.value_or(view.camera);
    cameraBefore.fitSensor(view.width, view.height);
    const glm::mat4 now = clipOfCamera(view.camera), before = clipOfCamera(cameraBefore);
    const geometry::Instance* first = view.instances.data();
    for (const auto& item : list.seen) {
        if (item.instance < first || item.instance >= first + view.instances.size()) continue; // the sky has no traces
        const SurfaceTrace& trace = view.traces[std::size_t(item.instance - first)];
        const auto& mesh = *item.instance->mesh;
        const glm::mat4 place = clipOf(now, *item.instance), old = before * trace.transformBefore.value_or(item.instance->transform);
        const auto& was = trace.before ? *trace.before : mesh.positions;
        const auto& rest = trace.rest ? *trace.rest : mesh.positions;
        runs.push_back({std::uint32_t(indices.size()), std::uint32_t(mesh.indices.size()), std::int32_t(vertices.size())});
        for (std::size_t i = 0; i < mesh.positions.size(); ++i)
            vertices.push_back({place * glm::vec4(mesh.positions[i], 1), kind == Kind::motion ? old * glm::vec4(was[i], 1) : glm::vec4(rest[i], 1)});
        indices.insert(indices.end(), mesh.indices.begin(), mesh.indices.end());
    }
    if (auto ok = grow(m_vertices, vertices.size() * sizeof(Vertex), m_device); !ok) return ok;
    if (auto ok = grow(m_indices, indices.size() * 4, m_device); !ok) return ok;
    std::memcpy(m_vertices.data(), vertices.data(), vertices.size() * sizeof(Vertex));
    std::memcpy(m_indices.data(), indices.data(), indices.size() * 4);
    return {};
}

Result<void> TracePass::record(const View& view, Kind kind, const std::vector<Run>& runs) {
    return m_device->run([&](VkCommandBuffer commands) {
        m_colour.transition(commands, VK_IMAGE_LAYOUT_UNDEFINED, VK_IMAGE_LAYOUT_COLOR_ATTACHMENT_OPTIMAL);
        m_depth.transition(commands, VK_IMAGE_LAYOUT_UNDEFINED, VK_IMAGE_LAYOUT_DEPTH_ATTACHMENT_OPTIMAL);
        const auto colour = attachment(m_colour, VK_IMAGE_LAYOUT_COLOR_ATTACHMENT_OPTIMAL), depth = attachment(m_depth, VK_IMAGE_LAYOUT_DEPTH_ATTACHMENT_OPTIMAL);
        VkRenderingInfo info{VK_STRUCTURE_TYPE_RENDERING_INFO};
        info.renderArea = {{0, 0}, m_colour.extent()};
        info.layerCount = info.colorAttachmentCount = 1;
        info.pColorAttachments = &colour;
        info.pDepthAttachment = &depth;
        vkCmdBeginRendering(commands, &info);
        const VkViewport viewport{0, 0, float(view.width), float(view.height), 0, 1};
        vkCmdSetViewport(commands, 0, 1, &viewport);
        vkCmdSetScissor(commands, 0, 1, &info.renderArea);
        vkCmdBindPipeline(commands, VK_PIPELINE_BIND_POINT_GRAPHICS, m_pipeline.handle());
        const TracePush push{float(view.width), float(view.height), kind == Kind::motion ? 1.0f : 0.0f};
        vkCmdPushConstants(commands, m_pipeline.layout(), kStages, 0, sizeof(push), &push);
        const VkBuffer vertices = m_vertices.handle();
        const VkDeviceSize start = 0;
        vkCmdBindVertexBuffers(commands, 0, 1, &vertices, &start);
        vkCmdBindIndexBuffer(commands, m_indices.handle(), 0, VK_INDEX_TYPE_UINT32);
        for (const auto& run : runs) vkCmdDrawIndexed(commands, run.count, 1, run.first, run.base, 0);
        vkCmdEndRendering(commands);
        m_colour.transition(commands, VK_IMAGE_LAYOUT_COLOR_ATTACHMENT_OPTIMAL, VK_IMAGE_LAYOUT_TRANSFER_SRC_OPTIMAL);
        VkBufferImageCopy region{};
        region.imageSubresource = {VK_IMAGE_ASPECT_COLOR_BIT, 0, 0, 1};
        region.imageExtent = {m_colour.extent().width, m_colour.extent().height, 1};
        vkCmdCopyImageToBuffer(commands, m_colour.handle(), VK_IMAGE_LAYOUT_TRANSFER_SRC_OPTIMAL, m_back.handle(), 1, &region);
        VkMemoryBarrier2 barrier{VK_STRUCTURE_TYPE_MEMORY_BARRIER_2, nullptr, VK_PIPELINE_STAGE_2_COPY_BIT, VK_ACCESS_2_TRANSFER_WRITE_BIT, VK_PIPELINE_STAGE_2_HOST_BIT, VK_ACCESS_2_HOST_READ_BIT};
        VkDependencyInfo dependency{VK_STRUCTURE_TYPE_DEPENDENCY_INFO};
        dependency.memoryBarrierCount = 1;
        dependency.pMemoryBarriers = &barrier;
        vkCmdPipelineBarrier2(commands, &dependency);
    });
}

Result<void> TracePass::draw(const View& view, const FrameList& list, const Passes& passes, Picture& picture) {
    if (auto ok = check(view); !ok) return ok;
    if (auto ok = open(view.width, view.height); !ok) return ok;
    geometry::Camera before = view.cameraBefore.value_or(view.camera);
    before.fitSensor(view.width, view.height);
    for (const Kind kind : {Kind::motion, Kind::rest}) {
        if (!(kind == Kind::motion ? passes.motion : passes.rest)) continue;
        std::vector<Run> runs;
        if (auto ok = fill(view, list, kind, runs); !ok) return ok;
        if (auto ok = record(view, kind, runs); !ok) return ok;
        const auto* values = static_cast<const glm::vec4*>(m_back.data());
        Image* planes = kind == Kind::motion ? picture.motion.data() : picture.rest.data();
        const int count = kind == Kind::motion ? 2 : 3;
        for (int c = 0; c < count; ++c) planes[c] = Image::create(view.width, view.height, PixelFormat::grey32f);
        for (int y = 0; y < view.height; ++y)
            for (int x = 0; x < view.width; ++x) {
                glm::vec4 v = values[std::size_t(y) * std::size_t(view.width) + std::size_t(x)];
                if (v.w == 0 && kind == Kind::motion) v = glm::vec4(motionOfSky(view, before, x, y), 0, 0);
                for (int c = 0; c < count; ++c) planes[c].rowAs<float>(y)[x] = v[c];
            }
    }
    return {};
}

} // namespace rushes::render
