// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "staged.h"

#include "engine/base/paths.h"
#include "engine/stage/motion_table.h"

#include <nlohmann/json.hpp>

using namespace rushes;
using namespace rushes::stage;
using namespace rushes::stage::test;

namespace {

std::string actOf(const std::string& prompt) {
    const auto shot = staged(prompt, 4);
    const auto& people = shot.blocking.people;
    return people.empty() || people.front().beats.empty() ? std::string{} : people.front().beats.front().motion;
}

} // namespace

TEST_CASE("Every act that the lexicon's deeds name can be played", "[stage][deeds]") {
    const auto file = findAsset("lexicon/deeds.json");
    REQUIRE(file);
    const auto text = readFile(*file);
    REQUIRE(text);
    const auto entries = nlohmann::json::parse(*text).at("entries");
    REQUIRE(entries.size() > 300);
    for (const auto& entry : entries) {
        INFO(entry.at("act"));
        const MotionPlay* const play = playOfAct(entry.at("act").get<std::string>());
        REQUIRE(play);
        CHECK(play->figure == entry.at("act").get<std::string>());
    }
}

TEST_CASE("Rarer verbs take the act that shows them best", "[stage][deeds]") {
    CHECK(actOf("A cook drizzles honey over a cake.") == "pour");
    CHECK(actOf("A prisoner rattles the gate.") == "rattle_bars");
    CHECK(actOf("A runner doubles over, wheezing.") == "catch_breath");
    CHECK(actOf("An old woman taps her cane along the road.") == "cane");
    CHECK(actOf("A soldier sheathes his dagger.") == "sheathe");
    CHECK(actOf("A boy untangles a rope.") == "tie_rope");
    CHECK(actOf("A banker slumps into an armchair.") == "slump_seat");
}

TEST_CASE("What a verb is done to goes before what the verb alone says", "[stage][deeds]") {
    reading::Action wash;
    wash.verb = "wash", wash.motion = "wash", wash.act = "wash", wash.actByVerb = true;
    CHECK(playOf(wash).figure == "wash");
    wash.object = "window";
    CHECK(playOf(wash).figure == "wipe_high");
    wash.act = "groom_other", wash.actByVerb = false;
    CHECK(playOf(wash).figure == "groom"); // nobody else is named
    wash.act = "scrub";
    CHECK(playOf(wash).figure == "scrub");
}

TEST_CASE("One act that is over makes way for the next", "[stage][deeds]") {
    const auto shot = staged("A samurai sheathes his sword and bows.", 48);
    const auto& beats = shot.blocking.people.at(0).beats;
    REQUIRE(beats.size() == 2);
    CHECK(beats[0].motion == "sheathe");
    CHECK(beats[1].motion == "bow");
}

TEST_CASE("Two acts that need the same body are played one after the other", "[stage][deeds]") {
    const auto shot = staged("The student yawns and rubs her eyes.", 48);
    const auto& beats = shot.blocking.people.front().beats;
    REQUIRE(beats.size() == 2);
    CHECK(beats[0].motion == "yawn");
    CHECK(beats[1].motion == "rub_eyes");
}

TEST_CASE("The named tool takes the place of the act's own", "[stage][deeds]") {
    const auto shot = staged("The farmer whacks the mule with a stick.", 24);
    bool held = false;
    for (const auto& prop : shot.blocking.props) held = held || (prop.model == "stick" && prop.holder == std::size_t(0));
    CHECK(held);
}

TEST_CASE("Who puts hands to a beast or a car has it within reach", "[stage][deeds]") {
    for (const std::string prompt : {"A farmer saddles a horse.", "A man washes a car.", "A boy pats a dog."}) {
        INFO(prompt);
        const auto shot = staged(prompt, 8);
        const auto thing = std::find_if(shot.blocking.props.begin(), shot.blocking.props.end(), [](const StagedProp& prop) { return prop.subject == "s2"; });
        REQUIRE(thing != shot.blocking.props.end());
        const auto& beat = shot.blocking.people.at(0).beats.at(0);
        const glm::vec3 off = thing->path.front() - beat.path.back();
        const float ahead = off.x * std::sin(glm::radians(beat.yaw)) + off.z * std::cos(glm::radians(beat.yaw));
        CHECK(ahead - 0.5f * thing->prop->size.x * thing->scale < 0.6f);
        CHECK(ahead > 0.3f);
    }
}

TEST_CASE("An act's best side is given up where a wall stands there", "[stage][deeds]") {
    const auto shot = staged("The man opens the car door.", 4);
    const glm::vec3 chest = shot.blocking.people.at(0).beats.at(0).path.back() + glm::vec3(0, 1.2f, 0);
    CHECK_FALSE(shot.blocking.set->blocked(shot.camera.front().eye, chest));
}

TEST_CASE("Who is said to be on a bench talks there seated, and who is revived lies", "[stage][deeds]") {
    const auto bench = staged("Two women chat on a park bench.", 4);
    for (const auto& person : bench.blocking.people) CHECK(person.beats.at(0).seat);
    const auto beach = staged("A lifeguard revives the drowned girl.", 4);
    REQUIRE(beach.blocking.people.size() == 2);
    CHECK(beach.blocking.people[1].beats.at(0).lies);
}

TEST_CASE("A small thing that hands only touch is on a table before them", "[stage][deeds]") {
    const auto shot = staged("A girl touches the vase.", 4);
    const auto vase = std::find_if(shot.blocking.props.begin(), shot.blocking.props.end(), [](const StagedProp& prop) { return prop.subject == "s2"; });
    REQUIRE(vase != shot.blocking.props.end());
    CHECK_FALSE(vase->holder);
    CHECK(vase->path.front().y > shot.blocking.people.at(0).beats.at(0).path.back().y + 0.5f);
}
