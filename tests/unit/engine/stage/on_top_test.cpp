// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/stage/easing.h"
#include "tests/unit/engine/stage/staged.h"

#include <glm/geometric.hpp>

#include <algorithm>

using namespace rushes;
using namespace rushes::stage;
using namespace rushes::stage::test;

namespace {

bool brings(const StagedShot& shot, std::string_view model) {
    return std::any_of(shot.blocking.props.begin(), shot.blocking.props.end(), [&](const StagedProp& prop) { return prop.model.find(model) != std::string::npos; });
}

bool inRoom(const StagedShot& shot, const glm::vec3& at) {
    const auto& room = shot.blocking.set->actionBounds;
    return at.x > room.low.x && at.x < room.high.x && at.z > room.low.z && at.z < room.high.z;
}

} // namespace

TEST_CASE("One stands on what one is said to stand on", "[stage][on top]") {
    for (const char* prompt : {"A man stands on a table and shouts.", "A boy stands on a chair.", "A man stands on a crate and speaks to a crowd.", "A girl dances on a table in a bar."}) {
        INFO(prompt);
        const auto shot = staged(prompt, 24);
        const auto moment = personAt(shot.blocking, 0, 0.5);
        CHECK(moment.lift > 0.3f);
        CHECK(moment.lift < 1.2f);
        CHECK_FALSE(moment.performance.sits);
    }
    const auto kids = staged("Two kids jump on a bed.", 24);
    REQUIRE(kids.blocking.people.size() == 2);
    const auto moments = peopleAt(kids.blocking, 0.2);
    CHECK(glm::distance(moments[0].position, moments[1].position) > 0.3f);
    for (const auto& moment : moments) CHECK(moment.lift > 0.2f);
}

TEST_CASE("Who sits on it, or goes by, is not lifted", "[stage][on top]") {
    CHECK(personAt(staged("A man sits on a chair.", 12).blocking, 0, 0.2).lift == 0.0f);
    CHECK(personAt(staged("A man walks past a table.", 12).blocking, 0, 0.2).lift == 0.0f);
}

TEST_CASE("Who kneels already does so in the first frame", "[stage][on top]") {
    const auto shot = staged("A man kneeling by a grave lights a candle.", 48);
    const auto& person = shot.blocking.people.front();
    const auto first = personAt(shot.blocking, 0, 0);
    CHECK(person.figure->landmarks(figures::evaluate(*person.figure, first.performance)).headTop.y < 0.85 * person.figure->height());
    CHECK_FALSE(brings(shot, "table"));
    const auto down = staged("A man kneels by a grave.", 48);
    const auto standing = personAt(down.blocking, 0, 0);
    CHECK(down.blocking.people.front().figure->landmarks(figures::evaluate(*down.blocking.people.front().figure, standing.performance)).headTop.y > 0.9 * down.blocking.people.front().figure->height());
}

TEST_CASE("No table is brought to the open", "[stage][on top]") {
    CHECK_FALSE(brings(staged("EXT. VINEYARD - DAY. A woman waits beside a pear.", 12), "table"));
}

TEST_CASE("Who walks up to somebody or pushes them stays in the room", "[stage][on top]") {
    for (const char* prompt : {"A man walks up to a woman in a corridor.", "A nurse pushes a man in a wheelchair down a corridor."}) {
        INFO(prompt);
        const auto shot = staged(prompt, 72);
        for (const double share : {0.0, 0.3, 0.6, 0.98})
            for (const auto& moment : peopleAt(shot.blocking, shot.blocking.seconds * share)) CHECK(inRoom(shot, moment.position));
    }
}

TEST_CASE("A small thing between two is one", "[stage][on top]") {
    const auto shot = staged("Two men carry a crate between them.", 24);
    CHECK(std::count_if(shot.blocking.props.begin(), shot.blocking.props.end(), [](const StagedProp& prop) { return prop.model == "crate"; }) == 1);
}

TEST_CASE("Through somebody's eyes the camera is where they are", "[stage][first person]") {
    for (const char* prompt : {"POV of a thief who opens a door.", "A thief's POV: he opens a door."}) {
        INFO(prompt);
        const auto shot = staged(prompt, 24);
        REQUIRE_FALSE(shot.blocking.people.empty());
        const auto& person = shot.blocking.people.front();
        const auto moment = personAt(shot.blocking, 0, 0);
        CHECK(glm::distance(shot.camera.front().eye, toWorld(moment, person.figure->landmarks(figures::evaluate(*person.figure, moment.performance)).eyes)) < 0.35f);
    }
}

TEST_CASE("Two who push one thing have no cart besides", "[stage][on top]") {
    const auto shot = staged("A doctor and a nurse push a bed along a corridor.", 24);
    CHECK_FALSE(brings(shot, "cart"));
    CHECK(brings(shot, "bed"));
}

TEST_CASE("Whom something is handed to is near", "[stage][on top]") {
    const auto shot = staged("INT. BUNKER - DAY. A radio operator tears off a sheet of paper and hands it to the colonel.", 24);
    REQUIRE(shot.blocking.people.size() == 2);
    const auto moments = peopleAt(shot.blocking, 0.5);
    CHECK(glm::distance(moments[0].position, moments[1].position) < 2.2f);
}
