// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/stage/implied_seats.h"

#include "engine/stage/easing.h"
#include "tests/unit/engine/stage/staged.h"

#include <glm/geometric.hpp>

#include <algorithm>

using namespace rushes;
using namespace rushes::stage;
using namespace rushes::stage::test;

namespace {

/// How many of a shot's people sit in its middle.
std::ptrdiff_t seated(const std::string& prompt) {
    const auto shot = staged(prompt, 24);
    return std::count_if(shot.blocking.people.begin(), shot.blocking.people.end(), [](const auto& person) { return person.beats.front().seat.has_value(); });
}

} // namespace

TEST_CASE("Who came to sit sits, unless the legs have to do", "[stage]") {
    CHECK(seated("A teacher writes on the blackboard while the students whisper.") == 3);
    CHECK(seated("INT. TRAIN - DAY. Two passengers talk.") == 2);
    CHECK(seated("In a classroom, a student runs to the door.") == 0);
    CHECK(seated("Two students talk in a park.") == 0);
    CHECK(seated("A student stands in a classroom.") == 0);
}

TEST_CASE("Who is at a desk or a table, or eats in a restaurant, sits there", "[stage]") {
    CHECK(seated("A detective reads a file at his desk.") == 1);
    CHECK(seated("A boy does his homework at the kitchen table.") == 1);
    CHECK(seated("Two friends talk over coffee in a cafe.") == 2);
    CHECK(seated("A couple has breakfast at the kitchen table.") == 2);
    CHECK(seated("An old man reads a newspaper on a bench.") == 1);
    CHECK(seated("A woman chops vegetables at the kitchen table.") == 0);
    CHECK(seated("A waiter drinks a glass of water in a restaurant.") == 0);
    CHECK(seated("A man stands at his desk.") == 0);
}

TEST_CASE("Pupils sit at school desks, not at the teacher's", "[stage]") {
    const auto shot = staged("A schoolboy fidgets at his desk.", 24);
    REQUIRE(shot.blocking.people.front().beats.front().seat);
    REQUIRE(shot.blocking.setSubjects.size() == 1);
    const auto& objects = shot.blocking.set->objects;
    const auto desk = std::find_if(objects.begin(), objects.end(), [&](const auto& object) { return object.object == shot.blocking.setSubjects.front().second; });
    REQUIRE(desk != objects.end());
    CHECK(desk->name == "school desk");
}

TEST_CASE("Who sleeps in a train dozes on a seat", "[stage]") {
    const auto shot = staged("INT. SUBWAY CAR - NIGHT. A tired nurse sleeps against the window.", 24);
    CHECK(shot.blocking.people.front().beats.front().motion == "doze");
    CHECK(shot.blocking.people.front().beats.front().seat);
}

TEST_CASE("Who walks down a staircase comes from above", "[stage]") {
    const auto down = staged("A woman in a red dress walks down a grand staircase.", 84), up = staged("A woman walks up a staircase.", 84);
    const auto height = [](const StagedShot& shot, double seconds) { return personAt(shot.blocking, 0, seconds).position.y; };
    CHECK(height(down, 0) > height(down, 3.4) + 0.5f);
    CHECK(height(up, 3.4) > height(up, 0) + 0.5f);
}

TEST_CASE("Who is pushed on a swing sits on it, and whoever pushes stands behind", "[stage]") {
    const auto shot = staged("A father pushes his daughter on a swing.", 24);
    const auto& people = shot.blocking.people;
    REQUIRE(people.size() == 2);
    CHECK(people[1].beats.front().motion == "swing_ride");
    const glm::vec3 to = people[0].beats.front().path.front() - people[1].beats.front().path.front();
    CHECK(glm::dot(to, heading(people[1].beats.front().yaw)) < 0);
}

TEST_CASE("One lies in a tub, and under a car with the head", "[stage]") {
    const auto bath = staged("A woman takes a bath.", 24);
    CHECK(std::none_of(bath.blocking.props.begin(), bath.blocking.props.end(), [](const auto& prop) { return prop.model == "bathtub"; })); // the set's own
    CHECK(bath.blocking.people.front().beats.front().seat);
    const auto garage = staged("A mechanic lies under a car.", 24);
    const auto moment = personAt(garage.blocking, 0, 0.5);
    const auto& figure = *garage.blocking.people.front().figure;
    const glm::vec3 eyes = toWorld(moment, figure.landmarks(figures::evaluate(figure, moment.performance)).eyes);
    CHECK(garage.blocking.set->blocked(eyes, eyes + glm::vec3(0, 1.2f, 0)));
}

TEST_CASE("Who goes hand in hand goes close together", "[stage]") {
    const auto shot = staged("A couple walks along the beach, holding hands.", 48);
    const auto a = personAt(shot.blocking, 0, 1), b = personAt(shot.blocking, 1, 1);
    CHECK(glm::distance(a.position, b.position) < 0.7f);
    const auto hand = [&](std::size_t i, bool left) {
        const auto moment = personAt(shot.blocking, i, 1);
        const auto& figure = *shot.blocking.people[i].figure;
        const auto body = figure.landmarks(figures::evaluate(figure, moment.performance));
        return toWorld(moment, left ? body.leftHand : body.rightHand);
    };
    CHECK(std::min(glm::distance(hand(0, true), hand(1, false)), glm::distance(hand(0, false), hand(1, true))) < 0.16f);
}

TEST_CASE("Whoever does something to one who sits stands beside the seat", "[stage]") {
    for (const char* prompt : {"A boy hands a flower to a girl on a park bench.", "A nurse feeds an old man in a wheelchair.", "A waiter hands the menu to a woman at a table in a restaurant."}) {
        INFO(prompt);
        const auto shot = staged(prompt, 24);
        const Beat &stands = shot.blocking.people[0].beats.front(), &sits = shot.blocking.people[1].beats.front();
        CHECK_FALSE(stands.seat);
        REQUIRE(sits.seat);
        CHECK(glm::distance(glm::vec2(stands.path.front().x, stands.path.front().z), glm::vec2(sits.path.front().x, sits.path.front().z)) < 0.8f);
    }
}
