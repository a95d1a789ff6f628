// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/render/surface_rows.h"

namespace rushes::render {

/// One row of samples and where its light goes.
struct NightRow {
    const ToneFrame& frame;
    const SurfaceRow& row;
    int y;
    float *red, *green, *blue; ///< factor of the picture's colour, 0..1
};

/// What night and the lamps leave of the picture: dark, pools of light under lamps, full light from what emits.
void nightRow(const NightRow& night);
/// The air about lamps shines; added to the finished colour.
void glowRow(const NightRow& night, float* red, float* green, float* blue);

} // namespace rushes::render
