// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/engine/reading/support.h"

#include <catch2/catch.hpp>

using namespace rushes::reading;

namespace {

std::string actOf(const std::string& prompt) {
    const auto d = reader().read(prompt);
    return d.actions.empty() ? std::string{} : d.actions.front().act;
}

} // namespace

TEST_CASE("A verb is what it is done to", "[reading]") {
    CHECK(actOf("The sailor lashes a barrel to the mast.") == "tie_rope");
    CHECK(actOf("The driver lashes the mule.") == "whip");
    CHECK(actOf("She unfastens her necklace.") == "tie");
    CHECK(actOf("She unfastens her coat.") == "button_up");
    CHECK(actOf("The drunk reels down the alley.") == "stagger");
    CHECK(actOf("The nurse combs the girl's hair.") == "groom_other");
    CHECK(actOf("The girl combs her hair.") == "comb");
}

TEST_CASE("A noun says what a light verb does", "[reading]") {
    CHECK(actOf("She gives him a hug.") == "hug");
    CHECK(actOf("He gives her a nod.") == "nod");
    CHECK(actOf("A man takes off his coat.") != "run");
    CHECK(actOf("She gets dressed.") == "dress");
}

TEST_CASE("What is done to somebody they do not do", "[reading]") {
    CHECK(actOf("The explorer is tied to a tree.") == "struggle");
    CHECK(reader().read("The guard is clobbered from behind.").actions.at(0).act == "flinch");
    const auto lifted = reader().read("The boy is lifted by his father.");
    CHECK(lifted.actions.at(0).act == "lift_over");
    CHECK(lifted.subject(lifted.actions.at(0).subject)->noun == "father");
}

TEST_CASE("The one whom nobody has named is another", "[reading]") {
    CHECK(reader().read("The prince kisses her hand.").subjects.size() == 2);
    CHECK(reader().read("She bandages his arm.").subjects.size() == 2);
    CHECK(reader().read("The prince kisses his hand.").subjects.size() == 1);
    CHECK(reader().read("The medic compresses the wound.").subjects.size() == 2);
    CHECK(reader().read("An old couple meander through the market.").actions.size() == 1);
    CHECK(reader().read("Wedding guests applaud the couple.").actions.size() == 1);
    CHECK(reader().read("A cellist practises in a hall.").actions.at(0).motion == "play_instrument");
    CHECK(reader().read("He pinches his nose.").subjects.size() == 1);
    const auto body = reader().read("He heaves the body over the railing.");
    REQUIRE(body.actions.size() == 1);
    CHECK(body.subject(body.actions[0].subject)->noun == "man");
    CHECK(reader().read("Peter stubs out his cigarette.").actions.size() == 1);
    CHECK(reader().read("The hobo sleeps.").subjects.at(0).kind == SubjectKind::person);
    const auto d = reader().read("The thug jabs him in the ribs.");
    REQUIRE(d.actions.size() == 1);
    CHECK_FALSE(d.actions[0].target.empty());
    CHECK(d.actions[0].target != d.actions[0].subject);
}

TEST_CASE("A tool is known by its with", "[reading]") {
    const auto d = reader().read("The farmer whacks the mule with a stick.");
    REQUIRE(d.actions.size() == 1);
    REQUIRE(d.subject(d.actions[0].tool));
    CHECK(d.subject(d.actions[0].tool)->noun == "stick");
    CHECK(actOf("He taps the barrel with a mallet.") == "hammer");
}

TEST_CASE("Verbs with a noun of the same form are found behind people", "[reading]") {
    CHECK(actOf("The cook scoops rice onto the plates.") == "whisk");
    CHECK(actOf("The porter lugs two suitcases up the stairs.") == "drag");
    CHECK(actOf("The old drunk keels over at the bar.") == "fall");
    CHECK(actOf("The two knights cross swords.") == "sword");
}
