// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/gpu/buffer.h"
#include "engine/gpu/image_2d.h"
#include "engine/gpu/pipeline.h"
#include "engine/render/geometry_pass.h"

namespace rushes::render {

/// Pass 0 and 1 through Vulkan, read back.
class DeviceGeometry final : public GeometryPass {
public:
    static Result<std::unique_ptr<GeometryPass>> create(std::shared_ptr<gpu::Device> device);

    Result<GeometryFrame> draw(const View& view, const Size& size, const FrameList& list, const Shadows& shadows) override;

private:
    struct Target { ///< an image and the memory it is read back into
        gpu::Image2D image;
        gpu::Buffer buffers[kSlots];
        int slot = 0; ///< the buffer that is written next
        const gpu::Buffer& buffer() const { return buffers[slot]; }
    };
    struct ShadowJob {
        ShadowMap* map;
        const std::vector<DrawItem>* casters;
        Target* target;
    };

    explicit DeviceGeometry(std::shared_ptr<gpu::Device> device) : m_device(std::move(device)) {}
    Result<void> makePipelines();
    Result<void> fit(Target& target, int width, int height, VkFormat format);
    void recordSurfaces(VkCommandBuffer commands, const View& view, const FrameList& list) const;
    void recordShadow(VkCommandBuffer commands, const ShadowJob& job) const;

    std::shared_ptr<gpu::Device> m_device;
    gpu::Pipeline m_flat, m_smooth, m_detail, m_shadow;
    Target m_words, m_depth, m_standing, m_moving;
};

} // namespace rushes::render
