// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/look/correspondence.h"
#include "engine/look/line_distance.h"
#include "engine/look/net_guides.h"
#include "tests/unit/engine/look/flat_wall.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <random>

using namespace rushes::look;

TEST_CASE("the distance to a line is that of the nearest marked pixel, up to a limit") {
    constexpr int kWidth = 61, kHeight = 37, kFar = 9;
    std::mt19937 random(3);
    std::vector<std::uint8_t> marked(kWidth * kHeight);
    for (auto& m : marked) m = random() % 90 == 0;
    std::vector<float> found(marked.size() * 2, -1);
    lineDistance(marked, kWidth, kHeight, kFar, found.data() + 1, 2);
    for (int y = 0; y < kHeight; ++y)
        for (int x = 0; x < kWidth; ++x) {
            float least = kFar;
            for (int v = 0; v < kHeight; ++v)
                for (int u = 0; u < kWidth; ++u)
                    if (marked[std::size_t(v * kWidth + u)]) least = std::min(least, std::hypot(float(u - x), float(v - y)));
            const auto i = std::size_t(y * kWidth + x);
            REQUIRE(found[2 * i + 1] == Approx(least).margin(1e-4));
            REQUIRE(found[2 * i] == -1);
        }
}

TEST_CASE("a point is found in another frame between its pixels, and not where that frame did not see it") {
    const GuideFrame key = flatWall(60, 50, 0), moved = flatWall(60, 50, 7.4f);
    const Correspondence places = correspond(moved, key);
    int seen = 0;
    for (int y = 0; y < 50; ++y)
        for (int x = 0; x < 60; ++x) {
            const auto i = std::size_t(y * 60 + x);
            if (float(x) + 7.4f > 60) REQUIRE(!places.seen[i]);
            if (!places.seen[i]) continue;
            ++seen;
            REQUIRE(places.x[i] == Approx(float(x) + 7.4f).margin(0.02));
            REQUIRE(places.y[i] == Approx(float(y)).margin(0.02));
        }
    CHECK(seen > 50 * 50);
}

TEST_CASE("another surface at the same place is not the same point") {
    GuideFrame key = flatWall(60, 50, 0);
    std::fill(key.object.begin(), key.object.end(), 8u);
    const Correspondence places = correspond(flatWall(60, 50, 0), key);
    CHECK(std::count(places.seen.begin(), places.seen.end(), 1) == 0);
}

TEST_CASE("the border of what is seen fades within") {
    std::vector<std::uint8_t> seen(20 * 20);
    for (int y = 0; y < 20; ++y)
        for (int x = 10; x < 20; ++x) seen[std::size_t(y * 20 + x)] = 1;
    const auto soft = softened(seen, 20, 20);
    CHECK(soft[10 * 20 + 9] == 0.0f);
    CHECK(soft[10 * 20 + 12] > 0.1f);
    CHECK(soft[10 * 20 + 12] < 0.9f);
    CHECK(soft[10 * 20 + 17] == Approx(1.0f));
}

TEST_CASE("half the size keeps numbers whole and halves distances") {
    const GuideFrame wall = flatWall(60, 50, 0), half = halved(wall);
    REQUIRE(half.width == 30);
    CHECK(half.part[std::size_t(10 * 30 + 15)] == wall.part[std::size_t(20 * 60 + 30)]);
    CHECK(half.focalPx == Approx(10));
    CHECK(half.distance.at(12, 10)[kIdLine] == Approx((wall.distance.at(24, 20)[kIdLine] + wall.distance.at(25, 20)[kIdLine] + wall.distance.at(24, 21)[kIdLine] + wall.distance.at(25, 21)[kIdLine]) / 8));
}

TEST_CASE("a surface that nobody painted is taken for the painted one it is most like") {
    const GuideFrame key = flatWall(60, 50, 0);
    GuideFrame other = flatWall(60, 50, 0);
    for (auto& part : other.part) part += 10;
    const NetGuides guides({&key});
    std::vector<float> known(key.pixels() * NetGuides::kChannels), unknown(known.size());
    guides.fill(key, 0, 50, known.data());
    guides.fill(other, 0, 50, unknown.data());
    CHECK(known == unknown);
}

TEST_CASE("light reaches the network as ramps that cover its whole range") {
    constexpr int kFirst = 3 + 3 + 2;
    GuideFrame wall = flatWall(60, 50, 0);
    for (int x = 0; x < 60; ++x) wall.light.at(x, 20)[0] = float(x) / 59;
    std::vector<float> numbers(wall.pixels() * NetGuides::kChannels);
    NetGuides({&wall}).fill(wall, 0, 50, numbers.data());
    const auto ramp = [&](int x, int k) { return numbers[std::size_t(20 * 60 + x) * NetGuides::kChannels + std::size_t(kFirst + k)]; };
    for (int k = 0; k < NetGuides::kTones; ++k) {
        CHECK(ramp(0, k) == -1);
        CHECK(ramp(59, k) == 1);
        for (int x = 1; x < 60; ++x) CHECK(ramp(x, k) >= ramp(x - 1, k));
    }
    for (int x = 1; x < 60; ++x) { // every difference of light is a steep one somewhere
        float most = 0;
        for (int k = 0; k < NetGuides::kTones; ++k) most = std::max(most, ramp(x, k) - ramp(x - 1, k));
        CHECK(most > 4.0f / 59);
    }
}
