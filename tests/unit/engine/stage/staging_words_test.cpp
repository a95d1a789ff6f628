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

TEST_CASE("Who is carried goes where the carrier goes", "[stage]") {
    for (const char* prompt : {"A father carries his daughter on his shoulders.", "A groom carries his bride in his arms.", "A nurse pushes an old man in a wheelchair."}) {
        INFO(prompt);
        const auto shot = staged(prompt, 48);
        REQUIRE(shot.blocking.people.size() == 2);
        for (const double share : {0.1, 0.9}) {
            const auto moments = peopleAt(shot.blocking, shot.blocking.seconds * share);
            CHECK(glm::length(glm::vec3(moments[0].position.x - moments[1].position.x, 0, moments[0].position.z - moments[1].position.z)) < 1.0f);
        }
        const auto start = personAt(shot.blocking, 0, 0).position, end = personAt(shot.blocking, 0, shot.blocking.seconds).position;
        CHECK(glm::distance(start, end) > 1.0f);
    }
}

TEST_CASE("Bearers keep to both sides of what they carry", "[stage]") {
    const auto shot = staged("Four soldiers carry a wounded man on a stretcher.", 48);
    REQUIRE(shot.blocking.people.size() == 5);
    const auto moments = peopleAt(shot.blocking, shot.blocking.seconds * 0.5);
    int left = 0, right = 0;
    for (std::size_t i = 0; i < 4; ++i) {
        const float aside = glm::dot(moments[i].position - moments[4].position, heading(moments[4].yaw + 90));
        (aside > 0 ? left : right) += 1;
        CHECK(std::abs(aside) < 0.7f);
    }
    CHECK(left == 2);
    CHECK(right == 2);
}

TEST_CASE("One between two, those over a body and those behind somebody have their places", "[stage]") {
    const auto between = staged("A priest stands between two guards.", 24);
    REQUIRE(between.blocking.people.size() == 3);
    const auto at = [](const StagedShot& shot, std::size_t i) { return shot.blocking.people[i].beats.front().path.front(); };
    CHECK(glm::distance(at(between, 0), (at(between, 1) + at(between, 2)) * 0.5f) < 0.3f);
    const auto over = staged("A detective stands over a dead woman in an alley.", 24);
    REQUIRE(over.blocking.people.size() == 2);
    CHECK(over.blocking.people[1].beats.front().lies);
    CHECK(glm::distance(at(over, 0), at(over, 1)) < 1.2f);
}

TEST_CASE("What is at the ready is in the hand, and the bag in its owner's", "[stage]") {
    const auto shot = staged("A hitman walks towards the camera, gun in hand.", 24);
    CHECK(std::any_of(shot.blocking.props.begin(), shot.blocking.props.end(), [](const auto& prop) { return prop.model == "gun" && prop.holder == 0; }));
    const auto bag = staged("A woman with a suitcase walks down the street.", 24);
    CHECK(std::any_of(bag.blocking.props.begin(), bag.blocking.props.end(), [](const auto& prop) { return prop.model == "suitcase" && prop.holder == 0; }));
}

TEST_CASE("In the stairwell one sits on a step", "[stage]") {
    const auto shot = staged("A teenager sits on the stairs.", 24);
    REQUIRE(shot.blocking.people.size() == 1);
    const auto& beat = shot.blocking.people[0].beats.front();
    REQUIRE(beat.seat);
    CHECK(*beat.seat > 0.2f);
    CHECK(*beat.seat < 0.5f);
    CHECK(std::none_of(shot.blocking.props.begin(), shot.blocking.props.end(), [](const auto& prop) { return prop.model == "chair"; }));
}

TEST_CASE("A close-up is the face", "[stage]") {
    const auto shot = staged("Close-up of an old fisherman looking out at the sea.", 24);
    CHECK(shot.blocking.people[0].beats.front().motion == "stand"); // no hand before it
    const auto moment = personAt(shot.blocking, 0, 0);
    const auto& figure = *shot.blocking.people[0].figure;
    const auto body = figure.landmarks(figures::evaluate(figure, moment.performance));
    const auto top = shot.camera.front().project(toWorld(moment, body.headTop), {1000, 1000}), chin = shot.camera.front().project(toWorld(moment, body.chin), {1000, 1000});
    REQUIRE(top);
    REQUIRE(chin);
    CHECK(chin->y - top->y > 550);
}
