// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/stage/arrows.h"
#include "tests/unit/engine/stage/staged.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace rushes;
using namespace rushes::stage;

namespace {

StagedShot staged(std::string prompt) { return test::staged(std::move(prompt), 48); }

std::vector<Arrow> arrowsOf(const std::string& prompt, bool camera) {
    auto arrows = movementArrows(staged(prompt), 0, 320, 180);
    std::erase_if(arrows, [camera](const Arrow& arrow) { return arrow.camera != camera; });
    return arrows;
}

glm::vec2 wayOf(const Arrow& arrow) { return arrow.path.back() - arrow.path.front(); }

} // namespace

TEST_CASE("A panel shows where the camera goes", "[stage]") {
    CHECK(arrowsOf("A man stands in a park. Static shot.", true).empty());
    const auto in = arrowsOf("A man stands in a park. Dolly in.", true);
    REQUIRE(in.size() == 4);
    for (const auto& arrow : in) CHECK(glm::distance(arrow.path.back(), glm::vec2(160, 90)) < glm::distance(arrow.path.front(), glm::vec2(160, 90)));
    const auto right = arrowsOf("A man stands in a park. Pan right.", true);
    REQUIRE(right.size() == 1);
    CHECK(wayOf(right[0]).x > 50);
    const auto left = arrowsOf("A man stands in a park. Pan left.", true);
    REQUIRE(left.size() == 1);
    CHECK(wayOf(left[0]).x < -50);
    const auto up = arrowsOf("A man stands in a park. Tilt up.", true);
    REQUIRE(up.size() == 1);
    CHECK(wayOf(up[0]).y < -30);
}

TEST_CASE("A panel shows where people go", "[stage]") {
    CHECK(arrowsOf("A man stands in a street. Wide shot.", false).empty());
    const auto ways = arrowsOf("A man walks down a street. Wide shot, static camera.", false);
    REQUIRE(ways.size() == 1);
    for (const auto& p : ways[0].path) CHECK((p.x > 0 && p.y > 0 && p.x < 320 && p.y < 180));
}

TEST_CASE("Arrows are drawn on the panel", "[stage]") {
    Image panel = Image::create(200, 100, PixelFormat::rgba8);
    std::fill_n(panel.rowAs<std::uint32_t>(0), 200 * 100, 0xff808080u);
    drawArrows({{{{20, 50}, {150, 50}}, 10, false, {1, 0, 0}, false}}, panel);
    const auto red = [&](int x, int y) {
        const auto* p = panel.rowAs<std::uint8_t>(y) + x * 4;
        return p[0] > 240 && p[1] < 20;
    };
    CHECK(red(60, 50));
    CHECK(red(146, 50));        // the tip
    CHECK_FALSE(red(60, 62));   // the band is narrow
    CHECK(red(128, 60));        // the head is wide
    CHECK_FALSE(red(160, 50));
    const auto* edge = panel.rowAs<std::uint8_t>(50) + 14 * 4;
    CHECK(edge[0] > 128); // a white edge about it
}
