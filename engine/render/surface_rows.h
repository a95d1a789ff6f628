// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/render/tone_frame.h"

#include <array>

namespace rushes::render {

constexpr int kChunk = 64; ///< pixels of a row that are looked at together, to leave out work that would change nothing

/// Pixels of a row from `first` on.
struct Columns {
    int first = 0, count = 0;
};

/// One row of the picture taken apart; lists are as long as the row and padded.
struct SurfaceRow {
    explicit SurfaceRow(int width);
    /// Everything but world points for some columns.
    void decode(const ToneFrame& frame, int y, Columns columns);
    /// Turns to a row of which nothing is decoded yet; then decodes the chunks that are asked for, once each.
    void start(int row);
    void need(const ToneFrame& frame, int chunk);
    /// The same without `id`, `key` and `flags`.
    void decodeShape(const ToneFrame& frame, int y, Columns columns);
    void decodeShape(const ToneFrame& frame, int y) { decodeShape(frame, y, {0, width}); }
    /// Only `id` and `flags`.
    void decodeFlags(const ToneFrame& frame, int y, Columns columns);
    void decodeFlags(const ToneFrame& frame, int y) { decodeFlags(frame, y, {0, width}); }
    /// World points; after decodeShape().
    void locate(const ToneFrame& frame, int y, Columns columns);
    void locate(const ToneFrame& frame, int y) { locate(frame, y, {0, width}); }

    int width;
    std::vector<std::int32_t> id;
    std::vector<std::uint32_t> key, flags;
    std::vector<float> depth;      ///< near / z
    std::vector<float> z;          ///< metres along the view axis; far away for the background
    std::vector<float> nx, ny, nz; ///< towards the camera
    std::vector<float> px, py, pz;

    int y = 0;                       ///< of start()
    std::vector<std::uint8_t> ready; ///< by chunk
};

/// Stage 1, row by row: fills `cast` and `turn`. Owns its scratch; one a thread.
class LightRow {
public:
    explicit LightRow(int width);
    void light(ToneFrame& frame, int y);

private:
    void blockedOfHalf(const ToneFrame& frame, int first);

    SurfaceRow m_row;
    std::vector<float> m_blocked, m_half;
    std::array<std::vector<float>, 7> m_thin;
    std::vector<std::int32_t> m_scratch;
};

/// Stage 2, one row: smooths them and decides what is in shade; fills `shade`.
void shadeRow(ToneFrame& frame, int y, SurfaceRow& row);

} // namespace rushes::render
