// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/look/guide_frame.h"

#include <array>
#include <string>

namespace rushes::eval {

/// Looks that are painted by a program on the surfaces themselves, so that every frame has its truth.
enum class Truth : int { gouache, hatch, cel };
constexpr int kTruths = 3;
const char* nameOf(Truth truth);

/// Paints a frame in the three looks at its own size; hand over raw frames of twice the size and take halvedPlane() of the result.
/// Everything hangs on rest points (times `textureScale`: finer for near shots), on light and on lines, nothing on the screen.
std::array<look::Plane, kTruths> paintTruths(const look::GuideFrame& raw, float textureScale);

} // namespace rushes::eval
