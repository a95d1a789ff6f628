// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/stage/fires.h"

#include "engine/stage/draw.h"
#include "tests/unit/engine/stage/staged.h"

#include <glm/geometric.hpp>

#include <algorithm>

using namespace rushes;
using namespace rushes::stage;
using namespace rushes::stage::test;

namespace {

std::vector<const StagedProp*> all(const StagedShot& shot, const char* model) {
    std::vector<const StagedProp*> out;
    for (const auto& prop : shot.blocking.props)
        if (prop.model == model) out.push_back(&prop);
    return out;
}

} // namespace

TEST_CASE("A thing that burns has flames on it and smoke above, and takes them along", "[stage]") {
    const auto shot = staged("A burning truck drives down a highway.", 48);
    const auto flames = all(shot, "flames"), smoke = all(shot, "smoke column"), trucks = all(shot, "truck");
    REQUIRE(trucks.size() == 1);
    REQUIRE_FALSE(flames.empty());
    CHECK(smoke.size() == flames.size());
    for (const double seconds : {0.0, 1.5}) {
        const glm::vec3 truck = propAt(*trucks.front(), seconds, shot.blocking.seconds).first;
        for (const auto* flame : flames) CHECK(glm::distance(propAt(*flame, seconds, shot.blocking.seconds).first, truck) < trucks.front()->prop->size.z);
    }
}

TEST_CASE("A burning place burns behind those who are looked at", "[stage]") {
    const auto shot = staged("Firefighters spray water at a burning warehouse at night.", 24);
    const auto flames = all(shot, "flames");
    REQUIRE(flames.size() == 3);
    const auto& camera = shot.camera.front();
    for (std::size_t i = 0; i < shot.blocking.people.size(); ++i)
        CHECK(glm::distance(camera.eye, peopleAt(shot.blocking, 0)[i].position) < glm::distance(camera.eye, flames.front()->path.front()) + 3);
}

TEST_CASE("An explosion is a ball of fire that grows; smoke alone has no flames", "[stage]") {
    const auto blast = staged("An explosion throws two soldiers to the ground.", 48);
    REQUIRE(all(blast, "fireball").size() == 1);
    const auto& ball = *all(blast, "fireball").front();
    REQUIRE(ball.motion);
    CHECK(ball.motion->at(0).stretch < ball.motion->at(1).stretch);
    const auto smoke = staged("Smoke rises from a helicopter in the jungle.", 24);
    CHECK_FALSE(all(smoke, "smoke column").empty());
    CHECK(all(smoke, "flames").empty());
}

TEST_CASE("Where nothing burns there is no fire", "[stage]") {
    const auto shot = staged("Two men talk on a street beside a red car.", 24);
    CHECK(all(shot, "flames").empty());
    CHECK(all(shot, "smoke column").empty());
}
