// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/look/correspondence.h"
#include "engine/look/guide_frame.h"

#include <cstdint>
#include <vector>

namespace rushes::eval {

// Pictures are 3 channels of 0..1. Definitions are those of the `look` prototype, so that figures compare with its.

/// Mean of the squared differences at each pixel.
std::vector<float> squaredError(const look::Plane& a, const look::Plane& b);

/// Peak signal to noise in dB over the pixels that `wanted` picks (empty: all); NaN when it picks fewer than `least`.
double psnr(const std::vector<float>& squaredError, const std::vector<std::uint8_t>& wanted = {}, std::size_t least = 1);

/// 1 within two pixels of an id or depth line.
std::vector<std::uint8_t> nearLines(const look::GuideFrame& frame);

/// Structural similarity of the grey pictures (Wang et al. 2004; Gaussian window of 1.5 pixels).
double ssim(const look::Plane& greyA, const look::Plane& greyB);

/// Responses of 16 fixed random 7 x 7 filters at every second pixel, each sorted: what a picture's texture is made of, wherever it is.
using PatchProjections = std::vector<std::vector<float>>;
PatchProjections patchProjections(const look::Plane& grey);
/// Sliced Wasserstein distance of patches as a share of the truth's mean response; 0 is the same texture.
double patchDistance(const PatchProjections& picture, const PatchProjections& truth);

/// Mean difference, 0..255, between a frame and the next one brought back along the true motion, where both show the surface.
double warpError(const look::Plane& frame, const look::Plane& next, const look::Correspondence& toNext);

/// Mean difference, 0..255, of a picture from itself blurred by 1.5 pixels.
double highPass(const look::Plane& picture);

/// People's clothes, hair and legs: means of colour in bands of the body's height, away from outlines.
struct Swaps {
    int wrong = 0; ///< nearer to the same band of another person than to its own
    int of = 0;
};
Swaps colourSwaps(const look::GuideFrame& frame, const look::Plane& picture, const look::Plane& truth);

} // namespace rushes::eval
