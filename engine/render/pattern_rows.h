// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/geometry/material.h"

namespace rushes::render {

/// A run of pixels of one pattern. All lists run along the pixels.
struct PatternSpan {
    const float* u;     ///< metres on the surface: x or along the wall
    const float* v;     ///< metres on the surface: z or height
    const float* footU; ///< metres of u that a pixel covers
    const float* footV;
    const float* foot;  ///< metres a pixel covers face on
    float* out;         ///< share of the pixel that is ink, 0..1
    int count;
    geometry::Pattern pattern;
    float seconds;      ///< moves water
};

/// Draws the pattern's lines: 1.2 pixels wide at any distance; cells fade out or double their size when they get smaller than
/// a few pixels, so that nothing shimmers or goes black.
void patternSpan(const PatternSpan& span);

} // namespace rushes::render
