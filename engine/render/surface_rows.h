// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/render/tone_frame.h"

#include <vector>

namespace rushes::render {

constexpr float kFarM = 4000; ///< where the background is said to be

/// Pixels of a row from `first` on, the first of a chunk.
struct Columns {
    int first = 0, count = 0;
};

/// One row of the picture taken apart; lists are as long as the row and padded.
struct SurfaceRow {
    explicit SurfaceRow(int width);
    /// Turns to a row of which `id` and `flags` are decoded; then the rest of the chunks that are asked for, once each.
    void start(const ToneFrame& frame, int row);
    void need(const ToneFrame& frame, int chunk);
    /// Only `depth` and `z`.
    void decodeDepth(const ToneFrame& frame, int y, Columns columns);
    void decodeDepth(const ToneFrame& frame, int y) { decodeDepth(frame, y, {0, width}); }
    /// Only normals.
    void decodeNormals(const ToneFrame& frame, int y, Columns columns);
    void decodeNormals(const ToneFrame& frame, int y) { decodeNormals(frame, y, {0, width}); }
    /// Only `id`, `flags` and `same`.
    void decodeFlags(const ToneFrame& frame, int y);
    /// World points; after decodeDepth().
    void locate(const ToneFrame& frame, int y, Columns columns);
    void locate(const ToneFrame& frame, int y) { locate(frame, y, {0, width}); }

    int width;
    std::vector<std::int32_t> id;
    std::vector<std::uint32_t> key, flags;
    const float* depth = nullptr;  ///< near / z, where the frame has them
    std::vector<float> z;          ///< metres along the view axis; far away for the background
    std::vector<float> nx, ny, nz; ///< towards the camera
    std::vector<float> px, py, pz;

    int y = 0;                       ///< of start()
    std::vector<std::uint8_t> ready; ///< by chunk
    std::vector<std::uint8_t> flat;  ///< by chunk: 1 where it has one normal; with decodeNormals()
    std::vector<std::uint8_t> same;  ///< by chunk: 1 where it has one `id`; with decodeFlags()
};

} // namespace rushes::render
