// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/render/surface_rows.h"

namespace rushes::render {

/// Colours of the sky by elevation, ten bits a channel: what ToneFrame::sky holds.
std::vector<std::uint32_t> skyTable(const View& view);

/// Stage 5, one row of samples: what the markers leave on the paper, before the pen. Owns its scratch; one a thread.
class PaintRow {
public:
    explicit PaintRow(const ToneFrame& frame);
    void paint(int y);

    std::vector<float> red, green, blue; ///< 0..1
    std::vector<float> fade;             ///< how much of the pen's line is left by the air
private:
    /// Patterns and hatching, where a row has any.
    void marks(int y);
    bool marked(int y, Columns columns) const;
    void coordinates(int y, Columns columns);
    void patterns(Columns columns);
    void hatching(int y, Columns columns);
    void contact(int y);
    void colours(int y);
    void light(int y);
    void sky(int y);

    const ToneFrame& m_frame;
    SurfaceRow m_row;
    std::vector<float> m_u, m_v, m_footU, m_footV, m_foot, m_across, m_footAcross;
    std::vector<float> m_pattern; ///< ink of patterns, 0..1
    std::vector<float> m_hatch;   ///< ink of hatching, 0..1
    std::vector<float> m_near;    ///< contact, 0..1
    std::vector<float> m_coarse;  ///< one row of the contact plane
    std::vector<std::int32_t> m_at; ///< scratch
    std::vector<float> m_kr, m_kg, m_kb; ///< light that night leaves
};

} // namespace rushes::render
