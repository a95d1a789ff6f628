// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "render_helpers.h"
#include "test_scene.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>

using namespace rushes;
using namespace rushes::render;
using namespace rushes::render::test;

TEST_CASE("The passes say what stands where", "[render]") {
    auto r = renderer();
    const View view = smallScene();
    const Picture picture = drawn(*r, view, kAll);
    const auto front = pixelOf(view, {-1.4f, 0.5f, 0.5f}), figure = pixelOf(view, {1, 0.9f, 0.75f}), wall = pixelOf(view, {0, 2.2f, -5.9f});
    const auto id = [&](glm::ivec2 p) { return picture.id.rowAs<std::uint16_t>(p.y)[p.x]; };
    CHECK(id(front) == 3);
    CHECK(id(figure) == 4);
    CHECK(id(wall) == 2);
    // The front of the box lies at z = 0.5; the camera looks slightly down, so distance is along its axis.
    const glm::vec3 point(-1.4f, 0.5f, 0.5f);
    CHECK(picture.depth.rowAs<float>(front.y)[front.x] == Approx(glm::dot(point - view.camera.eye, view.camera.forward())).epsilon(0.01));
    const auto* n = picture.normal.rowAs<std::uint8_t>(wall.y) + wall.x * 4;
    CHECK(int(n[0]) == Approx(128).margin(4)); // the wall faces the camera
    CHECK(int(n[2]) > 245);
    CHECK(device()->validationErrors() == 0);
}

TEST_CASE("Nothing is infinitely far, unnumbered and paper", "[render]") {
    auto r = renderer();
    View view;
    view.width = 64;
    view.height = 36;
    view.atmosphere.skyTone = 0;
    const Picture picture = drawn(*r, view, kAll);
    CHECK(std::isinf(picture.depth.rowAs<float>(10)[10]));
    CHECK(picture.id.rowAs<std::uint16_t>(10)[10] == 0);
    CHECK(meanGrey(picture.colour) > 248);
    CHECK(inkOf(picture.lines) == 0);
}

TEST_CASE("Only the passes that were asked for are drawn", "[render]") {
    auto r = renderer();
    const Picture picture = drawn(*r, smallScene(), {.colour = false, .id = true});
    CHECK(picture.colour.empty());
    CHECK(picture.depth.empty());
    CHECK(picture.normal.empty());
    CHECK(picture.lines.empty());
    CHECK(picture.id.format == PixelFormat::grey16);
}

TEST_CASE("The same view gives the same bytes", "[render]") {
    View view = smallScene(320, 180);
    view.atmosphere.rain = 0.5f;
    view.atmosphere.clouds = 4;
    view.seconds = 2;
    auto one = renderer(1), three = renderer(3);
    const Picture first = drawn(*one, view, kAll);
    // A renderer that has seen other frames (meshes kept, shadows kept) must not draw differently.
    View other = view;
    other.camera.eye.x += 1;
    other.heart.x = 3;
    (void)drawn(*three, other, kAll);
    (void)drawn(*three, view, kAll);
    const Picture second = drawn(*three, view, kAll);
    CHECK(first.colour.data == second.colour.data);
    CHECK(first.depth.data == second.depth.data);
    CHECK(first.normal.data == second.normal.data);
    CHECK(first.id.data == second.id.data);
    CHECK(first.lines.data == second.lines.data);
    view.fine = true;
    CHECK(drawn(*one, view).colour.data == drawn(*three, view).colour.data);
    CHECK(device()->validationErrors() == 0);
}

TEST_CASE("Measuring counts pixels and finds boxes", "[render]") {
    auto r = renderer();
    const View view = smallScene();
    const auto boxes = r->measure(view);
    REQUIRE(boxes);
    REQUIRE(boxes->size() == 4);
    const Picture picture = drawn(*r, view, {.colour = false, .id = true});
    for (const auto& box : *boxes) {
        std::int64_t pixels = 0;
        for (int y = 0; y < view.height; ++y)
            for (int x = 0; x < view.width; ++x) {
                if (picture.id.rowAs<std::uint16_t>(y)[x] != box.object) continue;
                ++pixels;
                CHECK((x >= box.x0 && x < box.x1 && y >= box.y0 && y < box.y1));
            }
        CHECK(pixels == box.pixels);
    }
}

TEST_CASE("A wall is left out while the eye is behind it", "[render]") {
    auto r = renderer();
    View view = smallScene();
    view.instances.push_back(at(box({20, 5, 0.2f}), materials({plain(1)}), {0, 0, 4}, 9)); // between the eye and the rest
    const auto seesBox = [&] {
        const auto boxes = r->measure(view);
        REQUIRE(boxes);
        return std::any_of(boxes->begin(), boxes->end(), [](const ObjectBox& b) { return b.object == 3; });
    };
    CHECK_FALSE(seesBox());
    view.instances.back().removablePlane = glm::vec4(0, 0, -1, 4); // inside is z < 4
    CHECK(seesBox());
}

TEST_CASE("Light and weather change the picture as they should", "[render]") {
    auto r = renderer();
    const View day = smallScene(320, 180);
    const double bright = meanGrey(drawn(*r, day).colour);
    View night = day;
    night.atmosphere.night = 1;
    const double dark = meanGrey(drawn(*r, night).colour);
    CHECK(dark < bright * 0.65);
    View lamp = night;
    lamp.lights.push_back({.position = {0, 3, 0}, .radiusM = 6});
    CHECK(meanGrey(drawn(*r, lamp).colour) > dark * 1.1);
    View rain = day;
    rain.atmosphere.rain = 1;
    CHECK(drawn(*r, rain).colour.data != drawn(*r, day).colour.data);
    View indoorRain = rain, indoor = day;
    indoorRain.atmosphere.indoor = indoor.atmosphere.indoor = true;
    CHECK(drawn(*r, indoorRain).colour.data == drawn(*r, indoor).colour.data);
}

TEST_CASE("What stands in the light throws a shadow, what must not does not", "[render]") {
    auto r = renderer();
    View view = smallScene(320, 180);
    view.atmosphere.sunDirection = {-1, 1, 0}; // shadows fall to +x
    view.atmosphere.contactRadiusM = 0.01f;
    const auto beside = pixelOf(view, {-0.55f, 0, -0.3f});
    const auto grey = [&](const View& v) { return int(drawn(*r, v).colour.rowAs<std::uint8_t>(beside.y)[beside.x * 4]); };
    const int shaded = grey(view);
    auto ghost = plain(2);
    ghost.castsShadow = false;
    view.instances[2].materials = materials({ghost});
    CHECK(grey(view) > shaded + 15);
    auto emitting = plain(0);
    emitting.emits = true;
    view.instances[0].materials = materials({emitting});
    CHECK(grey(view) >= 250); // and light itself is never in shade
}

TEST_CASE("The board draws lines where parts meet, clay hardly", "[render]") {
    auto r = renderer();
    View view = smallScene(320, 180);
    const Picture board = drawn(*r, view, kAll);
    CHECK(inkOf(board.lines) > 10000);
    View thick = view;
    for (auto& instance : thick.instances) instance.lineWeight = 0;
    CHECK(inkOf(drawn(*r, thick, kAll).lines) < inkOf(board.lines) / 10);
    view.look = Look::clay;
    CHECK(drawn(*r, view).colour.data != board.colour.data);
    view.look = Look::colour;
    const auto figure = pixelOf(view, {1, 0.9f, 0.75f});
    const Picture colour = drawn(*r, view);
    const auto* p = colour.colour.rowAs<std::uint8_t>(figure.y) + figure.x * 4;
    CHECK(int(p[0]) > int(p[2]) + 40); // red
}

TEST_CASE("Every pattern leaves marks, and none blackens the distance", "[render]") {
    auto r = renderer();
    for (int kind = 1; kind <= int(geometry::PatternKind::books); ++kind) {
        View view;
        view.width = 320;
        view.height = 180;
        view.camera = geometry::Camera::lookAt({0, 1.6f, 0}, {0, 1.2f, -5});
        view.atmosphere.fogAmount = 0;
        auto m = plain(0);
        m.pattern.kind = geometry::PatternKind(kind);
        m.pattern.a = 0.4f;
        m.pattern.b = 0.3f;
        m.pattern.density = 0.6f;
        view.instances.push_back(at(box({4000, 0.1f, 4000}), materials({m}), {0, -0.1f, 0}, 1));
        INFO("pattern " << kind);
        const Image colour = drawn(*r, view).colour;
        const auto mean = [&](int y0, int y1) {
            double sum = 0;
            for (int y = y0; y < y1; ++y)
                for (int x = 0; x < view.width; ++x) sum += colour.rowAs<std::uint8_t>(y)[x * 4];
            return sum / ((y1 - y0) * view.width);
        };
        CHECK(mean(120, 180) < 253); // near: something is drawn
        CHECK(mean(120, 180) > 120); // and it stays paper
        CHECK(mean(80, 90) > 150);   // just under the horizon
    }
}

TEST_CASE("Eyes and hair are drawn from their attribute", "[render]") {
    auto r = renderer();
    auto ball = std::make_shared<geometry::Mesh>(*capsule(0.5f, 0, 48, 32));
    for (const auto& n : ball->normals) ball->detail.push_back({n.x, n.y});
    auto eye = plain(0);
    eye.detail = geometry::DetailKind::eye;
    eye.hatched = false;
    View view;
    view.width = view.height = 128;
    view.camera = geometry::Camera::lookAt({0, 0.5f, 3}, {0, 0.5f, 0});
    view.camera.focalMm = 50;
    view.atmosphere.sunDirection = {0, 0.3f, 1};
    view.instances.push_back(at(ball, materials({eye}), {0, 0, 0}, 1));
    view.instances.back().figure = true;
    const Image colour = drawn(*r, view).colour;
    const auto grey = [&](float x, float y) {
        const auto p = pixelOf(view, {x, 0.5f + y, std::sqrt(0.25f - x * x - y * y)});
        return int(colour.rowAs<std::uint8_t>(p.y)[p.x * 4]);
    };
    CHECK(grey(-0.02f, -0.02f) < 60);  // pupil
    CHECK(grey(0.05f, 0.06f) > 200);   // highlight
    CHECK(grey(0.14f, 0.0f) > 70);     // iris
    CHECK(grey(0.14f, 0.0f) < 150);
    CHECK(grey(0.30f, 0.0f) > 200);    // white
    CHECK(device()->validationErrors() == 0);
}

TEST_CASE("What cannot be drawn is refused with a reason", "[render]") {
    auto r = renderer();
    View view = smallScene();
    view.width = 0;
    CHECK(r->draw(view).error().category == ErrorCategory::badInput);
    view = smallScene();
    auto broken = std::make_shared<geometry::Mesh>(*view.instances[0].mesh);
    broken->indices[0] = 100000;
    view.instances[0].mesh = broken;
    const auto result = r->draw(view);
    REQUIRE_FALSE(result);
    CHECK(result.error().category == ErrorCategory::badInput);
    CHECK(result.error().message.find("index") != std::string::npos);
    view.instances[0].mesh = nullptr;
    CHECK_FALSE(r->draw(view));
    CHECK(r->draw(smallScene())); // and the renderer still works
}

TEST_CASE("More surfaces than numbers are drawn alike rather than not at all", "[render]") {
    auto r = renderer();
    View view = smallScene();
    auto many = std::make_shared<geometry::Mesh>(*box({0.5f, 0.5f, 0.5f}));
    for (std::uint32_t i = 1; i < 40000; ++i) many->surfaces.push_back({i, 0, 0});
    for (int i = 0; i < 3; ++i) view.instances.push_back(at(many, materials({plain(3)}), {float(i) - 1, 0, 2}, std::uint16_t(20 + i)));
    const auto boxes = r->measure(view);
    REQUIRE(boxes);
    CHECK(std::count_if(boxes->begin(), boxes->end(), [](const ObjectBox& b) { return b.object >= 20; }) >= 2);
    CHECK(r->draw(view));
    CHECK(device()->validationErrors() == 0);
}
