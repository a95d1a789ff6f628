// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/stage/movables.h"
#include "engine/stage/shot_settings.h"
#include "tests/unit/engine/stage/staged.h"

#include <catch2/catch.hpp>

#include <glm/geometric.hpp>

using namespace rushes;
using namespace rushes::stage;

namespace {

StagedShot staged(std::string prompt, const std::string& settings = "{}") {
    auto request = test::requestFor(std::move(prompt));
    request.settingsJson = settings;
    return test::staged(request);
}

constexpr auto prompt = "Wide shot. A man and a woman stand in the park.";

} // namespace

TEST_CASE("What the hand moved is written beside other settings and read again", "[stage]") {
    HandStaging hand;
    hand.set = "park";
    hand.marks["man"] = {{1.25f, -3}, 90.0f};
    hand.marks["man 2"] = {{0, 2}, {}};
    hand.camera = HandCamera{{1, 1.5f, 6}, {0, 1.2f, 0}, 40.0f};
    const std::string text = hand.into(R"({"look":"clay"})");
    CHECK(HandStaging::of(text) == hand);
    CHECK(text.find("clay") != std::string::npos);
    CHECK(HandStaging{}.into(text) == R"({"look":"clay"})");
}

TEST_CASE("Settings that make no sense move nothing", "[stage]") {
    for (const char* text : {"", "[]", "{\"hand\": 3}", "{\"hand\": {\"marks\": {\"man\": {\"at\": [1]}}}}", "{\"hand\": {\"marks\": {\"man\": {\"at\": [\"a\", 2]}}}}",
                             "{\"hand\": {\"camera\": {\"eye\": [1, 2, 1e30], \"target\": [0, 0, 0]}}}", "{\"hand\": {\"marks\": [1]}}"})
        CHECK(HandStaging::of(text).empty());
}

TEST_CASE("A person stands where the hand put them, the other where the prompt has them", "[stage]") {
    const StagedShot before = staged(prompt);
    REQUIRE(before.blocking.people.size() == 2);
    const glm::vec3 man = peopleAt(before.blocking, 0)[0].position, woman = peopleAt(before.blocking, 0)[1].position;
    HandStaging hand;
    hand.set = before.blocking.set->kit;
    hand.marks[markName(before, 0)] = {{man.x + 0.8f, man.z - 0.5f}, 180.0f};
    const StagedShot after = staged(prompt, hand.into("{}"));
    const auto moments = peopleAt(after.blocking, 0);
    CHECK(glm::distance(glm::vec2(moments[0].position.x, moments[0].position.z), glm::vec2(man.x + 0.8f, man.z - 0.5f)) < 0.01f);
    CHECK(moments[0].yaw == Approx(180).margin(0.5));
    CHECK(glm::distance(moments[1].position, woman) < 0.01f);
}

TEST_CASE("The camera starts where the hand put it", "[stage]") {
    const StagedShot before = staged(std::string(prompt) + " Static camera.");
    HandStaging hand;
    hand.set = before.blocking.set->kit;
    const glm::vec3 target = peopleAt(before.blocking, 0)[0].position + glm::vec3(0, 1.4f, 0);
    hand.camera = HandCamera{target + glm::vec3(0.4f, 0.3f, 3.2f), target, {}};
    const StagedShot after = staged(std::string(prompt) + " Static camera.", hand.into("{}"));
    CHECK(glm::distance(after.camera.front().eye, hand.camera->eye) < 0.05f);
    CHECK(glm::dot(after.camera.front().forward(), glm::normalize(target - hand.camera->eye)) > 0.999f);
}

TEST_CASE("Marks of another set rest, and those of somebody who is gone are kept and said", "[stage]") {
    HandStaging hand;
    hand.set = "park";
    hand.marks["nobody"] = {{1, 1}, {}};
    const auto here = staged(prompt, hand.into("{}")).warnings;
    CHECK(std::any_of(here.begin(), here.end(), [](const auto& warning) { return warning.find("nobody") != std::string::npos; }));
    hand.set = "moon";
    const StagedShot there = staged(prompt, hand.into("{}"));
    CHECK(std::any_of(there.warnings.begin(), there.warnings.end(), [](const auto& warning) { return warning.find("rests") != std::string::npos; }));
    CHECK(glm::distance(peopleAt(there.blocking, 0)[0].position, peopleAt(staged(prompt).blocking, 0)[0].position) < 0.001f);
}

TEST_CASE("Settings of the wrong kind count as unsaid", "[stage]") {
    for (const char* text : {"", "7", "[]", "{\"look\":5,\"sensor\":[],\"stop\":\"wide\",\"hand\":3}", "{\"look\":\"noir\",\"stop\":-1}", "{\"stop\":1e999}"}) {
        INFO(text);
        const auto settings = ShotSettings::of(text);
        CHECK(settings.look == render::Look::board);
        CHECK(settings.sensor.empty());
        CHECK_FALSE(settings.stop.has_value());
        CHECK(settings.hand.empty());
        auto request = test::requestFor("A man waits");
        request.settingsJson = text;
        CHECK(stageShot(test::library(), request).has_value());
    }
    const auto settings = ShotSettings::of(R"({"look":"clay","sensor":"super_16","stop":2.8})");
    CHECK(settings.look == render::Look::clay);
    CHECK(settings.sensor == "super_16");
    CHECK(settings.stop == 2.8);
}
