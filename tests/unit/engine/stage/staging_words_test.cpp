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

/// How far somebody goes along the camera's look at the shot's start: positive away from it.
float depthGone(const StagedShot& shot, std::size_t person) {
    const auto start = personAt(shot.blocking, person, 0).position, end = personAt(shot.blocking, person, shot.blocking.seconds).position;
    const glm::vec3 look = shot.camera.front().forward(), gone = end - start;
    return glm::dot(gone, look) / std::max(0.01f, glm::length(gone));
}

/// Whether all of somebody's head is in the picture at a moment.
bool inPicture(const StagedShot& shot, std::size_t person, double share) {
    const auto moment = personAt(shot.blocking, person, shot.blocking.seconds * share);
    const auto& figure = *shot.blocking.people[person].figure;
    const auto& camera = shot.camera[std::size_t(double(shot.camera.size() - 1) * share)];
    const auto at = camera.project(toWorld(moment, figure.landmarks(figures::evaluate(figure, moment.performance)).eyes), {1000, 1000});
    return at && at->x > 0 && at->x < 1000 && at->y > 0 && at->y < 1000;
}

} // namespace

TEST_CASE("Towards and away from the camera are that, for all who walk", "[stage]") {
    const auto towards = staged("A man in a red coat and a woman walk towards the camera in a city street.", 48);
    const auto away = staged("A woman and her son run away from the camera through a forest.", 48);
    for (const std::size_t i : {0u, 1u}) {
        CHECK(depthGone(towards, i) < -0.9f);
        CHECK(depthGone(away, i) > 0.9f);
        CHECK(inPicture(towards, i, 0.9));
        CHECK(inPicture(away, i, 0.1));
    }
}

TEST_CASE("From left to right is to the picture's right", "[stage]") {
    const auto shot = staged("A boy runs from left to right across the frame.", 48);
    const auto start = personAt(shot.blocking, 0, 0).position, end = personAt(shot.blocking, 0, shot.blocking.seconds).position;
    CHECK(glm::dot(end - start, shot.camera.front().right) > 0.8f * glm::length(end - start));
}

TEST_CASE("Those around somebody face them from all about", "[stage]") {
    const auto shot = staged("The bride and groom dance while the guests around them clap.", 24);
    glm::vec3 middle(0);
    std::vector<const StagedPerson*> guests;
    for (const auto& person : shot.blocking.people)
        if (shot.description.subject(person.subject)->noun == "guest") guests.push_back(&person), middle += person.beats.front().path.front();
    REQUIRE(guests.size() == 6);
    middle /= float(guests.size());
    for (const auto* guest : guests) CHECK(glm::dot(heading(guest->beats.front().yaw), middle - guest->beats.front().path.front()) > 0);
}

TEST_CASE("People sit on what is named, side by side, and eat at one table", "[stage]") {
    const auto sofa = staged("A man and a woman sit on a sofa.", 24);
    REQUIRE(sofa.blocking.people.size() == 2);
    const auto &a = sofa.blocking.people[0].beats.front(), &b = sofa.blocking.people[1].beats.front();
    CHECK(a.seat);
    CHECK(b.seat);
    CHECK(glm::distance(a.path.front(), b.path.front()) < 1.0f);
    CHECK(std::abs(turnBetween(a.yaw, b.yaw)) < 1);
    const auto dinner = staged("A family of four eats dinner at a table.", 24);
    REQUIRE(dinner.blocking.people.size() == 4);
    CHECK(std::all_of(dinner.blocking.people.begin(), dinner.blocking.people.end(), [](const auto& person) { return person.beats.front().seat.has_value(); }));
    const auto tables = std::count_if(dinner.blocking.props.begin(), dinner.blocking.props.end(), [](const auto& prop) { return prop.model.find("table") != std::string::npos; });
    CHECK(tables == 1);
}

TEST_CASE("A patient lies, who treats them stands by; a baby in arms stands nowhere", "[stage]") {
    const auto shot = staged("A surgeon operates on a patient.", 24);
    REQUIRE(shot.blocking.people.size() == 2);
    const auto& patient = shot.blocking.people[1];
    CHECK(patient.beats.front().lies);
    CHECK(patient.beats.front().seat.value_or(0) > 0.4f);
    CHECK(glm::distance(patient.beats.front().path.front(), shot.blocking.people[0].beats.front().path.front()) < 1.2f);
    CHECK(staged("A woman holds a baby in her arms.", 24).blocking.people.size() == 1);
}
