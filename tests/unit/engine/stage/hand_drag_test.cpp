// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/stage/hand_drag.h"
#include "engine/stage/key_track.h"
#include "staged.h"

#include <catch2/catch.hpp>

#include <glm/geometric.hpp>

using namespace rushes;
using namespace rushes::stage;
using namespace rushes::stage::test;

namespace {

/// At eye height, looking along -Z at a target 5 m away.
const HandCamera kHand{{0, 1.6f, 5}, {0, 1.6f, 0}, {}};

geometry::Camera seen(const HandCamera& hand = kHand) {
    auto camera = geometry::Camera::lookAt(hand.eye, hand.target);
    camera.fitSensor(1280, 720);
    return camera;
}

/// Where a point lies in the picture, in shares.
glm::vec2 placeOf(const geometry::Camera& camera, const glm::vec3& point) {
    const auto p = camera.project(point, {1280, 720});
    REQUIRE(p);
    return {p->x / 1280, p->y / 720};
}

/// Two seconds, staged with settings.
StagedShot stagedWith(const char* prompt, const std::string& settings) {
    auto request = requestFor(prompt, 48);
    request.settingsJson = settings;
    return staged(request);
}

} // namespace

TEST_CASE("The floor under a place in the picture is where a point there is seen", "[stage]") {
    const glm::vec3 point(0.7f, 0, 1.5f);
    const auto found = floorUnder(seen(), placeOf(seen(), point), 0);
    REQUIRE(found);
    CHECK(glm::distance(*found, point) < 1e-3f);
    CHECK_FALSE(floorUnder(seen(), {0.5f, 0.2f}, 0)); // the sky
    CHECK_FALSE(floorUnder(seen(), {0.5f, 0.5004f}, 0)); // beyond the set
}

TEST_CASE("Turning brings along what was taken hold of", "[stage]") {
    const glm::vec2 from(0.4f, 0.55f), to(0.6f, 0.45f);
    const auto point = floorUnder(seen(), from, 0.8f);
    REQUIRE(point);
    const HandCamera after = turned(kHand, seen(), from, to);
    CHECK(after.eye == kHand.eye);
    CHECK(glm::distance(after.eye, after.target) == Approx(5).epsilon(1e-3));
    CHECK(glm::distance(placeOf(seen(after), *point), to) < 0.02f);
    const HandCamera up = turned(kHand, seen(), {0.5f, 0}, {0.5f, 60});
    CHECK(glm::normalize(up.target - up.eye).y < 0.9999f);
}

TEST_CASE("Trucking moves eye and aim alike and stays off the ground", "[stage]") {
    const HandCamera after = trucked(kHand, seen(), {0.5f, 0.5f}, {0.7f, 0.5f}, 0.1f);
    CHECK(glm::distance(placeOf(seen(after), kHand.target), {0.7f, 0.5f}) < 1e-3f);
    CHECK(glm::distance(after.target - kHand.target, after.eye - kHand.eye) < 1e-5f);
    CHECK(trucked(kHand, seen(), {0.5f, 0.9f}, {0.5f, -9}, 0.1f).eye.y == Approx(0.1f));
}

TEST_CASE("Orbiting and dollying keep the aim", "[stage]") {
    const HandCamera round = orbited(kHand, {0.25f, 0.5f}, {0.75f, 0.5f}, 0);
    CHECK(round.target == kHand.target);
    CHECK(glm::distance(round.eye, glm::vec3(-5, 1.6f, 0)) < 1e-3f); // a quarter, the world turns with the mouse
    CHECK(glm::distance(dollied(kHand, 0.2f).eye, glm::vec3(0, 1.6f, 4)) < 1e-5f);
    CHECK(glm::distance(dollied(kHand, 5).eye, kHand.target) == Approx(0.3f));
}

TEST_CASE("Keys are kept by time, one a moment", "[stage]") {
    HandStaging hand;
    hand.set = "park";
    hand.putKey({2, kHand}, 0.02);
    hand.putKey({0, kHand}, 0.02);
    hand.putKey({2.01, {{1, 1, 1}, {0, 0, 0}, 50.0f}}, 0.02);
    REQUIRE(hand.keys.size() == 2);
    CHECK(hand.keys.front().seconds == 0);
    CHECK(hand.keys.back().camera.eye == glm::vec3(1, 1, 1));
    CHECK(HandStaging::of(hand.into("{}")) == hand);
    CHECK(HandStaging::of(R"({"hand":{"set":"park","keys":[{"at":-1,"eye":[0,0,0],"target":[0,0,1]},{"at":1},{"at":1,"eye":[0,0,1e9],"target":[0,0,1]},7]}})").keys.empty());
}

TEST_CASE("The camera goes smoothly through its keys", "[stage]") {
    const std::vector<CameraKey> keys = {{1, kHand}, {2, {{2, 1.6f, 5}, {2, 1.6f, 0}, 35.0f}}, {4, {{2, 1.6f, 1}, {2, 1.6f, 0}, 70.0f}}};
    CHECK(keyedAt(keys, 0).eye == kHand.eye);
    CHECK(keyedAt(keys, 9).eye == keys.back().camera.eye);
    for (const auto& key : keys) CHECK(glm::distance(keyedAt(keys, key.seconds).eye, key.camera.eye) < 1e-5f);
    const auto speed = [&](double t) { return glm::distance(keyedAt(keys, t + 0.005).eye, keyedAt(keys, t - 0.005).eye) / 0.01f; };
    CHECK(speed(1.01) < 0.2f);
    CHECK(speed(3.99) < 0.2f);
    CHECK(speed(1.999) == Approx(speed(2.001)).epsilon(0.05)); // no jolt on the way
    CHECK(*keyedAt(keys, 3).lensMm == Approx(49.5).epsilon(0.01)); // half way by shares
    CHECK_FALSE(keyedAt(keys, 0.5).lensMm);
    CHECK(keyedTrack(keys, seen(), {96, time::rate24}).size() == 96);
}

TEST_CASE("Keys take the place of the prompt's move", "[stage]") {
    const char* prompt = "A man stands in a park. Dolly in.";
    const StagedShot before = stagedWith(prompt, "{}");
    HandStaging hand;
    hand.set = before.blocking.set->kit;
    const glm::vec3 target = before.camera.front().eye + before.camera.front().forward() * 3.0f, eye = before.camera.front().eye;
    hand.putKey({0, {eye, target, {}}}, 0.01);
    hand.putKey({1, {eye + glm::vec3(0.5f, 0.2f, 0), target, {}}}, 0.01);
    const StagedShot after = stagedWith(prompt, hand.into("{}"));
    CHECK(glm::distance(after.camera.front().eye, eye) < 0.01f);
    CHECK(glm::distance(after.camera.back().eye, hand.keys.back().camera.eye) < 0.02f);
    hand.set = "moon";
    CHECK(glm::distance(stagedWith(prompt, hand.into("{}")).camera.back().eye, before.camera.back().eye) < 1e-4f);
}
