// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

namespace rushes::look {

/// Distance in pixels from each pixel's centre to the nearest one that is marked, exact up to `far` (at most 60), `far` beyond.
/// `marked` is width x height, 0 or not. The separable minimum of Felzenszwalb and Huttenlocher ("Distance Transforms of Sampled
/// Functions", 2012), cut off, so that each step is a plain loop over a row. Writes every `stride`-th float of `out`.
void lineDistance(const std::vector<std::uint8_t>& marked, int width, int height, int far, float* out, int stride);

} // namespace rushes::look
