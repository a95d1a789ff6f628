// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "support.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace rushes::reading;

namespace {

SubjectKind kindOf(const std::string& prompt, const std::string& noun) {
    const auto shot = reader().read(prompt);
    const auto found = std::find_if(shot.subjects.begin(), shot.subjects.end(), [&](const Subject& s) { return s.noun == noun; });
    if (found == shot.subjects.end()) FAIL("no " << noun << " in: " << prompt);
    return found->kind;
}

/// Who is where: "man beside desk".
std::vector<std::string> relationsOf(const std::string& prompt) {
    const auto shot = reader().read(prompt);
    std::vector<std::string> out;
    for (const Relation& r : shot.relations) out.push_back(shot.subject(r.a)->noun + " " + shot.subject(r.b)->noun);
    return out;
}

std::string motionOf(const std::string& prompt) {
    const auto shot = reader().read(prompt);
    return shot.actions.empty() ? "none" : shot.actions.front().motion;
}

} // namespace

TEST_CASE("Nouns of a thing and of somebody are somebody where somebody acts", "[reading]") {
    for (const auto& [prompt, noun] : {std::pair{"Fans throng around the singer.", "fan"}, std::pair{"A speaker stands at a podium.", "speaker"},
                                       std::pair{"A coach shouts at his players.", "coach"}, std::pair{"Campers sit around a campfire.", "camper"},
                                       std::pair{"The singer hugs a fan.", "fan"}, std::pair{"The pitcher throws a ball.", "pitcher"}}) {
        INFO(prompt);
        CHECK(kindOf(prompt, noun) == SubjectKind::person);
    }
    for (const auto& [prompt, noun] : {std::pair{"A fan spins on the desk.", "fan"}, std::pair{"A speaker hangs on the wall.", "speaker"},
                                       std::pair{"A pitcher stands on the table.", "pitcher"}}) {
        INFO(prompt);
        CHECK(kindOf(prompt, noun) == SubjectKind::prop);
    }
    CHECK(kindOf("A coach crosses a bridge.", "coach") == SubjectKind::vehicle);
}

TEST_CASE("What is had can be what is done", "[reading]") {
    CHECK(motionOf("A couple has breakfast at the kitchen table.") == "eat");
    CHECK(motionOf("Two men are having a drink at a bar.") == "drink");
    CHECK(motionOf("Two friends have a long heated argument.") == "argue");
    CHECK(motionOf("A man has a red car.") == "none");
    CHECK(motionOf("A woman has walked home.") == "walk");
}

TEST_CASE("Who reads at a desk is at the desk, not what is read", "[reading]") {
    CHECK(relationsOf("A detective reads a file at his desk.") == std::vector<std::string>{"detective desk"});
    CHECK(relationsOf("A girl plays the violin by the window.") == std::vector<std::string>{"girl window"});
    CHECK(relationsOf("An old man reads a newspaper on a bench.") == std::vector<std::string>{"old man bench"});
    CHECK(relationsOf("A man puts a book on the sofa.") == std::vector<std::string>{"book sofa"});
}

TEST_CASE("Wood that is worked is no place", "[reading][place]") {
    CHECK(reader().read("A carpenter saws wood at his workbench.").place->kind == "workshop");
    CHECK(reader().read("A man walks through a wood.").place->kind == "forest");
    CHECK(reader().read("Two sailors fight on the deck.").place->kind == "ship_deck");
    CHECK(reader().read("A couple dances on the deck.").place->kind == "balcony");
}
