// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/look/correspondence.h"
#include "engine/look/guide_frame.h"

#include <vector>

namespace rushes::look {

/// How freely a painting's edges keep to the stage's: 0 traced, 1 some six pixels off at 640 x 360.
struct Looseness {
    float lines = 0, shadows = 0;
};

/// How loose a painting is: how much of its edges lies two to seven pixels beside the lines rather than on them, against what the
/// painting does far from any line. `picture` is height x width x 3, any scale.
Looseness measureLooseness(const GuideFrame& key, const Plane& picture);

/// What of the painted frame's residual holds at a pixel of another frame.
struct Carried {
    std::vector<float> weight;  ///< 0..1: seen there, lit alike, as near to lines as in the painted frame, not stretched
    std::vector<float> covered; ///< the same without the nearness to lines: the rest is for the fill
};

/// Weights of carrying from `key` to `frame`. Formula: recipe of the `look` prototype; `loose` widens what counts as near to a line.
Carried carriedFrom(const GuideFrame& key, const GuideFrame& frame, const Correspondence& places, const std::vector<float>& seen, const Looseness& loose);

/// Samples `picture` (channels 3) between pixels: bicubic (Keys, a = -0.75), borders repeated. `to` takes 3 floats.
void sampleBicubic(const Plane& picture, float x, float y, float* to);

/// Samples a plane of any number of channels bilinearly, borders repeated.
void sampleBilinear(const Plane& plane, float x, float y, float* to);

} // namespace rushes::look
