// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
//
// The two homes of the geometry pass against each other, and the rules of filling.
#include "engine/render/raster.h"
#include "engine/render/triangle_cut.h"
#include "render_helpers.h"
#include "test_scene.h"

#include <catch2/catch.hpp>

#include <cmath>
#include <cstdlib>
#include <random>

using namespace rushes;
using namespace rushes::render;
using namespace rushes::render::test;

namespace {

std::unique_ptr<Renderer> throughDriver() {
    auto made = Renderer::create(device(), {.rasterOnCpu = false});
    REQUIRE(made);
    return std::move(*made);
}

/// A ball with a detail on it, as eyes and hair have.
geometry::Instance detailed(geometry::DetailKind kind, const glm::vec3& place, std::uint16_t object) {
    auto mesh = capsule(0.4f, 0);
    for (const auto& n : mesh->normals) mesh->detail.push_back(kind == geometry::DetailKind::eye ? glm::vec2(n) : glm::vec2(n.x, n.z) * (1.2f - n.y * 0.5f));
    auto material = plain(1);
    material.detail = kind;
    auto made = at(mesh, materials({material}), place, object);
    made.figure = true;
    return made;
}

struct Difference {
    int ids = 0, normals = 0, depths = 0, dark = 0;
};

Difference compare(const Picture& a, const Picture& b) {
    Difference d;
    for (int y = 0; y < a.id.height; ++y)
        for (int x = 0; x < a.id.width; ++x) {
            d.ids += a.id.rowAs<std::uint16_t>(y)[x] != b.id.rowAs<std::uint16_t>(y)[x] ? 1 : 0;
            const float p = a.depth.rowAs<float>(y)[x], q = b.depth.rowAs<float>(y)[x];
            d.depths += std::isfinite(p) != std::isfinite(q) || (std::isfinite(p) && std::fabs(p - q) > 1e-3f * p) ? 1 : 0;
            const auto *n = a.normal.rowAs<std::uint8_t>(y) + x * 4, *m = b.normal.rowAs<std::uint8_t>(y) + x * 4;
            d.normals += std::abs(n[0] - m[0]) > 4 || std::abs(n[1] - m[1]) > 4 || std::abs(n[2] - m[2]) > 4 ? 1 : 0;
            d.dark += std::abs(int(a.colour.rowAs<std::uint8_t>(y)[x * 4 + 1]) - int(b.colour.rowAs<std::uint8_t>(y)[x * 4 + 1])) > 24 ? 1 : 0;
        }
    return d;
}

/// How many pixels of 16 x 16 a triangle list covers how often.
std::vector<int> covered(const std::vector<ScreenTriangle>& triangles) {
    std::vector<int> times(256, 0);
    for (std::uint32_t i = 0; i < triangles.size(); ++i) {
        std::vector<float> depth(256 + kRasterPad, 0);
        std::vector<std::uint32_t> owner(256 + kRasterPad, 0);
        std::vector<float> farthest(16, 0);
        fillSeen({16, 16, depth.data(), owner.data(), farthest.data()}, {0, 16}, triangles, {i});
        for (std::size_t k = 0; k < 256; ++k) times[k] += owner[k] ? 1 : 0;
        for (std::size_t k = 256; k < owner.size(); ++k) CHECK(owner[k] == 0);
    }
    return times;
}

ScreenTriangle triangle(const glm::vec2& a, const glm::vec2& b, const glm::vec2& c) {
    return {{onGrid(a.x), onGrid(b.x), onGrid(c.x)}, {onGrid(a.y), onGrid(b.y), onGrid(c.y)}, 0.5, 0, 0, 1};
}

} // namespace

TEST_CASE("The processor draws the pictures that the driver draws", "[render]") {
    auto own = renderer(), driver = throughDriver();
    View view = smallScene(640, 360);
    view.instances.push_back(detailed(geometry::DetailKind::eye, {-0.3f, 0.9f, 1.6f}, 5));
    view.instances.push_back(detailed(geometry::DetailKind::hair, {0.45f, 0.2f, 1.2f}, 6));
    const glm::vec3 eyes[] = {{0, 1.6f, 6}, {-3, 0.4f, 2.5f}, {4, 5, 1}, {-1.4f, 0.6f, 0.75f}}; // the last stands with its nose on the box
    for (const auto& eye : eyes) {
        view.camera = geometry::Camera::lookAt(eye, {0, 0.8f, -0.5f});
        const Difference d = compare(drawn(*own, view, kAll), drawn(*driver, view, kAll));
        INFO(eye.x << ' ' << d.ids << " ids, " << d.normals << " normals, " << d.depths << " depths, " << d.dark << " tones");
        CHECK(d.ids < 24); // of 230,400: rounding at edges
        CHECK(d.depths < 24);
        CHECK(d.normals < 60);
        CHECK(d.dark < 120); // an edge that lies a pixel beside moves its line
    }
    CHECK(device()->validationErrors() == 0);
}

TEST_CASE("Backs that are left out change nothing", "[render]") {
    View view = smallScene(320, 180);
    auto tub = std::make_shared<geometry::Mesh>(*view.instances.back().mesh); // with a hole: its inside must be seen
    tub->indices.resize(tub->indices.size() - 12);
    view.instances.push_back(at(tub, view.instances.back().materials, {-0.6f, 0.3f, 1.4f}, 7));
    view.instances.push_back(at(tub, view.instances.back().materials, {0.7f, 0.3f, 1.4f}, 8));
    view.instances.back().transform[0] *= -1; // mirrored
    auto used = renderer();
    for (const auto& eye : {glm::vec3{0, 1.6f, 6}, {-3, 0.4f, 2.5f}, {4, 5, 1}, {-0.6f, 0.5f, 1.4f}}) {
        view.camera = geometry::Camera::lookAt(eye, {0, 0.8f, -0.5f});
        const Picture first = drawn(*renderer(), view, kAll); // a mesh that comes for the first time is drawn with its backs
        drawn(*used, view, kAll);
        const Picture later = drawn(*used, view, kAll);
        CHECK(first.id.data == later.id.data);
        CHECK(first.depth.data == later.depth.data);
        CHECK(first.normal.data == later.normal.data);
    }
}

TEST_CASE("Triangles that share an edge leave no gap and no overlap", "[render]") {
    std::mt19937 random(7);
    std::uniform_real_distribution<float> inside(1, 15);
    for (int i = 0; i < 300; ++i) {
        const glm::vec2 middle(inside(random), i % 3 ? inside(random) : 8.5f); // some on a row's centre
        const std::vector<glm::vec2> round = {{-3, -3}, {19, -3}, {19, 19}, {-3, 19}};
        std::vector<ScreenTriangle> fan;
        for (std::size_t k = 0; k < 4; ++k) fan.push_back(triangle(round[k], round[(k + 1) % 4], middle));
        const auto times = covered(fan);
        for (const int n : times) CHECK(n == 1);
    }
}

TEST_CASE("A triangle between the centres of pixels covers none", "[render]") {
    CHECK_FALSE(coversCentre(triangle({3.6f, 2.0f}, {4.4f, 2.2f}, {4.0f, 9.0f})));
    CHECK_FALSE(coversCentre(triangle({1, 3.6f}, {9, 3.9f}, {5, 4.4f})));
    CHECK(coversCentre(triangle({1, 3.4f}, {9, 3.4f}, {5, 4.4f})));
    CHECK(rowsOf(triangle({1, 3.4f}, {9, 3.4f}, {5, 4.6f})).last == 5);
}

TEST_CASE("Nearer wins whatever comes first", "[render]") {
    auto near = triangle({-2, -2}, {40, -2}, {-2, 40}), far = near;
    near.depth = 0.6;
    near.number = 1;
    far.number = 2;
    for (const auto& order : {std::vector<std::uint32_t>{0, 1}, std::vector<std::uint32_t>{1, 0}}) {
        std::vector<float> depth(256 + kRasterPad, 0);
        std::vector<std::uint32_t> owner(256 + kRasterPad, 0);
        std::vector<float> farthest(16, 0);
        fillSeen({16, 16, depth.data(), owner.data(), farthest.data()}, {0, 16}, {near, far}, order);
        CHECK(owner[5 * 16 + 5] == 1);
        CHECK(depth[5 * 16 + 5] == Approx(0.6f));
        std::vector<float> shadow(256 + kRasterPad, 1);
        fillShadows({16, 16, shadow.data(), nullptr, nullptr}, {0, 16}, {near, far}, order);
        CHECK(shadow[5 * 16 + 5] == Approx(0.5f));
    }
}

TEST_CASE("What is cut off stays inside the view's planes", "[render]") {
    const std::array<CutCorner, 3> through = {CutCorner{{0, 0, 0.05f, 4}, {0, 0, 1}, {0, 0}}, CutCorner{{1, 0, 0.05f, 3}, {0, 0, 1}, {1, 0}}, CutCorner{{0, 1, 0.05f, -2}, {0, 0, 1}, {0, 1}}};
    const auto polygon = cutTriangle(through, {8, 8});
    REQUIRE(polygon.size() == 4);
    for (const auto& corner : polygon) {
        CHECK(corner.clip.w >= 0.0499f);
        CHECK(corner.normal == glm::vec3(0, 0, 1));
    }
    const std::array<CutCorner, 3> behind = {CutCorner{{0, 0, 0.05f, -4}, {}, {}}, CutCorner{{1, 0, 0.05f, -3}, {}, {}}, CutCorner{{0, 1, 0.05f, -2}, {}, {}}};
    CHECK(cutTriangle(behind, {8, 8}).empty());
}
