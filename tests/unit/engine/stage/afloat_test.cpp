// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/stage/afloat.h"
#include "tests/unit/engine/stage/staged.h"

using namespace rushes;
using namespace rushes::stage;
using namespace rushes::stage::test;

TEST_CASE("Swimmers swim on the surface of the water", "[stage]") {
    for (const char* prompt : {"A man swims in a river.", "Two women swim in a lake.", "Anna floats in the lake."}) {
        INFO(prompt);
        const auto shot = staged(prompt, 48);
        const auto& set = *shot.blocking.set;
        for (const auto& moment : peopleAt(shot.blocking, shot.blocking.seconds * 0.5)) {
            const auto water = set.waterHeight(moment.position.x, moment.position.z);
            REQUIRE(water);
            CHECK(moment.position.y > *water - 0.3f);
            CHECK(moment.position.y <= *water);
        }
    }
}

TEST_CASE("A pool without a floor below its water carries swimmers too", "[stage]") {
    const auto shot = staged("Two men swim in the swimming pool.", 48);
    const auto* pool = shot.blocking.set->mark("swim");
    REQUIRE(pool);
    for (const auto& moment : peopleAt(shot.blocking, 1)) {
        CHECK(moment.position.y < pool->position.y);
        CHECK(glm::distance(moment.position, pool->position) < 5);
    }
}

TEST_CASE("Who stands in deep water keeps the head out", "[stage]") {
    auto shot = staged("A man swims in a river.", 24);
    auto& beat = shot.blocking.people.front().beats.back();
    const glm::vec3 at = beat.path.back();
    const float water = *shot.blocking.set->waterHeight(at.x, at.z);
    REQUIRE(water - shot.blocking.set->groundHeight(at.x, at.z) > 0.3f);
    const auto head = [&](const char* motion) {
        beat.motion = motion;
        for (auto& p : beat.path) p.y = shot.blocking.set->groundHeight(p.x, p.z);
        setAfloat(shot.blocking);
        const auto moment = personAt(shot.blocking, 0, 0.5);
        return toWorld(moment, shot.blocking.people.front().figure->landmarks(figures::evaluate(*shot.blocking.people.front().figure, moment.performance)).headTop).y;
    };
    CHECK(head("swim") > water);
    CHECK(head("stand") > water);
}
