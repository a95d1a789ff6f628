// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/engine/reading/support.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <set>

using namespace rushes::reading;

namespace {

/// The nouns of those who do the verb.
std::set<std::string> doing(const ShotDescription& d, const std::string& verb) {
    std::set<std::string> who;
    for (const Action& action : d.actions)
        if (action.verb == verb && d.subject(action.subject)) who.insert(d.subject(action.subject)->noun);
    return who;
}

int countOf(const std::string& prompt, const std::string& noun) {
    const auto d = reader().read(prompt);
    for (const Subject& subject : d.subjects)
        if (subject.noun == noun) return subject.count;
    return 0;
}

using Nouns = std::set<std::string>;

} // namespace

TEST_CASE("Subjects are joined over what describes them", "[reading]") {
    CHECK(doing(reader().read("A man in a red coat and a woman walk down the street."), "walk") == Nouns{"man", "woman"});
    CHECK(doing(reader().read("A woman with a bag and her son run through a forest."), "run") == Nouns{"woman", "son"});
    CHECK(doing(reader().read("A cowboy in a black hat, a sheriff with a rifle and a preacher stand in the main street."), "stand") == Nouns{"cowboy", "sheriff", "preacher"});
    CHECK(doing(reader().read("A man with his dog walks along the beach."), "walk") == Nouns{"man", "dog"});
    CHECK(doing(reader().read("A man looks at a girl and a boy runs."), "run") == Nouns{"boy"});
}

TEST_CASE("Others are the subject of while and of clauses without a verb of their own form", "[reading]") {
    CHECK(doing(reader().read("The bride and groom dance while the guests around them clap."), "clap") == Nouns{"guest"});
    CHECK(doing(reader().read("A boy sits on a wall beside his girlfriend, looking at the stars."), "look") == Nouns{"boy"});
    const auto nurses = reader().read("A surgeon operates on a patient, nurses around the table.");
    CHECK(std::any_of(nurses.subjects.begin(), nurses.subjects.end(), [](const Subject& s) { return s.noun == "nurse" && s.count == 3; }));
}

TEST_CASE("Groups have members", "[reading]") {
    CHECK(countOf("A family of five eats dinner.", "family") == 5);
    CHECK(countOf("A gang of five bikers walks down the road.", "biker") == 5);
    CHECK(countOf("A jury listens.", "jury") == 12);
    CHECK(countOf("The class listens.", "class") == 8);
    CHECK(countOf("A choir sings in a church.", "choir") > 8);
    CHECK(countOf("A crowd cheers.", "crowd") == 50);
    CHECK(doing(reader().read("A family of four eats dinner at a table."), "eat") == Nouns{"family"});
}

TEST_CASE("Ways are told as the camera sees them, and formations are no things", "[reading]") {
    const auto towards = reader().read("A man and a woman walk side by side towards the camera.");
    REQUIRE(towards.actions.size() == 2);
    CHECK(towards.actions[0].course == "towards_camera");
    REQUIRE(towards.arrangements.size() == 1);
    CHECK(towards.arrangements[0].kind == "side_by_side");
    CHECK(towards.arrangements[0].members.size() == 2);
    CHECK(reader().read("Soldiers march in single file.").subjects.size() == 1);
    CHECK(reader().read("A girl runs into frame and stops.").actions.at(0).course == "into_frame");
    CHECK(reader().read("An interrogator walks around him.").actions.at(0).course == "around");
    // The camera's own way is the camera's.
    CHECK(reader().read("The camera pans from left to right.").actions.empty());
    CHECK(reader().read("The camera pans from left to right.").camera.moves.size() == 1);
    CHECK(reader().read("A woman looks towards the camera.").actions.at(0).object == "camera");
}

TEST_CASE("A hand that is nobody's brings somebody, and a body is one who is dead", "[reading]") {
    const auto hand = reader().read("A man hangs from a cliff, a hand reaches down to him.");
    CHECK(doing(hand, "reach") == Nouns{"person"});
    CHECK(hand.subjects.size() == 2);
    const auto body = reader().read("A detective crouches over a body on the floor.");
    CHECK(std::any_of(body.subjects.begin(), body.subjects.end(), [](const Subject& s) { return s.model == "corpse"; }));
    CHECK(reader().read("A man with a muscular body swims.").subjects.size() == 1);
}

TEST_CASE("A comma alone opens a clause; her at the end of one is a person", "[reading]") {
    CHECK(doing(reader().read("A wizard on a throne, two knights kneel in front of him."), "kneel") == Nouns{"knight"});
    const auto follow = reader().read("A woman walks down the street, a man following her.");
    REQUIRE(follow.actions.size() == 2);
    CHECK(follow.actions[1].target == follow.actions[0].subject);
    CHECK(doing(reader().read("A mother holding her baby and a father with a suitcase wait on the platform."), "wait") == Nouns{"mother", "father"});
    const auto clown = reader().read("A clown juggles, surrounded by laughing children.");
    REQUIRE(clown.relations.size() == 1);
    CHECK(clown.relations[0].relation == RelationKind::around);
    CHECK(clown.subject(clown.relations[0].a)->noun == "child");
    CHECK(doing(reader().read("A woman in a wheelchair is pushed along the pier by her husband."), "push") == Nouns{"husband"});
}

TEST_CASE("A close-up may be of a part of the body, and of nobody's named") {
    const auto framed = [](const std::string& prompt) { return reader().read(prompt).camera.part; };
    CHECK(framed("Close-up of a woman's hands kneading dough.") == "hand");
    CHECK(framed("Extreme close-up of an eye opening.") == "eye");
    CHECK(framed("Close-up of an old man at a window.").empty());
    const auto d = reader().read("Close on hands typing on a laptop in a dark office.");
    REQUIRE(d.subjects.size() == 2);
    CHECK(d.subjects.front().kind == SubjectKind::person);
    CHECK(d.actions.front().subject == d.subjects.front().id);
    CHECK(countOf("The hands of a clock turn.", "person") == 0);
}

TEST_CASE("Whoever is on horseback rides") {
    for (const char* prompt : {"A lone rider on horseback crosses the desert.", "A man on horseback crosses the desert."}) {
        const auto d = reader().read(prompt);
        REQUIRE(d.actions.size() == 1);
        CHECK(d.actions.front().motion == "ride");
        CHECK(d.subject(d.actions.front().subject)->kind == SubjectKind::person);
        REQUIRE(d.subject(d.actions.front().target));
        CHECK(d.subject(d.actions.front().target)->kind == SubjectKind::animal);
        CHECK(d.relations.empty());
    }
}
