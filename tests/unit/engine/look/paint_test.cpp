// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/look/example_fill.h"
#include "engine/look/residual.h"
#include "tests/unit/engine/look/flat_wall.h"

#include <catch2/catch.hpp>

#include <cmath>

using namespace rushes::look;

namespace {

Plane pattern(int width, int height, float shift) {
    Plane p = Plane::create(width, height, 3);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            for (int c = 0; c < 3; ++c) p.at(x, y)[c] = std::sin((float(x) + shift) * 0.3f + float(c)) * std::cos(float(y) * 0.2f);
    return p;
}

/// A painting of the wall whose edge between panel and wall is `off` pixels beside the stage's.
Plane paintedWall(const GuideFrame& wall, int off) {
    Plane p = Plane::create(wall.width, wall.height, 3);
    for (int y = 0; y < wall.height; ++y)
        for (int x = 0; x < wall.width; ++x) {
            const int u = std::max(0, x - off);
            for (int c = 0; c < 3; ++c) p.at(x, y)[c] = wall.part[std::size_t(y * wall.width + u)] == 2 ? -0.8f : 0.6f;
        }
    return p;
}

} // namespace

TEST_CASE("sampling between pixels keeps pixels and follows smooth pictures") {
    const Plane p = pattern(40, 30, 0), moved = pattern(40, 30, 0.4f);
    for (int x = 4; x < 35; ++x) {
        float at[3], between[3];
        sampleBicubic(p, float(x), 12, at);
        sampleBicubic(p, float(x) + 0.4f, 12, between);
        for (int c = 0; c < 3; ++c) {
            REQUIRE(at[c] == Approx(p.at(x, 12)[c]).margin(1e-5));
            REQUIRE(between[c] == Approx(moved.at(x, 12)[c]).margin(0.02));
        }
    }
}

TEST_CASE("paint beside the lines is called loose, paint on them is not") {
    const GuideFrame wall = flatWall(120, 80, 0);
    CHECK(measureLooseness(wall, paintedWall(wall, 0)).lines < 0.1f);
    CHECK(measureLooseness(wall, paintedWall(wall, 4)).lines > 0.5f);
}

TEST_CASE("nothing is carried to what the painted frame did not see or saw in other light") {
    const GuideFrame key = flatWall(60, 50, 0);
    GuideFrame dark = flatWall(60, 50, 0);
    for (std::size_t i = 0; i < dark.pixels(); ++i) dark.light.data[2 * i] = 0;
    const std::vector<float> all(key.pixels(), 1.0f);
    const auto same = carriedFrom(key, key, correspond(key, key), all, {}), darker = carriedFrom(key, dark, correspond(dark, key), all, {});
    CHECK(same.weight[30 * 60 + 50] == Approx(1.0f));
    CHECK(darker.weight[30 * 60 + 50] < 0.75f);
    const GuideFrame moved = flatWall(60, 50, 30);
    const auto partly = carriedFrom(key, moved, correspond(moved, key), all, {});
    CHECK(partly.weight[30 * 60 + 55] == 0);
}

TEST_CASE("the fill has the contrast of what it was taken from and stays on the surface") {
    const GuideFrame key = flatWall(160, 120, 0);
    Plane residual = Plane::create(160, 120, 3);
    for (int y = 0; y < 120; ++y)
        for (int x = 0; x < 160; ++x)
            for (int c = 0; c < 3; ++c) residual.at(x, y)[c] = ((x / 3 + y / 3) % 2 ? 0.2f : -0.2f);
    ExampleFill fill;
    fill.add(key, residual);
    const GuideFrame away = flatWall(160, 120, 400), further = flatWall(160, 120, 405);
    const std::vector<float> whole(away.pixels(), 1.0f);
    Plane a = Plane::create(160, 120, 3), b = a;
    fill.apply(away, facingAxes(away), whole, 0, 120, a);
    fill.apply(further, facingAxes(further), whole, 0, 120, b);
    double square = 0, apart = 0;
    for (int y = 0; y < 120; ++y)
        for (int x = 5; x < 160; ++x) {
            square += double(a.at(x, y)[0] * a.at(x, y)[0]);
            apart = std::max(apart, double(std::fabs(a.at(x, y)[0] - b.at(x - 5, y)[0])));
        }
    const double deviation = std::sqrt(square / (155.0 * 120));
    CHECK(deviation > 0.1);
    CHECK(deviation < 0.26);
    CHECK(apart < 0.02);
}
