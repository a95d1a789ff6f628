// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/render/tone_frame.h"

namespace rushes::render {

/// One row of the picture taken apart; lists are as long as the row and padded.
struct SurfaceRow {
    explicit SurfaceRow(int width);
    void decode(const ToneFrame& frame, int y);
    /// The same without `id`, `key` and `flags`.
    void decodeShape(const ToneFrame& frame, int y);
    /// `id`, `flags`, `z`, normals and world points: what painting needs.
    void decodePaint(const ToneFrame& frame, int y);
    /// Only `id` and `flags`.
    void decodeFlags(const ToneFrame& frame, int y);
    /// World points; after decode().
    void locate(const ToneFrame& frame, int y);

    int width;
    std::vector<std::int32_t> id;
    std::vector<std::uint32_t> key, flags;
    std::vector<float> depth;      ///< near / z
    std::vector<float> z;          ///< metres along the view axis; far away for the background
    std::vector<float> nx, ny, nz; ///< towards the camera
    std::vector<float> px, py, pz;
};

/// Stage 1, one row: fills `cast` and `turn`.
void lightRow(ToneFrame& frame, int y, SurfaceRow& row);
/// Stage 2, one row: smooths them and decides what is in shade; fills `shade`.
void shadeRow(ToneFrame& frame, int y, SurfaceRow& row);

} // namespace rushes::render
