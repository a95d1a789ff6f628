// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/gpu/buffer.h"
#include "engine/gpu/image_2d.h"
#include "engine/gpu/pipeline.h"
#include "engine/render/frame_list.h"
#include "engine/render/shadow_map.h"

#include <memory>

namespace rushes::render {

/// What the device left in memory: valid until the next draw into the same slot.
struct GeometryFrame {
    const std::uint32_t* words = nullptr; ///< oct normal 16 | surface 16; 0 where nothing is
    const float* depth = nullptr;         ///< near / z, 0 where nothing is
    int width = 0, height = 0;
};

/// Pass 0 and 1 on the device: shadow maps, then one word and a depth for each pixel, then both read back.
class GeometryPass {
public:
    static Result<std::unique_ptr<GeometryPass>> create(std::shared_ptr<gpu::Device> device);

    struct Shadows {
        ShadowMap* standing = nullptr; ///< redrawn when set
        ShadowMap* moving = nullptr;
    };
    /// Two frames may be read at a time: what is left for one `slot` (0 or 1) stays while the other is drawn.
    static constexpr int kSlots = 2;
    struct Size {
        int width = 0, height = 0; ///< samples
        int slot = 0;
    };
    /// Draws the view. The shadow maps' frames are set by the caller; their texels point into this pass: those of what moves are the
    /// slot's, those of what stands last until they have been drawn twice more.
    Result<GeometryFrame> draw(const View& view, const Size& size, const FrameList& list, const Shadows& shadows);

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

    explicit GeometryPass(std::shared_ptr<gpu::Device> device) : m_device(std::move(device)) {}
    Result<void> makePipelines();
    Result<void> fit(Target& target, int width, int height, VkFormat format);
    void recordSurfaces(VkCommandBuffer commands, const View& view, const FrameList& list) const;
    void recordShadow(VkCommandBuffer commands, const ShadowJob& job) const;

    std::shared_ptr<gpu::Device> m_device;
    gpu::Pipeline m_flat, m_smooth, m_detail, m_shadow;
    Target m_words, m_depth, m_standing, m_moving;
};

} // namespace rushes::render
