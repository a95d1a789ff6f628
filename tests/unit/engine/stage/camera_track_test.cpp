// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/stage/camera_track.h"

#include "engine/stage/move_limits.h"

#include <catch2/catch.hpp>

#include <glm/geometric.hpp>
#include <glm/trigonometric.hpp>

using namespace rushes;
using namespace rushes::stage;
using reading::Direction;
using reading::Move;

namespace {

/// Five metres before a standing person, level, 40 mm, two seconds.
TrackOptions plain(std::vector<reading::CameraMove> moves) {
    TrackOptions options;
    options.camera = geometry::Camera::lookAt({0, 1.6f, 5}, {0, 1.6f, 0});
    options.camera.focalMm = 40;
    options.pivot = {0, 1.4f, 0};
    options.duration = {48, time::rate24};
    options.moves = std::move(moves);
    return options;
}

std::vector<geometry::Camera> track(std::vector<reading::CameraMove> moves) {
    return layTrack(plain(std::move(moves)));
}

float headingOf(const geometry::Camera& camera) { return glm::degrees(std::atan2(camera.forward().x, -camera.forward().z)); }
float pitchOf(const geometry::Camera& camera) { return glm::degrees(std::asin(camera.forward().y)); }

} // namespace

TEST_CASE("A static camera does not move", "[stage]") {
    const auto samples = track({{Move::fixed}});
    REQUIRE(samples.size() == 48);
    CHECK(samples.front().eye == samples.back().eye);
    CHECK(samples.front().right == samples.back().right);
    CHECK(samples.front().focalMm == samples.back().focalMm);
}

TEST_CASE("Pan and tilt turn the camera on its spot, to the side that is said", "[stage]") {
    const auto left = track({{Move::pan, Direction::left}});
    CHECK(headingOf(left.back()) - headingOf(left.front()) < -8);
    CHECK(glm::distance(left.front().eye, left.back().eye) == Approx(0).margin(1e-4));
    const auto right = track({{Move::pan, Direction::right}});
    CHECK(headingOf(right.back()) - headingOf(right.front()) > 8);
    const auto up = track({{Move::tilt, Direction::up}});
    CHECK(pitchOf(up.back()) - pitchOf(up.front()) > 6);
    const auto down = track({{Move::tilt, Direction::down}});
    CHECK(pitchOf(down.back()) - pitchOf(down.front()) < -6);
}

TEST_CASE("Dolly, truck and pedestal move the camera without turning it", "[stage]") {
    const auto in = track({{Move::dolly, Direction::in}});
    CHECK(in.back().eye.z - in.front().eye.z < -0.5f);
    CHECK(headingOf(in.back()) == Approx(headingOf(in.front())).margin(1e-3));
    const auto left = track({{Move::truck, Direction::left}});
    CHECK(left.back().eye.x - left.front().eye.x < -0.4f);
    CHECK(left.back().eye.z == Approx(left.front().eye.z).margin(1e-3));
    const auto up = track({{Move::pedestal, Direction::up}});
    CHECK(up.back().eye.y - up.front().eye.y > 0.3f);
    CHECK(pitchOf(up.back()) == Approx(pitchOf(up.front())).margin(1e-3));
}

TEST_CASE("An arc clockwise, seen from above, goes left and turns right about its subject", "[stage]") {
    const auto samples = track({{Move::arc, Direction::clockwise}});
    CHECK(samples.back().eye.x < samples.front().eye.x - 1);
    CHECK(headingOf(samples.back()) - headingOf(samples.front()) > 20);
    for (const auto& camera : samples) CHECK(glm::length(glm::vec2(camera.eye.x, camera.eye.z)) == Approx(5).margin(0.02));
}

TEST_CASE("A dolly zoom in goes closer with a wider lens and keeps the subject's size", "[stage]") {
    const auto samples = track({{Move::dollyZoom, Direction::in}});
    CHECK(samples.back().eye.z < samples.front().eye.z - 0.5f);
    CHECK(samples.back().focalMm < samples.front().focalMm * 0.95f);
    const float before = samples.front().focalMm / samples.front().eye.z, after = samples.back().focalMm / samples.back().eye.z;
    CHECK(after / before == Approx(1).margin(0.12));
}

TEST_CASE("Rolling clockwise lowers the camera's right side", "[stage]") {
    const auto samples = track({{Move::roll, Direction::clockwise}});
    CHECK(samples.back().right.y < samples.front().right.y - 0.1f);
}

TEST_CASE("Moves of one order run together, orders follow each other", "[stage]") {
    reading::CameraMove pan{Move::pan, Direction::left}, tilt{Move::tilt, Direction::up};
    tilt.order = 1;
    const auto samples = track({pan, tilt});
    CHECK(pitchOf(samples[22]) == Approx(pitchOf(samples.front())).margin(0.05));
    CHECK(headingOf(samples[25]) == Approx(headingOf(samples.back())).margin(0.05));
    CHECK(pitchOf(samples.back()) - pitchOf(samples.front()) > 6);
}

TEST_CASE("A move that no gear can make is warned of, by the gear that the words ask for", "[stage]") {
    std::vector<std::string> warnings;
    const reading::CameraWords dolly;
    warnOfSpeed(layTrack(plain({{Move::whipPan, Direction::left}})), 24, gearOf(dolly, false), warnings);
    CHECK(warnings.size() == 1);
    warnings.clear();
    auto fast = plain({{Move::dolly, Direction::in}});
    fast.camera = geometry::Camera::lookAt({0, 1.6f, 30}, {0, 1.6f, 0});
    warnOfSpeed(layTrack(fast), 24, gearOf(dolly, false), warnings);
    REQUIRE(warnings.size() == 1);
    CHECK(warnings[0].find("dolly") != std::string::npos);
    warnings.clear();
    reading::CameraWords drone;
    drone.pov = reading::PointOfView::drone;
    warnOfSpeed(layTrack(fast), 24, gearOf(drone, false), warnings);
    CHECK(warnings.empty());
}

TEST_CASE("A rise from near the floor begins on it and is made whole", "[stage]") {
    auto options = plain({{Move::pedestal, Direction::up}});
    options.camera = geometry::Camera::lookAt({0, 0.3f, 5}, {0, 0.3f, 0});
    options.pivot = {0, 0.1f, 0}; // as far from the eye as in the other track: the distance decides how far a camera rises
    options.floor = 0.1f;
    const auto samples = layTrack(options), high = track({{Move::pedestal, Direction::up}});
    CHECK(samples.front().eye.y >= 0.1f);
    CHECK(samples.back().eye.y - samples.front().eye.y == Approx(high.back().eye.y - high.front().eye.y).margin(0.02));
}

TEST_CASE("The operator keeps a walker in the picture", "[stage]") {
    auto options = plain({});
    options.kept = [](double seconds) { return glm::vec3(-2 + 2 * float(seconds), 1.6f, 0); };
    const auto samples = layTrack(options);
    for (std::size_t i = 0; i < samples.size(); ++i) {
        const auto pixel = samples[i].project(options.kept(double(i) / 24), {100, 100});
        REQUIRE(pixel);
        CHECK(pixel->x > 12);
        CHECK(pixel->x < 88);
        if (i > 0) CHECK(glm::degrees(std::acos(std::min(1.0f, glm::dot(samples[i].right, samples[i - 1].right)))) < 2);
    }
}
