// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/sets/free_floor.h"
#include "engine/sets/random.h"
#include "engine/sets/shapes.h"
#include "engine/sets/sight_index.h"

#include "sets_support.h"
#include <glm/geometric.hpp>

using namespace rushes;
using namespace rushes::sets;

namespace {

geometry::Instance instanceOf(const Patch& patch) {
    Soup soup;
    soup.add(patch, 0);
    geometry::Instance instance;
    instance.mesh = soup.mesh();
    instance.object = 1;
    return instance;
}

double volume(const Patch& patch) { // positive when all triangles face outwards
    double v = 0;
    for (const auto& t : patch.triangles)
        v += glm::dot(patch.positions[t[0]], glm::cross(patch.positions[t[1]], patch.positions[t[2]])) / 6;
    return std::abs(v);
}

} // namespace

TEST_CASE("Random numbers are those the places were composed with", "[sets]") {
    Random element(7, 3);
    CHECK(element.unit() == Approx(0.9750335537195014).epsilon(1e-14));
    CHECK(element.unit() == Approx(0.8845672371187709).epsilon(1e-14));
    for (const unsigned expected : {1u, 1u, 0u, 3u, 0u})
        CHECK(element.below(5) == expected);
    CHECK(element.between(-2, 3) == Approx(2.0223923337981224).epsilon(1e-14));
    Random plain(42);
    CHECK(plain.unit() == Approx(0.7739560485559633).epsilon(1e-14));
    CHECK(plain.unit() == Approx(0.4388784397520523).epsilon(1e-14));
    for (const unsigned expected : {43u, 85u, 8u})
        CHECK(plain.below(100) == expected);
}

TEST_CASE("Shapes enclose the volume they should", "[sets]") {
    CHECK(volume(box({2, 3, 4})) == Approx(24));
    CHECK(volume(box({2, 2, 2}, {0, 0, 0}, {0, 0})) == Approx(8. / 3));
    CHECK(volume(lathe({{0, 0}, {1, 0}, {1, 2}, {0, 2}}, 64)) == Approx(6.283).epsilon(.01));
    CHECK(volume(sphere(glm::dvec3(1, 2, 1), 40, 24)) == Approx(8.378).epsilon(.03));
    CHECK(volume(extrude({{0, 0}, {2, 0}, {2, 1}, {1, 1}, {1, 2}, {0, 2}}, 3)) == Approx(9));
    CHECK(volume(extrude({{-1, 0}, {1, 0}, {1, 2}, {-1, 2}}, 2, {{1, 1}, {2, 0}})) == Approx(6));
    CHECK(volume(sweep({{0, 0, 0}, {0, 2, 0}}, {1}, 48)) == Approx(6.283).epsilon(.01));
    CHECK(volume(blob({{{0, 0, 0}, 1, {0, 0, 0}, 1}}, .01, .12)) == Approx(4.189).epsilon(.04));
    CHECK(volume(roundedBox({2, 2, 2}, .01)) == Approx(8).epsilon(.01));
}

TEST_CASE("Ear clipping covers the polygon, whichever way round it is", "[sets]") {
    const Polygon arrow{{0, 0}, {4, 0}, {4, 4}, {2, 1}, {0, 4}};
    Polygon backwards(arrow.rbegin(), arrow.rend());
    for (const Polygon& p : {arrow, backwards}) {
        double area = 0;
        for (const auto& t : earClip(p)) {
            const double a =
                (p[t[1]].x - p[t[0]].x) * (p[t[2]].y - p[t[0]].y) - (p[t[2]].x - p[t[0]].x) * (p[t[1]].y - p[t[0]].y);
            CHECK(a > 0);
            area += a / 2;
        }
        CHECK(area == Approx(10));
    }
}

TEST_CASE("A simplified shape keeps its bounds and its seams", "[sets]") {
    Soup soup;
    soup.add(sphere(glm::dvec3(1, .6, 1.5), 48, 32), 3);
    soup.add(sphere(glm::dvec3(.2), 10, 8).moved({0, 1, 0}), 5);
    const Soup small = simplified(soup, 400);
    CHECK(small.triangles.size() <= 400);
    CHECK(small.triangles.size() > 200);
    CHECK(glm::length(small.high() - soup.high()) < .12);
    CHECK(glm::length(small.low() - soup.low()) < .12);
    for (const auto& t : small.triangles)
        CHECK((t.part == 0) == (t.material == 3));
    CHECK(test::defect(*small.mesh()) == "");
}

TEST_CASE("Rays find the nearest triangle", "[sets]") {
    const std::vector<geometry::Instance> scene{instanceOf(box({1, 1, 1}).moved({0, 0, -5})),
                                                instanceOf(box({1, 1, 1}).moved({0, 0, -9})),
                                                instanceOf(box({20, .1, 20}).moved({0, -.1, 0}))};
    const SightIndex sight(scene);
    const auto d = sight.hit({0, .5f, 0}, {0, 0, -1}, 100, {});
    REQUIRE(d);
    CHECK(*d == Approx(4.5));
    CHECK_FALSE(sight.hit({0, .5f, 0}, {0, 0, -1}, 4, {}));
    CHECK_FALSE(sight.hit({0, .5f, 0}, {0, 0, 1}, 100, {}));
    CHECK(*sight.surfaceBelow({0, 5, -5}, 10) == Approx(1));
    CHECK(*sight.surfaceBelow({3, 5, -5}, 10) == Approx(0).margin(1e-5));
    CHECK_FALSE(sight.surfaceBelow({30, 5, 0}, 10));
}

TEST_CASE("The free floor knows obstacles, drops and what cannot be reached", "[sets]") {
    const auto wall = [](double x, double z, double w, double d) {
        return instanceOf(box({w, 2, d}).moved({x, 0, z}));
    };
    const std::vector<geometry::Instance> scene{instanceOf(box({20, .1, 20}).moved({0, -.1, 0})),
                                                wall(0, 0, 4, .2),
                                                wall(5, 5, 2, .2),
                                                wall(5, 7, 2, .2),
                                                wall(4, 6, .2, 2),
                                                wall(6, 6, .2, 2)};
    const SightIndex sight(scene);
    FreeFloor::Options options;
    options.low = {-8, -8};
    options.high = {8, 8};
    options.seeds = {{0, 3}};
    const FreeFloor floor(sight, Terrain(), options);
    CHECK(floor.clearance(0, 0) == 0);
    CHECK(floor.clearance(0, 3) > 1.5f);
    CHECK(floor.clearance(5, 6) == 0); // shut in by four walls
    CHECK_FALSE(floor.pathClear({0, 0, 2}, {0, 0, -2}));
    CHECK(floor.pathClear({-4, 0, 2}, {-4, 0, -2}));
    const auto way = floor.path({0, 0, 2}, {0, 0, -2});
    REQUIRE(way.size() >= 3);
    CHECK(std::abs(way[1].x) > 2);
    options.water = .5f; // all of it under water
    CHECK_FALSE(FreeFloor(sight, Terrain(), options).freeSpotNear({0, 0, 3}, .2f, {}));
}
