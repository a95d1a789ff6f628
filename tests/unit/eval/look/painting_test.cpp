// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/eval/look/metrics.h"
#include "tests/eval/look/painterly_filters.h"
#include "tests/eval/look/planes.h"
#include "tests/eval/look/truth_painter.h"
#include "tests/eval/look/value_noise.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>

using namespace rushes;
using namespace rushes::eval;
using look::Plane;

namespace {

constexpr int kWidth = 160, kHeight = 90;
constexpr float kMetre = 60; // pixels

void fill(Plane& plane, std::initializer_list<float> values) {
    plane = Plane::create(kWidth, kHeight, int(values.size()));
    for (std::size_t i = 0; i < plane.data.size(); ++i) plane.data[i] = values.begin()[i % values.size()];
}

/// A wall straight ahead, lit better to its right, `right` pixels further right than at 0; `stretch` > 1: rest points lie further apart.
look::GuideFrame wall(int right, float stretch = 1) {
    look::GuideFrame f;
    f.width = kWidth;
    f.height = kHeight;
    f.focalPx = kMetre * 4;
    fill(f.colour, {0.6f, 0.5f, 0.4f});
    fill(f.albedo, {0.6f, 0.5f, 0.4f});
    fill(f.light, {0.8f, 0.8f});
    fill(f.normalView, {0, 0, 1});
    fill(f.normalWorld, {0, 0, 1});
    fill(f.towards, {1});
    fill(f.depth, {4});
    fill(f.distance, {24, 24, 24, 24});
    fill(f.rest, {0, 0, 0});
    f.object.assign(f.pixels(), 3);
    f.part.assign(f.pixels(), 1);
    f.moving.assign(f.pixels(), 0);
    f.figure.assign(f.pixels(), 0);
    for (int y = 0; y < kHeight; ++y)
        for (int x = 0; x < kWidth; ++x) {
            f.rest.at(x, y)[0] = float(x - right) / kMetre * stretch;
            f.rest.at(x, y)[1] = float(kHeight - y) / kMetre * stretch;
            f.light.at(x, y)[0] = std::clamp(float(x - right) / kWidth, 0.0f, 1.0f);
        }
    return f;
}

look::Correspondence movedBy(int right) {
    look::Correspondence out{kWidth, kHeight, {}, {}, {}};
    for (int y = 0; y < kHeight; ++y)
        for (int x = 0; x < kWidth; ++x) {
            out.x.push_back(float(x + right));
            out.y.push_back(float(y));
            out.seen.push_back(x + right < kWidth);
        }
    return out;
}

} // namespace

TEST_CASE("Truths keep to their surface: a stretched or sliding texture is caught", "[eval]") {
    const auto here = paintTruths(wall(0), 1), there = paintTruths(wall(5), 1), stretched = paintTruths(wall(5, 1.05f), 1);
    for (std::size_t k = 0; k < here.size(); ++k) {
        INFO(nameOf(Truth(k)));
        const double still = warpError(here[k], there[k], movedBy(5));
        CHECK(still < 0.01);
        CHECK(warpError(here[k], stretched[k], movedBy(5)) > 1);
        CHECK(warpError(here[k], there[k], movedBy(0)) > 1);
        CHECK(highPass(here[k]) > 0.5);
    }
}

TEST_CASE("Truths differ from part to part and are the same twice", "[eval]") {
    auto other = wall(0);
    other.part.assign(other.pixels(), 2);
    const auto a = paintTruths(wall(0), 1), again = paintTruths(wall(0), 1), b = paintTruths(other, 1);
    for (std::size_t k = 0; k < a.size(); ++k) {
        CHECK(a[k].data == again[k].data);
        CHECK(a[k].data != b[k].data);
    }
}

TEST_CASE("Filters paint the same twice and otherwise with another hand", "[eval]") {
    Draws draws(9);
    Plane picture = Plane::create(kWidth, kHeight, 3);
    for (float& v : picture.data) v = draws.share();
    picture = blurred(picture, 3);
    for (const auto filter : {brushStrokes, inkWash, wobbled}) {
        const Plane once = filter(picture, 1);
        CHECK(once.data == filter(picture, 1).data);
        CHECK(once.data != filter(picture, 2).data);
        for (const float v : once.data) REQUIRE((v >= 0 && v <= 1));
    }
}

TEST_CASE("Noise is smooth, bounded and one for each seed", "[eval]") {
    float least = 1, most = -1;
    for (int i = 0; i < 2000; ++i) {
        const glm::vec3 p(float(i) * 0.01f, 0.3f, -0.7f);
        const float v = valueNoise(p, 4, glm::vec3(5), 2), near = valueNoise(p + glm::vec3(0.001f, 0, 0), 4, glm::vec3(5), 2);
        CHECK(std::fabs(v - near) < 0.08f);
        least = std::min(least, v);
        most = std::max(most, v);
    }
    CHECK(least < -0.4f);
    CHECK(most > 0.4f);
    CHECK(std::max(-least, most) < 1.7f);
    CHECK(valueNoise({1, 2, 3}, 1, glm::vec3(1.3f), 2) != valueNoise({1, 2, 3}, 2, glm::vec3(1.3f), 2));
}
