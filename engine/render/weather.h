// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/image.h"
#include "engine/render/tone_frame.h"

namespace rushes::render {

/// Rain and snow over the finished picture: drops fill a box about the eye, are fixed to the world, fall and drift with the wind,
/// and vanish behind what is nearer. `samples` is that of the geometry.
void drawWeather(const View& view, const GeometryFrame& geometry, int samples, Image& picture);

} // namespace rushes::render
