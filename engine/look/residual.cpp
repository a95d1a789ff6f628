// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/look/residual.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace rushes::look {
namespace {

constexpr float kLightSpread = 0.35f, kLightFloor = 0.7f, kStretch = 1.8f;

std::array<float, 4> cubicWeights(float t) {
    constexpr float a = -0.75f;
    const auto far = [](float d) { return ((a * d - 5 * a) * d + 8 * a) * d - 4 * a; };
    const auto near = [](float d) { return ((a + 2) * d - (a + 3)) * d * d + 1; };
    return {far(t + 1), near(t), near(1 - t), far(2 - t)};
}

/// Strength of edges at a pixel: summed differences to the right and below.
float edgeAt(const Plane& picture, int x, int y) {
    const float *here = picture.at(x, y), *right = picture.at(std::min(x + 1, picture.width - 1), y), *below = picture.at(x, std::min(y + 1, picture.height - 1));
    float sum = 0;
    for (int c = 0; c < picture.channels; ++c) sum += std::fabs(right[c] - here[c]) + std::fabs(below[c] - here[c]);
    return sum;
}

/// Means of edge strength on lines, beside them, and away from all of them.
struct EdgeShares {
    double sum[3]{}, count[3]{};

    void add(float distance, float edge) {
        const int band = distance < 1.5f ? 0 : distance >= 2.5f && distance < 6 ? 1 : distance >= 9 ? 2 : -1;
        if (band < 0) return;
        sum[band] += double(edge);
        ++count[band];
    }
    /// How much of the edges lies beside the lines, 0..1.
    float looseness() const {
        for (const double n : count)
            if (n < 60) return 0;
        const double on = sum[0] / count[0], beside = sum[1] / count[1], away = sum[2] / count[2];
        if (on <= away * 1.05) return 0; // the painting does not show these lines at all
        return float(std::clamp(((beside - away) / (on - away) - 0.15) / 0.5, 0.0, 1.0));
    }
};

float square(float x) { return x * x; }

} // namespace

Looseness measureLooseness(const GuideFrame& key, const Plane& picture) {
    EdgeShares lines, shadows;
    for (int y = 0; y < key.height; ++y)
        for (int x = 0; x < key.width; ++x) {
            const float* d = key.distance.at(x, y);
            const float line = std::min(d[kIdLine], d[kDepthLine]), edge = edgeAt(picture, x, y);
            if (d[kCreaseLine] > 6 && d[kShadowLine] > 6) lines.add(line, edge);
            if (line > 9 && d[kCreaseLine] > 9) shadows.add(d[kShadowLine], edge);
        }
    return {lines.looseness(), std::max(shadows.looseness(), lines.looseness())};
}

void sampleBicubic(const Plane& picture, float x, float y, float* to) {
    const int x0 = int(std::floor(x)), y0 = int(std::floor(y));
    const auto wx = cubicWeights(x - float(x0)), wy = cubicWeights(y - float(y0));
    to[0] = to[1] = to[2] = 0;
    for (int j = 0; j < 4; ++j) {
        const int v = std::clamp(y0 - 1 + j, 0, picture.height - 1);
        float row[3]{};
        for (int i = 0; i < 4; ++i) {
            const float *p = picture.at(std::clamp(x0 - 1 + i, 0, picture.width - 1), v), w = wx[std::size_t(i)];
            for (int c = 0; c < 3; ++c) row[c] += p[c] * w;
        }
        for (int c = 0; c < 3; ++c) to[c] += row[c] * wy[std::size_t(j)];
    }
}

void sampleBilinear(const Plane& plane, float x, float y, float* to) {
    const int x0 = std::clamp(int(std::floor(x)), 0, plane.width - 1), y0 = std::clamp(int(std::floor(y)), 0, plane.height - 1);
    const int x1 = std::min(x0 + 1, plane.width - 1), y1 = std::min(y0 + 1, plane.height - 1);
    const float u = std::clamp(x - float(x0), 0.0f, 1.0f), v = std::clamp(y - float(y0), 0.0f, 1.0f);
    const float *a = plane.at(x0, y0), *b = plane.at(x1, y0), *c = plane.at(x0, y1), *d = plane.at(x1, y1);
    for (int k = 0; k < plane.channels; ++k) to[k] = (a[k] * (1 - u) + b[k] * u) * (1 - v) + (c[k] * (1 - u) + d[k] * u) * v;
}

Carried carriedFrom(const GuideFrame& key, const GuideFrame& frame, const Correspondence& places, const std::vector<float>& seen, const Looseness& loose) {
    Carried out{std::vector<float>(frame.pixels()), std::vector<float>(frame.pixels())};
    // A wider reach costs sharpness in tight paintings, so that it grows with what the painting needs.
    const auto reach = [](float l) { return 2 + 5 * l; };
    const auto spread = [](float l) { return 0.6f - 0.32f * l; };
    const std::array<float, kLineKinds> far{reach(loose.lines), reach(loose.lines), reach(loose.lines), reach(loose.shadows)};
    const std::array<float, kLineKinds> near{spread(loose.lines), spread(loose.lines), spread(loose.lines), loose.shadows > 0.1f ? spread(loose.shadows) : 1.2f};
    for (std::size_t i = 0; i < frame.pixels(); ++i) {
        if (!places.seen[i] || seen[i] <= 0) continue;
        const float x = places.x[i], y = places.y[i];
        float light[2], towards, distance[kLineKinds];
        sampleBilinear(key.light, x, y, light);
        sampleBilinear(key.towards, x, y, &towards);
        sampleBilinear(key.distance, x, y, distance);
        const float lit = kLightFloor + (1 - kLightFloor) * std::exp(-square((light[0] - frame.light.data[2 * i]) / kLightSpread));
        const float stretch = frame.towards.data[i] / std::max(towards, 0.05f), flat = std::exp(-square(std::max(stretch - kStretch, 0.0f)) / 2);
        float worst = 0;
        for (std::size_t k = 0; k < kLineKinds; ++k)
            worst = std::max(worst, std::fabs(std::exp(-distance[k] / far[k]) - std::exp(-frame.distance.data[std::size_t(kLineKinds) * i + k] / far[k])) / near[k]);
        out.covered[i] = seen[i] * lit * flat;
        out.weight[i] = out.covered[i] * std::exp(-square(worst));
    }
    return out;
}

} // namespace rushes::look
