// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/render/palette.h"
#include "render_helpers.h"
#include "test_scene.h"

#include <algorithm>

using namespace rushes;
using namespace rushes::render;
using namespace rushes::render::test;

namespace {

/// Grey of a world point, over 3 x 3 pixels.
double greyAt(const View& view, const Image& image, const glm::vec3& point) {
    const auto p = pixelOf(view, point);
    double sum = 0;
    for (int y = -1; y <= 1; ++y)
        for (int x = -1; x <= 1; ++x)
            for (int c = 0; c < 3; ++c) sum += image.rowAs<std::uint8_t>(p.y + y)[(p.x + x) * 4 + c];
    return sum / 27;
}

} // namespace

TEST_CASE("Clay darkens where things meet and not across their edges", "[render]") {
    auto r = renderer();
    View view = smallScene(640, 360);
    view.look = Look::clay;
    view.atmosphere.sunDirection = {0, 1, 0.001f};
    const Image image = drawn(*r, view).colour;
    const double open = greyAt(view, image, {0.1f, 0, -1.5f}), foot = greyAt(view, image, {-0.85f, 0, -0.3f});
    CHECK(foot < open - 15);
    // The box's face stands half a metre in front of what is dark about it and keeps its own light at the very edge.
    const double middle = greyAt(view, image, {-1.4f, 0.7f, 0.5f}), edge = greyAt(view, image, {-0.93f, 0.7f, 0.5f});
    CHECK(std::abs(edge - middle) < 14);
}

TEST_CASE("Shadows have soft edges in clay", "[render]") {
    auto r = renderer();
    View view = smallScene(640, 360);
    view.look = Look::clay;
    view.atmosphere.sunDirection = {-1, 1, 0};
    view.atmosphere.contactRadiusM = 0.01f;
    const Image image = drawn(*r, view).colour;
    const auto row = pixelOf(view, {0.1f, 0, 0.2f});
    int between = 0, darkest = 255, lightest = 0;
    for (int x = row.x - 70; x < row.x + 50; ++x) {
        const int grey = image.rowAs<std::uint8_t>(row.y)[x * 4];
        darkest = std::min(darkest, grey);
        lightest = std::max(lightest, grey);
    }
    REQUIRE(lightest - darkest > 40);
    for (int x = row.x - 70; x < row.x + 50; ++x) {
        const int grey = image.rowAs<std::uint8_t>(row.y)[x * 4];
        between += grey > darkest + 10 && grey < lightest - 10 ? 1 : 0;
    }
    CHECK(between >= 4);
}

TEST_CASE("Snow lies on what looks up, outdoors", "[render]") {
    auto r = renderer();
    for (const Look look : {Look::board, Look::colour}) {
        View view = smallScene(320, 180);
        view.look = look;
        auto earth = plain(3);
        earth.colour = {0.3f, 0.25f, 0.2f};
        view.instances[0].materials = materials({earth});
        const glm::vec3 ground(0.2f, 0, -1.5f), wall(1.0f, 2.2f, -5.9f);
        const Image bare = drawn(*r, view).colour;
        view.atmosphere.snow = 0.6f;
        const Image snowy = drawn(*r, view).colour;
        CHECK(greyAt(view, snowy, ground) > greyAt(view, bare, ground) + 50);
        CHECK(std::abs(greyAt(view, snowy, wall) - greyAt(view, bare, wall)) < 40);
        view.atmosphere.indoor = true;
        CHECK(greyAt(view, drawn(*r, view).colour, ground) < greyAt(view, snowy, ground) - 40);
    }
}

TEST_CASE("The sky of the colour look follows the hour and the weather", "[render]") {
    Atmosphere day, golden, storm;
    golden.warmth = 0.85f;
    storm.rain = 1;
    const auto top = skyColour(0.7f, Look::colour, day), low = skyColour(0.02f, Look::colour, day);
    CHECK(top.b > top.r + 0.3f);
    CHECK(low.r > top.r + 0.3f);
    const auto evening = skyColour(0.02f, Look::colour, golden);
    CHECK(evening.r > evening.b + 0.3f);
    const auto grey = skyColour(0.7f, Look::colour, storm);
    CHECK(grey.b - grey.r < 0.1f);
    CHECK(litLight(Look::colour, storm).sun.r < litLight(Look::colour, day).sun.r * 0.5f);
}

TEST_CASE("Night is dark and its faces can be read", "[render]") {
    auto r = renderer();
    for (const Look look : {Look::board, Look::clay, Look::colour}) {
        View view = smallScene(320, 180);
        view.look = look;
        const glm::vec3 face(1.0f, 1.2f, 0.75f);
        const double day = greyAt(view, drawn(*r, view).colour, face), wallDay = greyAt(view, drawn(*r, view).colour, {0, 2.2f, -5.9f});
        view.atmosphere.night = 1;
        const Image dark = drawn(*r, view).colour;
        CHECK(greyAt(view, dark, face) > 0.42 * day);
        CHECK(greyAt(view, dark, {0, 2.2f, -5.9f}) < 0.62 * wallDay);
    }
}
