// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "support.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace rushes::reading;

namespace {

std::string kindOf(const std::string& prompt) {
    const auto shot = reader().read(prompt);
    return shot.place ? shot.place->kind : "none";
}

bool does(const std::string& prompt, const std::string& noun, const std::string& motion) {
    const auto shot = reader().read(prompt);
    return std::any_of(shot.actions.begin(), shot.actions.end(), [&](const Action& a) { const auto* who = shot.subject(a.subject); return who && who->noun == noun && a.motion == motion; });
}

} // namespace

TEST_CASE("A scene heading gives the place and nothing else", "[reading][place]") {
    const auto shot = reader().read("INT. NURSING HOME - DAY. A woman sits.");
    CHECK(shot.actions.size() == 1); // nobody nurses
    CHECK(shot.subjects.size() == 1);
    CHECK(shot.conditions.time == TimeOfDay::day);
    CHECK(kindOf("EXT. CASTLE GATE - DUSK. A wizard walks across the drawbridge.") == "castle");
    CHECK(kindOf("INT. PRISON VISITING ROOM - DAY. A convict talks.") == "prison");
    CHECK(kindOf("INT. SCHOOL HALLWAY - DAY. Students run.") == "hallway");
    CHECK(kindOf("INT. HOUSE - DAY. A woman cooks in the kitchen.") == "kitchen");
    CHECK(kindOf("EXT. PIRATE SHIP - DAY. A sailor spins the wheel hard to port.") == "ship_deck");
    CHECK(kindOf("INT. BARN - DAWN. A vet kneels.") == "stable");
    CHECK(kindOf("Interior designers talk in an office.") == "office"); // no heading
}

TEST_CASE("Whoever is in the vehicle of a heading is aboard", "[reading]") {
    const auto shot = reader().read("INT. TAXI - NIGHT. A driver glances at his passenger.");
    REQUIRE(shot.relations.size() == 2);
    for (const Relation& r : shot.relations) {
        CHECK(r.relation == RelationKind::in);
        CHECK(shot.subject(r.b)->kind == SubjectKind::vehicle);
    }
    CHECK(reader().read("INT. TRAIN CAR - DAY. A man reads.").relations.empty());
}

TEST_CASE("What people do is found behind words that are nouns as well", "[reading]") {
    CHECK(does("A baker kneads dough while his apprentice slides loaves into the oven.", "apprentice", "put_down"));
    CHECK(does("Three women bend down and plant seedlings.", "woman", "work_tool"));
    CHECK(does("A woman runs through the corn, falls and looks back.", "woman", "fall"));
    CHECK(does("A couple slow dances in an empty kitchen.", "couple", "dance"));
    CHECK(does("A grandfather shows his grandson how to fish from a pier.", "grandson", "throw"));
    CHECK(does("A boy hides under a table during an argument between his parents.", "parents", "argue"));
}

TEST_CASE("She who nobody was yet is somebody new", "[reading]") {
    const auto shot = reader().read("A man opens a box; she laughs.");
    REQUIRE(shot.actions.size() == 2);
    CHECK(shot.subject(shot.actions[1].subject)->sex == Sex::female);
    CHECK(shot.actions[0].subject != shot.actions[1].subject);
}

TEST_CASE("A white rose is a flower, not something that rose", "[reading]") {
    const auto shot = reader().read("A widow lays a white rose on the coffin.");
    CHECK(std::any_of(shot.subjects.begin(), shot.subjects.end(), [](const Subject& s) { return s.noun == "rose" && s.colour == "white"; }));
}
