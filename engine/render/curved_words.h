// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/render/screen_mesh.h"

namespace rushes::render {

/// Some pixels of a row of a curved triangle, from (x, y) on.
struct CurvedSpan {
    const CornerShading &start, &perColumn, &perRow;
    float x, y;
    int count;
};

/// {normal, surface} of each pixel.
void curvedWords(const CurvedSpan& span, std::uint32_t id, std::uint32_t* words);

struct DetailSurface {
    std::uint32_t id, firstVariant;
    bool eye; ///< else hair
};
/// The same for eyes and hair, whose surface depends on the place; shaders/render/surface_detail.frag does the same.
void detailWords(const CurvedSpan& span, const DetailSurface& surface, std::uint32_t* words);

} // namespace rushes::render
