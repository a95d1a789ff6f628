// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/render/surface_rows.h"

#include <array>

namespace rushes::render {

struct InkRule; // ink_rows.cpp

/// Stage 2, after the shade: rows of samples in order from `first`: where the pen goes and how hard it presses; fills `ink`. A line belongs to the
/// nearer of two surfaces and lies on its side: figures press hardest, props in front of what is far, inner lines less than
/// outlines, the shaded side more than the lit one.
class InkRows {
public:
    InkRows(ToneFrame& frame, int first);
    /// The row that is next, its flags decoded.
    const SurfaceRow& row() const { return m_rows[1]; }
    /// After shadeRow() of that row.
    void next();

private:
    /// Whether no line can start in a chunk of the middle row: one flat surface all about it.
    bool calm(int chunk) const;
    /// Draws the chunks from `first` to before `last`.
    void draw(int first, int last);
    /// Turns `m_share` into ink, from column `from` to before `to`.
    void pressWhereDrawn(int from, int to, const InkRule& rule);

    ToneFrame& m_frame;
    int m_y;
    std::array<SurfaceRow, 3> m_rows; ///< y - 1, y, y + 1, decoded where lines may be
    std::vector<float> m_share;
    std::vector<std::int32_t> m_scratch;
};

/// The drawn line: `ink` blurred, thresholded and pushed about by slow noise. Rows of the picture, in order from `first`.
class PenRows {
public:
    PenRows(const ToneFrame& frame, int first);
    /// Opacity 0..1 of the next row, as wide as the picture.
    const std::vector<float>& next();

private:
    struct Row {
        std::vector<float> values;       ///< with one column of padding on both sides
        std::vector<std::uint8_t> busy; ///< by block: not all 0
    };
    void blur(int y, Row& into);

    const ToneFrame& m_frame;
    int m_y;
    int m_width;
    std::array<Row, 3> m_rows; ///< y - 1, y, y + 1
    std::vector<float> m_out;
    std::vector<std::uint16_t> m_column;
    std::vector<std::uint8_t> m_peak, m_small[5];
};

} // namespace rushes::render
