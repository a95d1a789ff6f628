// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "render_helpers.h"
#include "test_scene.h"

#include <glm/geometric.hpp>

#include <algorithm>
#include <vector>

using namespace rushes;
using namespace rushes::render;
using namespace rushes::render::test;

namespace {

/// Ink that crosses an edge, in pixels of full ink, at places along it: the sum over a cut of 9 pixels at right angles. A pen
/// that wanders moves the ink, it does not change the sum, and the median of 41 cuts does not mind a corner or a crossing line.
double inkAcross(const View& view, const Image& lines, const glm::vec3& from, const glm::vec3& to) {
    const glm::vec2 a = placeOf(view, from), b = placeOf(view, to), along = glm::normalize(b - a), across(-along.y, along.x);
    std::vector<double> cuts;
    for (int i = 0; i <= 40; ++i) {
        const glm::vec2 at = a + (b - a) * (0.15f + 0.7f * float(i) / 40);
        double sum = 0;
        for (int k = -4; k <= 4; ++k) {
            const glm::ivec2 p(at + across * float(k));
            sum += lines.rowAs<std::uint8_t>(p.y)[p.x] / 255.0;
        }
        cuts.push_back(sum);
    }
    std::nth_element(cuts.begin(), cuts.begin() + 20, cuts.end());
    return cuts[20];
}

/// One box of faces that are parts of their own, seen from its right front, large in the picture.
View boxAlone(int height) {
    View view;
    view.width = height * 16 / 9;
    view.height = height;
    view.camera = geometry::Camera::lookAt({3.3f, 1.5f, 5.4f}, {0, 0.5f, 0});
    view.instances.push_back(at(box({1.4f, 1, 1.4f}, true), materials({plain(1)}), {0, 0, 0}, 1));
    return view;
}

const glm::vec3 kInnerA{0.7f, 0, 0.7f}, kInnerB{0.7f, 1, 0.7f};    // between two faces that are both seen
const glm::vec3 kOuterA{-0.7f, 0, 0.7f}, kOuterB{-0.7f, 1, 0.7f}; // against the sky

Image linesOf(Renderer& r, const View& view) { return drawn(r, view, {.lines = true}).lines; }

} // namespace

TEST_CASE("A line runs all along an edge, outlines wider than inner edges", "[render]") {
    auto r = renderer();
    for (const int height : {180, 360, 720}) {
        INFO(height << " rows");
        const View view = boxAlone(height);
        const Image lines = linesOf(*r, view);
        const double inner = inkAcross(view, lines, kInnerA, kInnerB), outer = inkAcross(view, lines, kOuterA, kOuterB);
        CHECK(inner > 0.3);
        CHECK(outer > inner * 1.1);
        CHECK(outer < 6.0);
        // Between the edges there is paper.
        CHECK(inkAcross(view, lines, {-0.1f, 0, 0.7f}, {-0.1f, 1, 0.7f}) < 0.02);
    }
}

TEST_CASE("Without its cause a line is gone", "[render]") {
    auto r = renderer();
    View view = boxAlone(360);
    view.instances[0].lineWeight = 0;
    CHECK(inkAcross(view, linesOf(*r, view), kOuterA, kOuterB) < 0.02);
    view.instances[0].lineWeight = 1;
    // Faces of one part have no border between them, only the turn of the normal, which soft things do not show.
    auto soft = plain(1);
    soft.softness = geometry::Softness::noCreases;
    view.instances[0].mesh = box({1.4f, 1, 1.4f});
    view.instances[0].materials = materials({soft});
    const Image lines = linesOf(*r, view);
    CHECK(inkAcross(view, lines, kInnerA, kInnerB) < 0.02);
    CHECK(inkAcross(view, lines, kOuterA, kOuterB) > 0.35);
}

TEST_CASE("Lines stay while the camera creeps", "[render]") {
    auto r = renderer();
    View view = boxAlone(360);
    double least = 1e9, most = 0;
    for (int i = 0; i < 12; ++i) {
        view.camera = geometry::Camera::lookAt(glm::vec3(3.3f, 1.5f, 5.4f) + glm::vec3(0.011f, 0.002f, -0.007f) * float(i), {0, 0.5f, 0});
        view.frame = i;
        const double ink = inkAcross(view, linesOf(*r, view), kInnerA, kInnerB);
        least = std::min(least, ink);
        most = std::max(most, ink);
    }
    CHECK(least > 0.3);
    CHECK(most < least * 1.8);
}
