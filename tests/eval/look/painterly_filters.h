// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/look/guide_frame.h"

#include <cstdint>

namespace rushes::eval {

// Paintings of a stage frame by filters that know nothing of surfaces: each frame would come out differently, so there is no truth.
// Pictures are 3 channels of 0..1; sizes are meant at 640 x 360 and scaled with the height.

/// Oil strokes along the picture's forms, three sizes of brush, every stroke a little off in colour and place.
look::Plane brushStrokes(const look::Plane& picture, std::uint64_t seed);

/// A few washes with dark, wavering borders and broken brush lines on grained paper, nearly grey.
look::Plane inkWash(const look::Plane& picture, std::uint64_t seed);

/// A painting traced by an unsteady hand: displaced by about two pixels, smoothly.
look::Plane wobbled(const look::Plane& painting, std::uint64_t seed);

} // namespace rushes::eval
