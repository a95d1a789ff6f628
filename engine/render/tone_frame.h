// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/render/geometry_pass.h"
#include "engine/render/shadow_map.h"
#include "engine/render/surface_table.h"
#include "engine/render/view.h"

#include <cstdint>
#include <vector>

namespace rushes::render {

constexpr int kRowPad = 16; ///< room on both sides of a row, so that neighbours may be read without a test

/// One byte a pixel, padded left and right; rows outside repeat the nearest one.
class BytePlane {
public:
    void fit(int width, int height);
    std::uint8_t* row(int y);
    const std::uint8_t* row(int y) const;
    /// Copies the border pixels into the padding; call after writing the row.
    void pad(int y);
    int width() const { return m_width; }
    int height() const { return m_height; }

private:
    int m_width = 0, m_height = 0;
    std::size_t m_stride = 0;
    std::vector<std::uint8_t> m_bytes;
};

/// The camera as the row functions use it: the world point of pixel centre (x, y) at distance z along the view axis is
/// eye + z * (forward + right * (x + 0.5 - midX) * perX - up * (y + 0.5 - midY) * perY).
struct RowCamera {
    glm::vec3 eye, right, up, forward;
    float midX, midY, perX, perY;
    float pixelsPerUnit; ///< pixels that one metre at one metre covers
};
RowCamera rowCamera(const geometry::Camera& camera, int width, int height);

/// Everything the tone pass reads and the planes it keeps between its stages.
struct ToneFrame {
    const View* view = nullptr;
    GeometryFrame geometry;
    const SurfaceTable* table = nullptr;
    const ShadowMap* standing = nullptr;
    const ShadowMap* moving = nullptr;
    RowCamera camera{};
    glm::vec3 sun{0, 1, 0};
    std::vector<std::uint32_t> sky; ///< see skyTable()
    float scale = 1; ///< picture height over 720: lines keep their share of the picture
    int samples = 1; ///< samples a pixel each way

    BytePlane cast; ///< how much of the light is blocked; of every second row alone on the board, see castRow()
    BytePlane soft; ///< `cast` with soft edges, for the lit looks
    BytePlane turn; ///< 128 + 127 * cos of the angle to the light
    BytePlane steep; ///< 1 where a face stands; for the board
    BytePlane shade; ///< how much a pixel is in the shade, after smoothing and threshold
    BytePlane ink;  ///< line strength before it is drawn, 100 = one pass of the pen
    BytePlane contact; ///< coarse, see contact.h: how near other things are
    std::vector<float> contactZ; ///< metres, of each of its points, with one more at both ends of a row
    int contactStep = 8;         ///< samples between its points, a power of two
    bool lit() const { return view->look != Look::board; }
    BytePlane pushX, pushY, grit; ///< slow noise about 128: how lines wander, how shade's edge does

    std::vector<std::uint8_t> even; ///< of each chunk of each row: 1 where it has one word
    int chunks() const { return geometry.chunks(); }
    std::uint8_t* evenRow(int y) { return even.data() + std::size_t(y) * std::size_t(chunks()); }
    const std::uint8_t* evenRow(int y) const { return even.data() + std::size_t(y) * std::size_t(chunks()); }

    const std::uint32_t* facesRow(int y) const { return geometry.faces + std::size_t(y) * std::size_t(chunks()); } ///< where the geometry has them

    /// The row of `cast` that speaks for row y.
    int castRow(int y) const { return lit() ? y : y / 2; }
    int castRows() const { return lit() ? height() : (height() + 1) / 2; }

    int width() const { return geometry.width; }
    int height() const { return geometry.height; }
};

} // namespace rushes::render
