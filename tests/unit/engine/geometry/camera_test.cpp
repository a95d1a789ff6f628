// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/geometry/camera.h"

#include <catch2/catch.hpp>

#include <glm/geometric.hpp>
#include <glm/vec4.hpp>

using namespace rushes::geometry;

TEST_CASE("A camera looks where it is told", "[geometry]") {
    const Camera camera = Camera::lookAt({0, 1.6f, 5}, {0, 1.6f, 0});
    CHECK(camera.forward().z == Approx(-1));
    CHECK(camera.right.x == Approx(1));
    CHECK(camera.up.y == Approx(1));
    const Camera down = Camera::lookAt({0, 5, 0}, {0, 0, 0});
    CHECK(glm::dot(down.forward(), glm::vec3(0, -1, 0)) == Approx(1));
}

TEST_CASE("Projecting agrees with the matrices", "[geometry]") {
    Camera camera = Camera::lookAt({1, 2, 5}, {0, 1, 0}, 0.2f);
    camera.fitSensor(1280, 720);
    const glm::vec3 world{0.4f, 1.3f, -0.5f};
    const auto pixel = camera.project(world, {1280, 720});
    REQUIRE(pixel);
    const glm::vec4 clip = camera.projectionMatrix(0.1f) * camera.viewMatrix() * glm::vec4(world, 1);
    CHECK((clip.x / clip.w * 0.5f + 0.5f) * 1280 == Approx(pixel->x));
    CHECK((clip.y / clip.w * 0.5f + 0.5f) * 720 == Approx(pixel->y));
    CHECK(clip.z / clip.w == Approx(0.1f / pixel->z));
    CHECK_FALSE(camera.project({10, 20, 50}, {1280, 720}));
}

TEST_CASE("Lenses have the angles of view of their tables", "[geometry]") {
    Camera camera;
    camera.sensorWidthMm = 36;
    camera.focalMm = 50;
    CHECK(camera.horizontalFov() * 57.29578f == Approx(39.6f).margin(0.05f));
    camera.fitSensor(1920, 1080);
    CHECK(camera.sensorHeightMm == Approx(20.25f));
}
