// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/image.h"
#include "engine/look/guide_frame.h"

#include <thread>

namespace rushes::eval {

/// 3 channels of 0..1 from the bytes of an rgba8 picture, and back (rounded, cut off, opaque).
look::Plane planeOf(const Image& picture);
Image imageOf(const look::Plane& plane);

/// Mean of each 2 x 2 pixels.
look::Plane halvedPlane(const look::Plane& plane);

/// 1 channel: 0.299 R + 0.587 G + 0.114 B.
look::Plane greyOf(const look::Plane& plane);

/// Gaussian blur in each channel, cut off at `reach` standard deviations, the borders mirrored.
look::Plane blurred(const look::Plane& plane, float sigma, float reach = 3);

/// Channels at a place between pixels (whole numbers are pixel centres), bilinear, the border continued.
void sample(const look::Plane& plane, float x, float y, float* out);

/// Calls row(y) for each row, on two threads; what rows write must not overlap.
template <class Row> void eachRow(int height, const Row& row) {
    const auto half = [&](int first) {
        for (int y = first; y < height; y += 2) row(y);
    };
    std::thread other([&] { half(1); });
    half(0);
    other.join();
}

} // namespace rushes::eval
