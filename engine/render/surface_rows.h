// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/render/tone_frame.h"

#include <array>

namespace rushes::render {

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
    /// Only `id` and `flags`.
    void decodeFlags(const ToneFrame& frame, int y, Columns columns);
    void decodeFlags(const ToneFrame& frame, int y) { decodeFlags(frame, y, {0, width}); }
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
};

/// Stage 1, row by row: fills `even`, `cast`, `turn` and, for the board, `steep`. Owns its scratch; one a thread.
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

struct ShadeRoom {
    std::vector<std::uint16_t> column;
    std::vector<float> softTurn, softCast;
    std::vector<std::int32_t> scratch;
};
/// Stage 2, one row with its flags: smooths them and decides what is in shade; fills `shade`.
void shadeRow(ToneFrame& frame, int y, const SurfaceRow& row, ShadeRoom& room);

} // namespace rushes::render
