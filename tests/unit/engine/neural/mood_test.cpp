// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#ifndef RUSHES_NO_TORCH
#include "engine/neural/pixel_net.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>

using namespace rushes;
using namespace rushes::neural;

namespace {

constexpr int kSide = 64;
constexpr std::size_t kPixels = std::size_t(kSide) * kSide;
const PixelNetOptions kToy{.channels = 6, .hidden = 24, .layers = 2, .patch = 16, .workers = 2, .seed = 3};

/// A grey-green stage: a bright sky above, a ground with a dark disc; guides are colour, height and who is there.
PixelSheet stage() {
    PixelSheet sheet{kSide, kSide, {}, {}, {}};
    for (int y = 0; y < kSide; ++y)
        for (int x = 0; x < kSide; ++x) {
            const bool sky = y < 24, disc = std::hypot(x - 30, y - 44) < 11;
            const float shade = 0.15f * float(std::sin(0.2 * x) * std::cos(0.15 * y));
            const float light = (disc ? -0.6f : sky ? 0.6f : -0.05f) + shade;
            for (const float v : {light, light + 0.1f, light, float(y) / kSide, disc ? 1.0f : 0.0f, sky ? 1.0f : 0.0f}) sheet.guides.push_back(v);
            for (const float v : {light, light + 0.1f, light}) sheet.target.push_back(v);
        }
    return sheet;
}

/// Dusk: orange lights, blue darks, with streaks.
MoodPicture dusk(double strength) {
    MoodPicture mood{48, 40, {}, strength};
    for (int y = 0; y < mood.height; ++y)
        for (int x = 0; x < mood.width; ++x) {
            const float t = float(y) / float(mood.height) + 0.1f * float(std::sin(0.9 * x));
            for (const float v : {0.8f - 1.5f * t, 0.1f - 0.8f * t, -0.5f + 0.4f * t}) mood.colours.push_back(v);
        }
    return mood;
}

std::vector<float> painted(const PixelNet& net) {
    const auto sheet = stage();
    std::vector<float> out(kPixels * 3);
    REQUIRE(net.apply(sheet.guides.data(), kPixels, out.data()));
    return out;
}

/// Mean distance between two lots of colours, sorted along one direction.
double apart(const std::vector<float>& a, const std::vector<float>& b, double r, double g, double bl) {
    const auto along = [&](const std::vector<float>& colours) {
        std::vector<double> values;
        for (std::size_t i = 0; i < colours.size(); i += 3) values.push_back(colours[i] * r + colours[i + 1] * g + colours[i + 2] * bl);
        std::sort(values.begin(), values.end());
        return values;
    };
    const auto x = along(a), y = along(b);
    double sum = 0;
    for (int i = 0; i < 500; ++i) sum += std::abs(x[x.size() * std::size_t(i) / 500] - y[y.size() * std::size_t(i) / 500]);
    return sum / 500;
}

double colourDistance(const std::vector<float>& a, const std::vector<float>& b) {
    return (apart(a, b, 1, 0, 0) + apart(a, b, 0, 1, 0) + apart(a, b, 0, 0, 1) + apart(a, b, 0.7, 0, -0.7) + apart(a, b, 0.6, -0.8, 0)) / 5;
}

double lightCorrelation(const std::vector<float>& a, const std::vector<float>& b) {
    const auto light = [](const std::vector<float>& c, std::size_t i) { return 0.2126 * c[i] + 0.7152 * c[i + 1] + 0.0722 * c[i + 2]; };
    double ma = 0, mb = 0, aa = 0, bb = 0, ab = 0;
    for (std::size_t i = 0; i < a.size(); i += 3) ma += light(a, i) / kPixels, mb += light(b, i) / kPixels;
    for (std::size_t i = 0; i < a.size(); i += 3) {
        const double x = light(a, i) - ma, y = light(b, i) - mb;
        aa += x * x, bb += y * y, ab += x * y;
    }
    return ab / std::sqrt(aa * bb);
}

std::unique_ptr<PixelNet> inMood(double strength, int steps, int workers) {
    PixelNetOptions options = kToy;
    options.workers = workers;
    auto net = makePixelNet(options);
    REQUIRE(net);
    REQUIRE((*net)->setSheets({stage()}));
    REQUIRE((*net)->setMood(dusk(strength)));
    REQUIRE((*net)->learn(0, steps, steps, {}));
    return std::move(*net);
}

} // namespace

TEST_CASE("A mood's colours spread over the stage, whose light and dark stay", "[neural]") {
    const auto before = stage().target, mood = dusk(1).colours;
    const auto full = painted(*inMood(1, 300, 2)), half = painted(*inMood(0.5, 300, 2)), none = painted(*inMood(0, 300, 2));
    INFO("to the mood: stage " << colourDistance(before, mood) << " none " << colourDistance(none, mood) << " half " << colourDistance(half, mood) << " full "
                               << colourDistance(full, mood) << "; light " << lightCorrelation(before, full));
    CHECK(colourDistance(full, mood) < 0.25 * colourDistance(before, mood));
    CHECK(colourDistance(half, mood) < 0.75 * colourDistance(none, mood));
    CHECK(colourDistance(half, mood) > 0.35 * colourDistance(none, mood));
    CHECK(colourDistance(none, before) < 0.1);
    CHECK(lightCorrelation(before, full) > 0.9);
}

TEST_CASE("Of colours equally light each goes to what the mood has of its hue", "[neural]") {
    const auto halves = [](float first, float second) { // equally light, one warm and one cool
        PixelSheet sheet{kSide, kSide, {}, {}, {}};
        for (int y = 0; y < kSide; ++y)
            for (int x = 0; x < kSide; ++x) {
                const float warm = x < kSide / 2 ? first : second, r = 0.4f * warm, b = -0.4f * warm, g = -(0.2126f * r + 0.0722f * b) / 0.7152f;
                for (const float v : {r, g, b, float(x) / kSide, float(y) / kSide, x < kSide / 2 ? 1.0f : 0.0f}) sheet.guides.push_back(v);
                for (const float v : {r, g, b}) sheet.target.push_back(v);
            }
        return sheet;
    };
    for (const float side : {1.0f, -1.0f}) {
        auto net = makePixelNet(kToy);
        REQUIRE(net);
        const auto sheet = halves(0.5f * side, -0.5f * side);
        REQUIRE((*net)->setSheets({sheet}));
        REQUIRE((*net)->setMood({kSide, kSide, halves(1, -1).target, 1}));
        REQUIRE((*net)->learn(0, 150, 150, {}));
        std::vector<float> out(kPixels * 3);
        REQUIRE((*net)->apply(sheet.guides.data(), kPixels, out.data()));
        const float* left = out.data() + 10 * 3;
        const float* right = out.data() + (kSide - 10) * 3;
        CHECK(side * (left[0] - left[2]) > 0.4f);
        CHECK(side * (right[0] - right[2]) < -0.4f);
    }
}

TEST_CASE("A mood is learned to the same bytes by any number of workers", "[neural]") {
    const auto bytes = inMood(0.8, 12, 2)->save();
    CHECK(inMood(0.8, 12, 1)->save() == bytes);
    CHECK(inMood(0.8, 12, 3)->save() == bytes);
}

TEST_CASE("Moods that make no sense are refused", "[neural]") {
    auto net = makePixelNet(kToy);
    REQUIRE(net);
    auto mood = dusk(1);
    mood.colours.pop_back();
    CHECK_FALSE((*net)->setMood(mood));
    CHECK_FALSE((*net)->setMood(dusk(1.5)));
    CHECK_FALSE((*net)->setMood({4, 4, std::vector<float>(48), 1}));
    auto damaged = dusk(1);
    damaged.colours[7] = NAN;
    CHECK_FALSE((*net)->setMood(damaged));
    CHECK((*net)->setMood(dusk(1)));
}
#endif
