// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "support.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace rushes::reading;

namespace {

std::vector<std::string> motionsOf(const ShotDescription& shot, const std::string& id) {
    std::vector<std::string> motions;
    for (const Action& action : shot.actions)
        if (action.subject == id) motions.push_back(action.motion);
    return motions;
}

const Subject* named(const ShotDescription& shot, const std::string& noun) {
    const auto found = std::find_if(shot.subjects.begin(), shot.subjects.end(), [&](const Subject& s) { return s.noun == noun; });
    return found == shot.subjects.end() ? nullptr : &*found;
}

std::string motionIn(const std::string& prompt, const std::string& verb) {
    for (const Action& action : reader().read(prompt).actions)
        if (action.verb == verb) return action.motion;
    return "none";
}

} // namespace

TEST_CASE("One of several acts alone, and did before what all did", "[reading][members]") {
    const auto shot = reader().read("Three men sit at a table. One of them stands up.");
    REQUIRE(shot.subjects.size() == 3);
    CHECK(shot.subjects[0].count == 2);
    const Subject& one = shot.subjects[2];
    CHECK(one.noun == "man");
    CHECK(one.count == 1);
    CHECK(motionsOf(shot, one.id) == std::vector<std::string>{"sit", "stand_up"});
    CHECK(motionsOf(shot, shot.subjects[0].id) == std::vector<std::string>{"sit"});
    CHECK(shot.actions.back().order == 1);
    CHECK(std::count_if(shot.relations.begin(), shot.relations.end(), [&](const Relation& r) { return r.a == one.id; }) == 1);
}

TEST_CASE("The older one, the other, one of the men", "[reading][members]") {
    const auto brothers = reader().read("Two brothers sit on a bench, the older one smokes a pipe.");
    CHECK(std::count_if(brothers.subjects.begin(), brothers.subjects.end(), [](const Subject& s) { return s.noun == "brother" && s.count == 1; }) == 2);
    const auto women = reader().read("Two women wait. One reads, the other sleeps.");
    REQUIRE(women.subjects.size() == 2);
    CHECK(motionsOf(women, women.subjects[1].id) == std::vector<std::string>{"read"});
    CHECK(motionsOf(women, women.subjects[0].id).back() == "sleep");
    CHECK(reader().read("One of the men stands up.").subjects.size() == 2);
    CHECK(reader().read("A man hands her one of the books.").subjects.front().count == 1);
}

TEST_CASE("A plural's apostrophe and words for all of a kind mean those who are there", "[reading][members]") {
    CHECK(named(reader().read("The twins jump on their parents' bed."), "parents") == nullptr);
    CHECK(named(reader().read("The boys' mother shouts."), "mother"));
    CHECK(reader().read("Two sons crouch. The boys whisper.").subjects.size() == 1);
    CHECK(reader().read("A truck stops. A soldier leans on the vehicle.").subjects.size() == 2);
    CHECK(named(reader().read("He says 'run, dogs' to a boy."), "boy"));
}

TEST_CASE("What a held thing has in it does not stand about", "[reading][members]") {
    const auto held = reader().read("Two men carry a crate of oranges between them.");
    REQUIRE(named(held, "orange"));
    CHECK(named(held, "orange")->worn);
    CHECK(held.relations.empty());
    CHECK_FALSE(named(reader().read("A bowl of oranges stands on a table."), "orange")->worn);
}

TEST_CASE("Parts of vehicles mean the vehicle, steps and swings that are taken mean none", "[reading][members]") {
    CHECK(named(reader().read("A thief slips through the car window."), "car"));
    CHECK(named(reader().read("A mechanic opens the truck door."), "truck"));
    CHECK(named(reader().read("A golfer takes a huge swing."), "swing") == nullptr);
    CHECK(reader().read("A trapper takes a few careful steps.").subjects.size() == 1);
    CHECK(named(reader().read("A girl sits on a swing."), "swing"));
    CHECK(named(reader().read("A tailor pins the hem of the groom's trousers."), "groom"));
}

TEST_CASE("On a bus is inside of it, unless one gets on", "[reading][members]") {
    CHECK(reader().read("A girl on a night bus holds up her phone.").place->kind == "bus_interior");
    CHECK(reader().read("A man sleeps on a train.").place->kind == "train_interior");
    CHECK(named(reader().read("A woman gets on a bus."), "bus"));
}

TEST_CASE("Verbs that nouns and pronouns hide", "[reading][members]") {
    CHECK(named(reader().read("A smuggler counts coins."), "smuggler"));
    CHECK(motionIn("A waitress watches him leave.", "leave") == "walk");
    CHECK(named(reader().read("A coach watches it fly into the lake."), "fly") == nullptr);
    CHECK(motionIn("A soldier stands with a gun raised.", "aim") == "shoot");
    CHECK(motionIn("A woman backs her car out of the garage.", "back") == "drive");
    CHECK(motionIn("A thief slips away.", "slip") == "sneak");
    CHECK(motionIn("A thief slips on the ice.", "slip") == "fall");
    CHECK(named(reader().read("A man knocks twice on a door."), "twice") == nullptr);
    CHECK(motionIn("Dolly out ahead of a woman who leaves, keeping her in the background.", "keep") == "none");
}

TEST_CASE("Who is in a wheelchair sits and rolls", "[reading][members]") {
    CHECK(reader().read("A man in a wheelchair rolls down a corridor.").actions.front().act == "wheel_self");
    CHECK(reader().read("A woman in a wheelchair waits at a window.").actions.front().act == "wheelchair_sit");
    CHECK(motionIn("A nurse pushes a man in a wheelchair.", "push") == "push"); // then the stage seats him
}

TEST_CASE("A rare noun is what its words usually mean", "[reading][members]") {
    const auto cleaver = reader().read("A butcher raises a cleaver.");
    REQUIRE(named(cleaver, "cleaver"));
    CHECK(named(cleaver, "cleaver")->kind == SubjectKind::prop);
    CHECK(named(reader().read("An editor reads a letter."), "editor")->outfit != "worker");
}
