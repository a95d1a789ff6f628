// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/render/frame_list.h"
#include "engine/render/shadow_map.h"

#include <memory>

namespace rushes::gpu {
class Device;
}

namespace rushes::render {

constexpr int kChunk = 64; ///< pixels of a row that are looked at together, to leave out work that would change nothing
constexpr std::uint32_t kManyFaces = 0xffffffffu;

/// What was drawn, in memory: valid until the next draw into the same slot.
struct GeometryFrame {
    const std::uint32_t* words = nullptr; ///< oct normal 16 | surface 16; 0 where nothing is
    const float* depth = nullptr;         ///< near / z, 0 where nothing is
    int width = 0, height = 0;
    /// Of each chunk of each row: the number of the one flat triangle that covers it with its neighbours to the left and right, or
    /// kManyFaces. Null where the home does not know.
    const std::uint32_t* faces = nullptr;
    int chunks() const { return (width + kChunk - 1) / kChunk; }
};

/// Pass 0 and 1: shadow maps, then one word and a depth for each pixel. Two homes with the same pictures: DeviceGeometry through
/// Vulkan, RasterGeometry in rows on the processor, which there takes a third of what a Vulkan driver without a card takes.
class GeometryPass {
public:
    virtual ~GeometryPass() = default;

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
    virtual Result<GeometryFrame> draw(const View& view, const Size& size, const FrameList& list, const Shadows& shadows) = 0;
};

} // namespace rushes::render
