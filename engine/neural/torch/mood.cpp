// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/neural/torch/mood.h"

#include "engine/neural/torch/seeded_draws.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace rushes::neural {
namespace {

struct Kind {
    int kernel = 1, stride = 1, positions = 1; ///< pixels; positions along a side of a tile
    bool withoutMean = false, halfSize = false;
};
constexpr Kind kKindTable[Mood::kKinds] = {{1, 2, 4, false, false}, {5, 1, 4, true, false}, {6, 2, 2, false, true}};
constexpr int kPool = 48, kSamples = 8192, kQuantiles = 1024, kLightBins = 256;

const Kind& kindOf(int which) { return kKindTable[which / Mood::kDirectionsAStep]; }

std::vector<float> drawDirection(const Kind& kind, SeededDraws& draws) {
    const int k = kind.kernel;
    std::vector<float> w(std::size_t(k * k * 3));
    if (kind.halfSize) {
        std::vector<float> coarse(w.size() / 4);
        for (float& v : coarse) v = draws.normal();
        for (int y = 0, i = 0; y < k; ++y)
            for (int x = 0; x < k; ++x)
                for (int c = 0; c < 3; ++c, ++i) w[std::size_t(i)] = coarse[std::size_t((y / 2 * (k / 2) + x / 2) * 3 + c)];
    } else {
        for (float& v : w) v = draws.normal();
    }
    if (kind.withoutMean)
        for (std::size_t c = 0; c < 3; ++c) {
            float mean = 0;
            for (std::size_t i = c; i < w.size(); i += 3) mean += w[i] / float(k * k);
            for (std::size_t i = c; i < w.size(); i += 3) w[i] -= mean;
        }
    // Length 1, in half-size pixels (means of four) where they are meant: all kinds then count alike.
    float square = 0;
    for (const float v : w) square += v * v;
    const float length = std::sqrt(square) * (kind.halfSize ? 2.0f : 1.0f);
    for (float& v : w) v /= std::max(length, 1e-6f);
    return w;
}

float along(const std::vector<float>& weights, int kernel, const float* at, std::size_t row) {
    float sum = 0;
    for (int y = 0; y < kernel; ++y)
        for (int i = 0; i < kernel * 3; ++i) sum += weights[std::size_t(y * kernel * 3 + i)] * at[std::size_t(y) * row + std::size_t(i)];
    return sum;
}

/// A sorted list's value at `share` of its way, 0..1.
float atShare(const std::vector<float>& sorted, double share) {
    const double at = std::clamp(share * double(sorted.size()) - 0.5, 0.0, double(sorted.size() - 1));
    const auto i = std::size_t(at);
    const float t = float(at - double(i));
    return i + 1 < sorted.size() ? sorted[i] * (1 - t) + sorted[i + 1] * t : sorted[i];
}

struct Picture {
    int width, height;
    const float* colours;
};

/// How samples from random places of the pictures are spread along a direction.
std::vector<float> quantilesAlong(const std::vector<float>& weights, int kernel, const std::vector<Picture>& pictures, SeededDraws& draws) {
    std::vector<float> samples(kSamples), quantiles;
    for (float& sample : samples) {
        const Picture& picture = pictures[std::size_t(draws.below(int(pictures.size())))];
        const int x = draws.below(picture.width - kernel + 1), y = draws.below(picture.height - kernel + 1);
        sample = along(weights, kernel, picture.colours + (std::size_t(y) * std::size_t(picture.width) + std::size_t(x)) * 3, std::size_t(picture.width) * 3);
    }
    std::sort(samples.begin(), samples.end());
    for (int q = 0; q < kQuantiles; ++q) quantiles.push_back(atShare(samples, (q + 0.5) / kQuantiles));
    return quantiles;
}

/// Orders floats by value, and equal ones by index: one whole number each.
std::uint64_t sortKey(float value, std::uint32_t index) {
    const auto bits = std::bit_cast<std::uint32_t>(value);
    return std::uint64_t(bits & 0x80000000u ? ~bits : bits | 0x80000000u) << 32 | index;
}

} // namespace

Mood::Mood(const MoodPicture& picture, std::uint64_t seed) : m_strength(picture.strength), m_seed(seed ^ 0x6d6f6f64) {
    const std::vector<Picture> pictures{{picture.width, picture.height, picture.colours.data()}};
    for (int kind = 0; kind < kKinds; ++kind)
        for (int i = 0; i < kPool; ++i) {
            SeededDraws draws(m_seed, std::uint64_t(kind), std::uint64_t(i));
            Direction direction{drawDirection(kKindTable[kind], draws), {}, {}};
            direction.aim = direction.mood = quantilesAlong(direction.weights, kKindTable[kind].kernel, pictures, draws);
            m_pool[std::size_t(kind)].push_back(std::move(direction));
        }
    const std::size_t pixels = picture.colours.size() / 3;
    for (std::size_t i = 0; i < pixels; ++i) m_moodLight.push_back(lightOf(picture.colours.data() + i * 3));
    std::sort(m_moodLight.begin(), m_moodLight.end());
}

void Mood::setStage(const std::vector<PixelSheet>& sheets) {
    if (sheets.empty()) return;
    std::vector<Picture> pictures;
    std::vector<float> light;
    for (const auto& sheet : sheets) {
        pictures.push_back({sheet.width, sheet.height, sheet.target.data()});
        for (std::size_t i = 0; i + 2 < sheet.target.size(); i += 3) light.push_back(lightOf(sheet.target.data() + i));
    }
    const float strength = float(m_strength);
    for (int kind = 0; kind < kKinds; ++kind)
        for (int i = 0; i < kPool; ++i) {
            Direction& direction = m_pool[std::size_t(kind)][std::size_t(i)];
            SeededDraws draws(m_seed + 1, std::uint64_t(kind), std::uint64_t(i));
            direction.aim = quantilesAlong(direction.weights, kKindTable[kind].kernel, pictures, draws);
            for (std::size_t q = 0; q < direction.aim.size(); ++q) direction.aim[q] += (direction.mood[q] - direction.aim[q]) * strength;
        }
    std::sort(light.begin(), light.end());
    m_lightMap.clear();
    for (int bin = 0; bin < kLightBins; ++bin) {
        const float value = 2 * float(bin) / (kLightBins - 1) - 1;
        // Halfway up what the stage has of this very light: large flat areas go to the middle of their share.
        const auto below = std::lower_bound(light.begin(), light.end(), value), above = std::upper_bound(below, light.end(), value);
        const double share = (double(below - light.begin()) + double(above - light.begin())) / (2 * double(light.size()));
        m_lightMap.push_back(value + (atShare(m_moodLight, share) - value) * strength);
    }
}

float Mood::lightFor(float stageLight) const {
    const float at = std::clamp((stageLight + 1) / 2, 0.0f, 1.0f) * (kLightBins - 1);
    const auto i = std::min(std::size_t(at), std::size_t(kLightBins - 2));
    const float t = at - float(i);
    return m_lightMap[i] * (1 - t) + m_lightMap[i + 1] * t;
}

const Mood::Direction& Mood::direction(int step, int which) const {
    const int kind = which / kDirectionsAStep;
    return m_pool[std::size_t(kind)][std::size_t((step * kDirectionsAStep + which % kDirectionsAStep) % kPool)];
}

int Mood::samplesOf(int which) { return kindOf(which).positions * kindOf(which).positions; }

void Mood::compare(int step, int which, std::span<const float* const> parts, int tilesAPart, std::vector<float>& slopes) const {
    const Kind& kind = kindOf(which);
    const Direction& along_ = direction(step, which);
    std::vector<float> values;
    for (const float* part : parts)
        for (int tile = 0; tile < tilesAPart; ++tile)
            for (int y = 0; y < kind.positions; ++y)
                for (int x = 0; x < kind.positions; ++x)
                    values.push_back(along(along_.weights, kind.kernel, part + tile * kTileFloats + (y * kTile + x) * kind.stride * 3, kTile * 3));
    std::vector<std::uint64_t> order(values.size());
    for (std::size_t i = 0; i < values.size(); ++i) order[i] = sortKey(values[i], std::uint32_t(i));
    std::sort(order.begin(), order.end());
    slopes.resize(values.size());
    const float each = 1.0f / float(values.size());
    for (std::size_t rank = 0; rank < order.size(); ++rank) {
        const auto i = std::size_t(order[rank] & 0xffffffffu);
        const float off = values[i] - atShare(along_.aim, (double(rank) + 0.5) / double(order.size()));
        slopes[i] = (0.7f * float(int(off > 0) - int(off < 0)) + 1.2f * off) * each;
    }
}

void Mood::spread(int step, int which, const float* slopes, int tiles, float scale, float* gradient) const {
    const Kind& kind = kindOf(which);
    const std::vector<float>& weights = direction(step, which).weights;
    const int row = kind.kernel * 3;
    for (int tile = 0; tile < tiles; ++tile)
        for (int y = 0; y < kind.positions; ++y)
            for (int x = 0; x < kind.positions; ++x) {
                const float slope = *slopes++ * scale;
                float* to = gradient + tile * kTileFloats + (y * kTile + x) * kind.stride * 3;
                for (int ky = 0; ky < kind.kernel; ++ky)
                    for (int i = 0; i < row; ++i) to[ky * kTile * 3 + i] += weights[std::size_t(ky * row + i)] * slope;
            }
}

} // namespace rushes::neural
