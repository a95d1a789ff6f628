// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/render/colour_rows.h"
#include "engine/render/place_rows.h"
#include "engine/render/surface_rows.h"

namespace rushes::render {

/// Colours of the sky by elevation, ten bits a channel: what ToneFrame::sky holds.
std::vector<std::uint32_t> skyTable(const View& view);

/// Stage 4, one row of samples: what the markers leave on the paper, before the pen. Owns its scratch; one a thread.
class PaintRow {
public:
    explicit PaintRow(const ToneFrame& frame);
    void paint(int y);

    std::vector<float> red, green, blue; ///< 0..1
    std::vector<float> fade;             ///< how much of the pen's line is left by the air
private:
    /// Which chunks have patterns, hatching or something close by; then those marks.
    void findMarks(int y);
    void marks(int y);
    Columns columnsOf(std::size_t chunk) const;
    std::uint8_t marksIn(int y, Columns columns) const;
    /// Calls work(columns) for each run of chunks that have one of the marks.
    template <class Work> void eachRun(std::uint8_t marks, const Work& work) const;
    /// Calls work(columns, true) for each chunk of a run that is marked in `one`, and with false for what lies between them.
    template <class Work> static void eachPiece(Columns run, const std::vector<std::uint8_t>& one, const Work& work);
    SurfaceLists surfaces(Columns columns) const;
    PlaceLists places(Columns columns);
    void patterns(Columns columns);
    void hatching(int y, Columns columns, bool same);
    int contactOctaves() const;
    void contactByDepth(int y);
    ColourRule colourRule() const;
    void colours(int y);
    void light(int y);
    void sky(int y);

    const ToneFrame& m_frame;
    SurfaceRow m_row;
    ColourRule m_rule;
    bool m_plain = false; ///< a row of the board without snow: chunks without marks are painted without asking for any
    bool m_allNormals = true; ///< of the row at hand, or only where it has marks
    std::vector<float> m_u, m_v, m_footU, m_footV, m_foot, m_across, m_footAcross;
    std::vector<std::uint8_t> m_marks; ///< by chunk
    std::vector<float> m_pattern; ///< ink of patterns, 0..1
    std::vector<float> m_hatch;   ///< ink of hatching, 0..1
    std::vector<float> m_near;    ///< contact, 0..1
    std::vector<float> m_coarse;  ///< one row of the contact plane
    std::vector<std::int32_t> m_at; ///< scratch
    std::vector<float> m_kr, m_kg, m_kb; ///< light that night leaves
};

} // namespace rushes::render
