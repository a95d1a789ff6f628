// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/stage/easing.h"
#include "engine/stage/keep_apart.h"
#include "engine/stage/ways.h"
#include "tests/unit/engine/stage/staged.h"

#include <glm/geometric.hpp>

using namespace rushes;
using namespace rushes::stage;
using namespace rushes::stage::test;

namespace {

float flat(const glm::vec3& a, const glm::vec3& b) { return glm::length(glm::vec3(a.x - b.x, 0, a.z - b.z)); }

float yawOfWay(const StagedPerson& person) { return yawOf(person.beats.back().path.back() - person.beats.back().path.front()); }

/// Metres between the two nearest bodies of the shot at any moment.
float nearest(const Blocking& blocking) {
    float least = 1e9f;
    for (int i = 0; i <= 20; ++i) {
        const auto moments = peopleAt(blocking, blocking.seconds * i / 20);
        for (std::size_t a = 0; a < moments.size(); ++a)
            for (std::size_t b = 0; b < a; ++b) least = std::min(least, flat(moments[a].position, moments[b].position));
    }
    return least;
}

} // namespace

TEST_CASE("Those who do the same walk go side by side", "[stage]") {
    for (const char* prompt : {"A man and a woman walk down a city street.", "Three soldiers march across a field.", "Four children run on the beach.",
                               "Anna and Ben leave the kitchen."}) {
        INFO(prompt);
        const auto shot = staged(prompt, 72);
        const auto& people = shot.blocking.people;
        REQUIRE(people.size() >= 2);
        for (const auto& person : people) {
            REQUIRE(person.beats.back().path.size() > 1);
            CHECK(std::abs(turnBetween(yawOfWay(people.front()), yawOfWay(person))) < 45);
        }
        CHECK(nearest(shot.blocking) > 0.42f);
    }
}

TEST_CASE("A follower keeps behind the one who is followed", "[stage]") {
    const auto shot = staged("Anna follows Ben through the corridor.", 72);
    REQUIRE(shot.blocking.people.size() == 2);
    const auto& anna = shot.blocking.people[0].name == "Anna" ? shot.blocking.people[0] : shot.blocking.people[1];
    const auto& ben = shot.blocking.people[0].name == "Anna" ? shot.blocking.people[1] : shot.blocking.people[0];
    REQUIRE(ben.beats.back().path.size() > 1);
    const glm::vec3 ahead = heading(yawOfWay(ben));
    CHECK(glm::dot(ben.beats.back().path.back() - anna.beats.back().path.back(), ahead) > 0.8f);
}

TEST_CASE("Nobody walks through another", "[stage]") {
    for (const char* prompt : {"Six students enter the classroom.", "Anna walks to Ben. Tom runs to Ben.", "Anna enters. Ben leaves. Tom walks to the window.",
                               "Two women walk past a man in the kitchen."}) {
        INFO(prompt);
        CHECK(nearest(staged(prompt, 72).blocking) > 0.3f);
    }
}

TEST_CASE("Who can move makes room for who cannot", "[stage]") {
    auto shot = staged("Anna stands in the park. Ben stands in the park.", 24);
    auto& people = shot.blocking.people;
    REQUIRE(people.size() == 2);
    people[0].beats.front().seat = 0.45f;
    people[1].beats.front().path = people[0].beats.front().path;
    const glm::vec3 seat = people[0].beats.front().path.front();
    keepApart(shot.blocking);
    CHECK(flat(people[0].beats.front().path.front(), seat) < 1e-4f);
    CHECK(flat(people[1].beats.front().path.front(), seat) >= 0.5f);
    CHECK(flat(people[1].beats.front().path.front(), seat) < 2.0f);
}

TEST_CASE("A way beside another keeps its distance and its length", "[stage]") {
    const Way way{{0, 0, 0}, {0, 0, 4}};
    const Way left = beside(way, 0.8f, 1);
    CHECK(left.front().x == Approx(0.8f));
    CHECK(left.front().z == Approx(-1));
    CHECK(left.back().z == Approx(3));
    CHECK(lengthOf(left) == Approx(lengthOf(way)));
    CHECK(firstOf(way, 1).back().z == Approx(1));
    CHECK(lastOf(way, 1).front().z == Approx(3));
}
