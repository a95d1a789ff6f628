// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/image.h"
#include "engine/render/tone_frame.h"
#include "engine/render/worker_pool.h"

namespace rushes::render {

/// Diameter of the circle of confusion in pixels at `z` metres along the view axis: thin lens, focal length and sensor of the
/// camera, focus at camera.focusM, aperture focal length / camera.stop. Negative in front of the focus. Thin-lens equation.
float confusionPixels(const geometry::Camera& camera, int width, float z);

/// Blurs `picture` (rgba8) by each pixel's circle of confusion. Two passes of running sums each way; what is sharp does not
/// bleed into what is not, and blurred foregrounds spread over their edges.
void blurByLens(const View& view, const GeometryFrame& geometry, int samples, WorkerPool& pool, Image& picture);

} // namespace rushes::render
