// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "engine/render/screen_mesh.h"

namespace rushes::render {

/// Some pixels of a row of a curved triangle, from (x, y) on.
struct CurvedSpan {
    const CornerShading &start, &perColumn, &perRow;
    float x, y;
    int count;
};

/// A row's normals that are not words yet: spans are short, rows are long enough to be worked on many pixels at a time.
class NormalRow {
public:
    /// Takes a span with its surface.
    void add(const CurvedSpan& span, std::uint32_t id, int width);
    /// Writes {normal, surface} of all that was taken, and forgets it.
    void finish(std::uint32_t* words);

private:
    std::vector<float> m_x, m_y, m_z;
    std::vector<std::uint32_t> m_id; ///< kNoId where nothing was taken
    int m_first = 0, m_last = 0;
};

struct DetailSurface {
    std::uint32_t id, firstVariant;
    bool eye; ///< else hair
};
/// The same for eyes and hair, whose surface depends on the place; shaders/render/surface_detail.frag does the same.
void detailWords(const CurvedSpan& span, const DetailSurface& surface, std::uint32_t* words);

} // namespace rushes::render
