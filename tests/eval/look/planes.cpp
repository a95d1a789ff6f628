// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/eval/look/planes.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace rushes::eval {

using look::Plane;

Plane planeOf(const Image& picture) {
    Plane out = Plane::create(picture.width, picture.height, 3);
    for (int y = 0; y < out.height; ++y) {
        const auto* from = picture.rowAs<std::uint8_t>(y);
        for (int x = 0; x < out.width; ++x)
            for (int c = 0; c < 3; ++c) out.at(x, y)[c] = float(from[4 * x + c]) / 255;
    }
    return out;
}

Image imageOf(const Plane& plane) {
    Image out = Image::create(plane.width, plane.height, PixelFormat::rgba8);
    for (int y = 0; y < out.height; ++y) {
        auto* to = out.rowAs<std::uint8_t>(y);
        for (int x = 0; x < out.width; ++x) {
            for (int c = 0; c < 3; ++c) to[4 * x + c] = std::uint8_t(std::clamp(plane.at(x, y)[c], 0.0f, 1.0f) * 255 + 0.5f);
            to[4 * x + 3] = 255;
        }
    }
    return out;
}

Plane halvedPlane(const Plane& plane) {
    Plane out = Plane::create(plane.width / 2, plane.height / 2, plane.channels);
    for (int y = 0; y < out.height; ++y)
        for (int x = 0; x < out.width; ++x) {
            const float *a = plane.at(2 * x, 2 * y), *b = plane.at(2 * x, 2 * y + 1);
            for (int c = 0; c < plane.channels; ++c) out.at(x, y)[c] = (a[c] + a[c + plane.channels] + b[c] + b[c + plane.channels]) * 0.25f;
        }
    return out;
}

Plane greyOf(const Plane& plane) {
    Plane out = Plane::create(plane.width, plane.height, 1);
    for (std::size_t i = 0; i < out.data.size(); ++i) {
        const float* p = plane.data.data() + 3 * i;
        out.data[i] = 0.299f * p[0] + 0.587f * p[1] + 0.114f * p[2];
    }
    return out;
}

namespace {

std::vector<float> bell(float sigma, float reach) {
    const int radius = int(reach * sigma);
    std::vector<float> weights;
    float total = 0;
    for (int i = -radius; i <= radius; ++i) {
        weights.push_back(std::exp(-float(i * i) / (2 * sigma * sigma)));
        total += weights.back();
    }
    for (float& w : weights) w /= total;
    return weights;
}

int mirrored(int i, int end) {
    if (end == 1) return 0;
    while (i < 0 || i >= end) i = i < 0 ? -i : 2 * end - 2 - i;
    return i;
}

Plane blurredAlong(const Plane& in, const std::vector<float>& weights, bool down) {
    Plane out = Plane::create(in.width, in.height, in.channels);
    const int radius = int(weights.size()) / 2;
    for (int y = 0; y < in.height; ++y)
        for (int x = 0; x < in.width; ++x) {
            float* to = out.at(x, y);
            for (int k = -radius; k <= radius; ++k) {
                const float* from = down ? in.at(x, mirrored(y + k, in.height)) : in.at(mirrored(x + k, in.width), y);
                for (int c = 0; c < in.channels; ++c) to[c] += weights[std::size_t(k + radius)] * from[c];
            }
        }
    return out;
}

} // namespace

Plane blurred(const Plane& plane, float sigma, float reach) {
    const auto weights = bell(sigma, reach);
    return blurredAlong(blurredAlong(plane, weights, false), weights, true);
}

void sample(const Plane& plane, float x, float y, float* out) {
    x = std::clamp(x, 0.0f, float(plane.width - 1));
    y = std::clamp(y, 0.0f, float(plane.height - 1));
    const int left = std::min(int(x), std::max(plane.width - 2, 0)), top = std::min(int(y), std::max(plane.height - 2, 0));
    const int right = std::min(left + 1, plane.width - 1), bottom = std::min(top + 1, plane.height - 1);
    const float u = x - float(left), v = y - float(top);
    const float *a = plane.at(left, top), *b = plane.at(right, top), *c = plane.at(left, bottom), *d = plane.at(right, bottom);
    for (int i = 0; i < plane.channels; ++i) out[i] = (a[i] * (1 - u) + b[i] * u) * (1 - v) + (c[i] * (1 - u) + d[i] * u) * v;
}

} // namespace rushes::eval
