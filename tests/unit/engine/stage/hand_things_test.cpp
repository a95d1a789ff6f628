// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/stage/hand_things.h"
#include "engine/stage/movables.h"
#include "tests/unit/engine/stage/staged.h"

#include <catch2/catch.hpp>

#include <glm/geometric.hpp>

#include <algorithm>

using namespace rushes;
using namespace rushes::stage;

namespace {

StagedShot staged(std::string prompt, const HandStaging& hand) {
    auto request = test::requestFor(std::move(prompt));
    request.settingsJson = hand.into("{}");
    return test::staged(request);
}

const Movable* named(const std::vector<Movable>& movables, const std::string& key) {
    const auto found = std::ranges::find(movables, key, &Movable::key);
    return found == movables.end() ? nullptr : &*found;
}

HandStaging moved(const StagedShot& shot, const Movable& thing, const glm::vec2& by, std::optional<float> yaw = {}) {
    HandStaging hand;
    hand.set = shot.blocking.set->kit;
    hand.things[thing.key] = {glm::vec2(thing.position.x, thing.position.z) + by, yaw, {}};
    return hand;
}

float apart(const glm::vec3& a, const glm::vec3& b) { return glm::distance(glm::vec2(a.x, a.z), glm::vec2(b.x, b.z)); }

} // namespace

TEST_CASE("A thing of the prompt stands where the hand put it, turned, with what stands on it", "[stage]") {
    const char* prompt = "Wide shot. A man stands in a park. A vase is on a red table beside him.";
    const StagedShot before = test::staged(prompt);
    const auto things = movablesOf(before);
    const Movable *table = named(things, "table"), *vase = named(things, "vase");
    REQUIRE(table);
    REQUIRE(vase);
    const StagedShot after = staged(prompt, moved(before, *table, {0.5f, -0.4f}, table->yaw + 30));
    const auto now = movablesOf(after);
    CHECK(apart(named(now, "table")->position, table->position + glm::vec3(0.5f, 0, -0.4f)) < 0.01f);
    CHECK(named(now, "table")->yaw == Approx(table->yaw + 30).margin(0.06)); // kept in tenths
    CHECK(apart(named(now, "vase")->position, table->position + glm::vec3(0.5f, 0, -0.4f)) == Approx(apart(vase->position, table->position)).margin(0.01));
    CHECK(peopleAt(after.blocking, 0)[0].position == peopleAt(before.blocking, 0)[0].position);
}

TEST_CASE("A chair of the set goes with who sits on it, and the other way round", "[stage]") {
    const char* prompt = "Medium shot. A woman sits on a sofa in a living room.";
    const StagedShot before = test::staged(prompt);
    const auto things = movablesOf(before);
    const auto seat = seatUnder(before, 0, things);
    REQUIRE(seat);
    const glm::vec3 woman = peopleAt(before.blocking, 0.3)[0].position;
    const StagedShot after = staged(prompt, moved(before, things[*seat], {0.4f, 0.2f}));
    CHECK(apart(peopleAt(after.blocking, 0.3)[0].position, woman + glm::vec3(0.4f, 0, 0.2f)) < 0.02f);
    const auto still = seatUnder(after, 0, movablesOf(after));
    REQUIRE(still);
    CHECK(movablesOf(after)[*still].key == things[*seat].key);
}

TEST_CASE("A vehicle takes along who is in it, and its way", "[stage]") {
    const char* prompt = "Wide shot. A man drives a car along a city street.";
    const StagedShot before = test::staged(prompt);
    const auto things = movablesOf(before);
    const auto under = seatUnder(before, 0, things);
    REQUIRE(under);
    CHECK(things[*under].key == "car");
    const StagedShot after = staged(prompt, moved(before, things[*under], {0.6f, 0.6f}));
    const glm::vec3 was = peopleAt(before.blocking, 0.4)[0].position, now = peopleAt(after.blocking, 0.4)[0].position;
    CHECK(apart(now, was + glm::vec3(0.6f, 0, 0.6f)) < 0.02f);
}

TEST_CASE("The later points of a thing's way are the hand's", "[stage]") {
    const char* prompt = "Wide shot. A dog runs through a park.";
    const StagedShot before = test::staged(prompt);
    const Movable* dog = named(movablesOf(before), "dog");
    const auto things = movablesOf(before);
    dog = named(things, "dog");
    REQUIRE(dog);
    REQUIRE(dog->ways.size() == 1);
    HandStaging hand = moved(before, *dog, {0, 0});
    const glm::vec2 start(dog->position.x, dog->position.z);
    hand.things["dog"].ways = {{start + glm::vec2(1, 0), start + glm::vec2(1, 2)}};
    const StagedShot after = staged(prompt, hand);
    const auto& prop = after.blocking.props.front();
    CHECK(prop.path.size() == 3);
    CHECK(apart(propAt(prop, after.blocking.seconds, after.blocking.seconds).first, {start.x + 1, 0, start.y + 2}) < 0.01f);
}

TEST_CASE("What is in a hand goes with its person; what is absent is kept and said", "[stage]") {
    const char* prompt = "Medium shot. A man holds a cup in a kitchen.";
    const StagedShot before = test::staged(prompt);
    CHECK(named(movablesOf(before), "cup") == nullptr);
    HandStaging hand;
    hand.set = before.blocking.set->kit;
    hand.things["piano"] = {{1, 1}, {}, {}};
    const auto warnings = staged(prompt, hand).warnings;
    CHECK(std::ranges::any_of(warnings, [](const auto& warning) { return warning.find("piano") != std::string::npos; }));
}

TEST_CASE("Things of a set are named in its order and nothing that carries the set is", "[stage]") {
    const StagedShot shot = test::staged("Medium shot. A man stands in a bar.");
    const auto names = setThingNames(*shot.blocking.set);
    std::vector<std::string> seen;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (names[i].empty()) continue;
        CHECK(shot.blocking.set->objects[i].prop);
        CHECK(std::ranges::count(seen, names[i]) == 0);
        seen.push_back(names[i]);
    }
    CHECK(seen.size() > 5);
}
