// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/eval/look/metrics.h"

#include "tests/eval/look/planes.h"
#include "tests/eval/look/value_noise.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <limits>
#include <map>

namespace rushes::eval {

using look::Plane;

std::vector<float> squaredError(const Plane& a, const Plane& b) {
    assert(a.data.size() == b.data.size() && a.channels == 3);
    std::vector<float> out(a.data.size() / 3);
    for (std::size_t i = 0; i < out.size(); ++i) {
        for (std::size_t c = 0; c < 3; ++c) {
            const float d = a.data[3 * i + c] - b.data[3 * i + c];
            out[i] += d * d / 3;
        }
    }
    return out;
}

double psnr(const std::vector<float>& squaredError, const std::vector<std::uint8_t>& wanted, std::size_t least) {
    double sum = 0;
    std::size_t count = 0;
    for (std::size_t i = 0; i < squaredError.size(); ++i) {
        if (!wanted.empty() && !wanted[i]) continue;
        sum += double(squaredError[i]);
        ++count;
    }
    if (count < std::max<std::size_t>(least, 1)) return std::numeric_limits<double>::quiet_NaN();
    return -10 * std::log10(sum / double(count) + 1e-9);
}

std::vector<std::uint8_t> nearLines(const look::GuideFrame& frame) {
    std::vector<std::uint8_t> out(frame.pixels());
    for (std::size_t i = 0; i < out.size(); ++i) {
        const float* d = frame.distance.data.data() + look::kLineKinds * i;
        out[i] = std::min(d[look::kIdLine], d[look::kDepthLine]) < 2;
    }
    return out;
}

double ssim(const Plane& a, const Plane& b) {
    Plane moments = Plane::create(a.width, a.height, 5); // a, b, a a, b b, a b
    for (std::size_t i = 0; i < a.data.size(); ++i) {
        const float p = a.data[i], q = b.data[i];
        const float values[5] = {p, q, p * p, q * q, p * q};
        std::copy(values, values + 5, moments.data.begin() + std::ptrdiff_t(5 * i));
    }
    moments = blurred(moments, 1.5f);
    double sum = 0;
    for (std::size_t i = 0; i < a.data.size(); ++i) {
        const float* m = moments.data.data() + 5 * i;
        const double p = m[0], q = m[1], varianceA = m[2] - p * p, varianceB = m[3] - q * q, both = m[4] - p * q;
        sum += (2 * p * q + 1e-4) * (2 * both + 9e-4) / ((p * p + q * q + 1e-4) * (varianceA + varianceB + 9e-4));
    }
    return sum / double(a.data.size());
}

namespace {

constexpr int kFilters = 16, kSide = 7, kStride = 2;
using Filter = std::array<float, kSide * kSide>;

/// Without mean, of length 1.
std::array<Filter, kFilters> randomFilters() {
    std::array<Filter, kFilters> out;
    Draws draws(7);
    for (Filter& filter : out) {
        float mean = 0, length = 0;
        for (float& v : filter) mean += (v = draws.normal()) / float(filter.size());
        for (float& v : filter) v -= mean;
        for (const float v : filter) length += v * v;
        for (float& v : filter) v /= std::sqrt(length);
    }
    return out;
}

float response(const Filter& filter, const Plane& grey, int x, int y) {
    float sum = 0;
    for (int j = 0; j < kSide; ++j) {
        const float* row = grey.at(x, y + j);
        for (int i = 0; i < kSide; ++i) sum += filter[std::size_t(j * kSide + i)] * row[i];
    }
    return sum;
}

} // namespace

PatchProjections patchProjections(const Plane& grey) {
    const auto filters = randomFilters();
    PatchProjections out(kFilters);
    eachRow(kFilters, [&](int k) {
        auto& list = out[std::size_t(k)];
        for (int y = 0; y + kSide <= grey.height; y += kStride)
            for (int x = 0; x + kSide <= grey.width; x += kStride) list.push_back(response(filters[std::size_t(k)], grey, x, y));
        std::sort(list.begin(), list.end());
    });
    return out;
}

double patchDistance(const PatchProjections& picture, const PatchProjections& truth) {
    double difference = 0, size = 0;
    for (std::size_t k = 0; k < truth.size(); ++k)
        for (std::size_t i = 0; i < truth[k].size(); ++i) {
            difference += double(std::fabs(picture[k][i] - truth[k][i]));
            size += double(std::fabs(truth[k][i]));
        }
    return difference / std::max(size, 1e-12);
}

double warpError(const Plane& frame, const Plane& next, const look::Correspondence& toNext) {
    double sum = 0;
    std::size_t count = 0;
    for (int y = 0; y < frame.height; ++y)
        for (int x = 0; x < frame.width; ++x) {
            const auto i = std::size_t(y) * std::size_t(frame.width) + std::size_t(x);
            if (!toNext.seen[i]) continue;
            float there[3];
            sample(next, toNext.x[i], toNext.y[i], there);
            for (int c = 0; c < 3; ++c) sum += double(std::fabs(frame.at(x, y)[c] - there[c]));
            count += 3;
        }
    return count ? sum / double(count) * 255 : std::numeric_limits<double>::quiet_NaN();
}

double highPass(const Plane& picture) {
    const Plane soft = blurred(picture, 1.5f);
    double sum = 0;
    for (std::size_t i = 0; i < soft.data.size(); ++i) sum += double(std::fabs(picture.data[i] - soft.data[i]));
    return sum / double(soft.data.size()) * 255;
}

namespace {

struct Mean {
    std::array<double, 3> picture{}, truth{};
    double count = 0;
};

double distance(const std::array<double, 3>& a, double countA, const std::array<double, 3>& b, double countB) {
    double sum = 0;
    for (std::size_t c = 0; c < 3; ++c) sum += (a[c] / countA - b[c] / countB) * (a[c] / countA - b[c] / countB);
    return std::sqrt(sum);
}

/// Legs, chest or hair by metres above the ground at rest; -1 between them, where skin and borders are.
int bandOf(float height) {
    if (height > 0.25f && height < 0.85f) return 0;
    if (height > 1.05f && height < 1.40f) return 1;
    return height > 1.66f ? 2 : -1;
}

} // namespace

Swaps colourSwaps(const look::GuideFrame& frame, const Plane& picture, const Plane& truth) {
    constexpr double kLeast = 25; // pixels
    constexpr float kInk = 2;     // pixels about an outline, which has one colour in everybody
    std::array<std::map<std::uint32_t, Mean>, 3> bands;
    for (std::size_t i = 0; i < frame.pixels(); ++i) {
        const int band = frame.figure[i] ? bandOf(frame.rest.data[3 * i + 1]) : -1;
        const float* line = frame.distance.data.data() + look::kLineKinds * i;
        if (band < 0 || std::min({line[look::kIdLine], line[look::kDepthLine], line[look::kCreaseLine]}) < kInk) continue;
        Mean& mean = bands[std::size_t(band)][frame.object[i]];
        for (std::size_t c = 0; c < 3; ++c) {
            mean.picture[c] += double(picture.data[3 * i + c]);
            mean.truth[c] += double(truth.data[3 * i + c]);
        }
        ++mean.count;
    }
    Swaps out;
    for (const auto& band : bands)
        for (const auto& [one, own] : band)
            for (const auto& [two, other] : band) {
                if (one == two || own.count < kLeast || other.count < kLeast) continue;
                // Who are dressed alike cannot be mixed up.
                if (distance(own.truth, own.count, other.truth, other.count) < 0.05) continue;
                ++out.of;
                if (distance(own.picture, own.count, own.truth, own.count) > distance(own.picture, own.count, other.truth, other.count)) ++out.wrong;
            }
    return out;
}

} // namespace rushes::eval
