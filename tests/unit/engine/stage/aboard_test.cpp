// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/stage/aboard.h"

#include "engine/stage/draw.h"
#include "engine/stage/easing.h"
#include "tests/unit/engine/stage/staged.h"

#include <glm/geometric.hpp>

using namespace rushes;
using namespace rushes::stage;
using namespace rushes::stage::test;

namespace {

/// A point of the world in the vehicle's own space.
glm::vec3 inside(const StagedShot& shot, const StagedPerson& person, double seconds, const glm::vec3& point) {
    const StagedProp& prop = shot.blocking.props[person.aboard->prop];
    const auto [position, yaw] = propAt(prop, seconds, shot.blocking.seconds);
    const glm::vec3 d = point - position;
    return {glm::dot(d, heading(yaw + 90)), d.y, glm::dot(d, heading(yaw))};
}

} // namespace

TEST_CASE("Who drives or sits in something is inside it from head to feet", "[stage]") {
    for (const char* prompt : {"A woman drives a car down a street.", "Two men sit in a car and talk.", "A family in a car.", "The bus driver drives the bus.", "A man drives a truck.",
                               "A pilot flies a plane.", "A pilot flies a helicopter."}) {
        INFO(prompt);
        const auto shot = staged(prompt, 24);
        REQUIRE_FALSE(shot.blocking.people.empty());
        for (std::size_t i = 0; i < shot.blocking.people.size(); ++i) {
            const auto& person = shot.blocking.people[i];
            REQUIRE(person.aboard);
            const auto& box = shot.blocking.props[person.aboard->prop].prop->mesh->bounds;
            for (const double seconds : {0.0, 0.5}) {
                const auto moment = personAt(shot.blocking, i, seconds);
                const auto body = person.figure->landmarks(figures::evaluate(*person.figure, moment.performance));
                for (const auto& point : {body.headTop, body.hips, body.leftFoot, body.rightFoot}) {
                    const glm::vec3 at = inside(shot, person, seconds, toWorld(moment, point));
                    CHECK(at.x > box.low.x);
                    CHECK(at.x < box.high.x);
                    CHECK(at.y > 0.05f);
                    CHECK(at.y < box.high.y);
                    CHECK(at.z > box.low.z);
                    CHECK(at.z < box.high.z);
                }
            }
        }
    }
}

TEST_CASE("Each of those aboard has a seat of their own, and the first of them the wheel", "[stage]") {
    const auto shot = staged("A family drives a car.", 24);
    REQUIRE(shot.blocking.people.size() == 4);
    CHECK(shot.blocking.people.front().beats.front().motion == "drive");
    for (std::size_t i = 0; i < 4; ++i)
        for (std::size_t k = 0; k < i; ++k) CHECK(glm::distance(shot.blocking.people[i].aboard->at, shot.blocking.people[k].aboard->at) > 0.35f);
}

TEST_CASE("The camera goes along with who drives, unless it is told to stand", "[stage]") {
    const auto eyes = [](const StagedShot& shot) { return glm::distance(shot.camera.front().eye, shot.camera.back().eye); };
    const auto along = staged("Medium shot of a woman driving a car on a road.", 24);
    CHECK(isUnderWay(along.blocking, along.blocking.people.front()));
    CHECK(eyes(along) > 4);
    CHECK(eyes(staged("Static shot. A woman drives a car on a road.", 24)) < 0.01f);
}

TEST_CASE("One who rows sits in the boat, on the water, face to the stern", "[stage]") {
    const auto shot = staged("A girl rows a boat.", 24);
    const auto& girl = shot.blocking.people.front();
    REQUIRE(girl.aboard);
    const auto& boat = shot.blocking.props[girl.aboard->prop];
    CHECK(girl.beats.front().motion == "row");
    CHECK(std::abs(turnBetween(boat.yaw, personAt(shot.blocking, 0, 0.5).yaw)) > 170);
    CHECK(shot.blocking.set->waterHeight(boat.path.front().x, boat.path.front().z));
}

TEST_CASE("Who gets out of a car is not in it", "[stage]") {
    const auto shot = staged("A man gets out of a car and walks away.", 24);
    CHECK_FALSE(shot.blocking.people.front().aboard);
}

TEST_CASE("A ridden horse steps as fast as it goes", "[stage]") {
    const auto shot = staged("A knight rides a horse across a field.", 24);
    const ShotDrawer drawer(library(), shot);
    const auto meshes = [&](std::int64_t frame) {
        std::vector<const geometry::Mesh*> out;
        for (std::size_t i = 0; i < shot.blocking.props.size(); ++i) {
            const auto view = drawer.view(frame, 64, 36);
            out.push_back(view.instances[view.instances.size() - shot.blocking.props.size() + i].mesh.get());
        }
        return out;
    };
    CHECK(meshes(4) != meshes(9));
    const auto horse = library().sets().prop("horse");
    REQUIRE(horse);
    CHECK((*horse)->stride > 0.8f);
    CHECK((*horse)->stride < 3.0f);
}
