// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/render/surface_rows.h"

#include <array>

namespace rushes::render {

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

} // namespace rushes::render
