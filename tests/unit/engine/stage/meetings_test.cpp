// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/stage/meetings.h"

#include "tests/unit/engine/stage/staged.h"

#include <glm/geometric.hpp>

using namespace rushes;
using namespace rushes::stage;
using namespace rushes::stage::test;

namespace {

/// From the first one to the second, on the floor, along the way of the first.
float ahead(const StagedShot& shot, double seconds) {
    const auto moments = peopleAt(shot.blocking, seconds);
    const auto& path = shot.blocking.people[0].beats.front().path;
    return glm::dot(moments[1].position - moments[0].position, glm::normalize(path.back() - path.front()));
}

} // namespace

TEST_CASE("The words tell a meeting from a walk side by side", "[stage]") {
    const auto said = [](const char* prompt) {
        reading::Action action;
        action.verb = "walk";
        action.span.begin = 4;
        return meetingSaid(prompt, action);
    };
    CHECK(said("Two walk towards each other.") == Meeting::towards);
    CHECK(said("Two walk past one another in a corridor.") == Meeting::past);
    CHECK(said("Two cross paths.") == Meeting::past);
    CHECK(said("Two walk together. They look past each other.") == Meeting::none);
    CHECK(said("Two walk down the street.") == Meeting::none);
}

TEST_CASE("Two who pass come from opposite sides and go on", "[stage]") {
    for (const char* prompt : {"Two women walk past each other in a corridor.", "Two men walk past each other on a city street.", "Two people cross paths in a park."}) {
        INFO(prompt);
        const auto shot = staged(prompt, 72);
        REQUIRE(shot.blocking.people.size() == 2);
        for (const auto& person : shot.blocking.people) REQUIRE(person.beats.front().path.size() > 1);
        CHECK(ahead(shot, 0) > 1.5f);
        CHECK(ahead(shot, 2.99) < -1.5f);
        float nearest = 9;
        for (int i = 0; i <= 30; ++i) {
            const auto moments = peopleAt(shot.blocking, 0.1 * i);
            nearest = std::min(nearest, glm::distance(moments[0].position, moments[1].position));
        }
        CHECK(nearest > 0.42f);
    }
}

TEST_CASE("Two who walk towards each other end face to face", "[stage]") {
    const auto shot = staged("Two people walk towards each other.", 72);
    REQUIRE(shot.blocking.people.size() == 2);
    CHECK(ahead(shot, 0) > 3);
    const float left = ahead(shot, 2.99);
    CHECK(left > 0.5f);
    CHECK(left < 2.0f);
}

TEST_CASE("One who walks past another does not stop there", "[stage]") {
    const auto shot = staged("A man walks past a woman.", 72);
    REQUIRE(shot.blocking.people.size() == 2);
    CHECK(ahead(shot, 0) > 0.8f);
    CHECK(ahead(shot, 2.99) < -0.8f);
}
