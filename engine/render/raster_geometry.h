// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/render/curved_words.h"
#include "engine/render/geometry_pass.h"
#include "engine/render/screen_mesh.h"

#include <array>
#include <vector>

namespace rushes::render {

/// Pass 0 and 1 in rows on the processor, on the caller's thread: each pixel is given its nearest triangle first, and only then its
/// normal, so that what is hidden costs no more than its depth.
class RasterGeometry final : public GeometryPass {
public:
    Result<GeometryFrame> draw(const View& view, const Size& size, const FrameList& list, const Shadows& shadows) override;

private:
    struct Frame {
        int width = 0;
        std::vector<std::uint32_t> words;
        std::vector<float> depth;
        std::vector<std::uint32_t> faces; ///< see GeometryFrame
        std::vector<float> moving;
    };
    void drawShadow(const ShadowFrame& frame, const std::vector<DrawItem>& casters, std::vector<float>& texels);

    /// Sorts what m_meshes holds into bands of rows that stay in the processor's cache while they are filled.
    void sortIntoBands(int height, int rows);
    /// Words and faces of row y.
    void fillWords(const std::uint32_t* owner, int y, Frame& frame);
    void fillMixed(const std::uint32_t* owner, int y, RowRange columns, std::uint32_t* words);

    ScreenMeshes m_meshes;
    NormalRow m_normals;
    std::vector<std::vector<std::uint32_t>> m_bands;
    std::vector<std::uint32_t> m_owner;
    std::vector<float> m_farthest;
    std::array<Frame, kSlots> m_frames;
    std::array<std::vector<float>, kSlots> m_standing;
    int m_standingSlot = 0;
};

} // namespace rushes::render
