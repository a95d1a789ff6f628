// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "staged.h"

#include <catch2/catch.hpp>
#include <glm/geometric.hpp>

#include <algorithm>

using namespace rushes;
using namespace rushes::stage;
using namespace rushes::stage::test;

TEST_CASE("A prompt without a place is set where its things or its weather ask for", "[stage]") {
    CHECK(staged("A man climbs a ladder to the roof of a house.").blocking.set->kit == "suburban_house");
    CHECK(staged("A couple hugs in front of a church.").blocking.set->kit == "town_street"); // the church's kit has only an inside
    CHECK(staged("A woman dances in the snow.").blocking.set->kit == "park");
    CHECK(staged("A woman at a window, rain.").blocking.set->kit == "living_room");
    CHECK(staged("Two boxers fight in a ring.").blocking.set->kit == "boxing_ring");
    CHECK(staged("A car drives along a desert road.").blocking.set->kit == "desert_road");
    CHECK(staged("A woman dances.").blocking.set->kit == "living_room");
    CHECK(staged("A vase on a table.").blocking.set->kit == "studio"); // things with models of their own
}

TEST_CASE("Nobody acts in a void: trades, deeds and things tell the place", "[stage]") {
    CHECK(staged("A surgeon operates on a patient.").blocking.set->kit == "operating_room");
    CHECK(staged("A captain stands at the ship's wheel.").blocking.set->kit == "sailing_ship");
    CHECK(staged("Two women argue.").blocking.set->kit == "living_room");
    CHECK(staged("A man runs.").blocking.set->kit != "studio");
    CHECK(staged("A sheriff walks out of the saloon.").blocking.set->kit == "western_street"); // before it, not in it
    const auto inferred = staged("An old man feeds pigeons.");
    CHECK(inferred.blocking.set->kit == "park");
    CHECK(std::any_of(inferred.warnings.begin(), inferred.warnings.end(), [](const auto& w) { return w.find("speaks for: park") != std::string::npos; }));
}

TEST_CASE("A heading outranks a place that is only inferred", "[stage]") {
    auto request = requestFor("An old man feeds pigeons.");
    request.location = "OFFICE";
    CHECK(staged(request).blocking.set->kit == "office");
}

TEST_CASE("Who has a place in the set is there, and what is walked over lies at their feet", "[stage]") {
    const auto court = staged("A judge bangs the gavel.");
    const auto* bench = court.blocking.set->mark("judge");
    REQUIRE(bench);
    CHECK(glm::distance(personAt(court.blocking, 0, 0.5).position, bench->position) < 1.0f);
    const auto rain = staged("A little girl jumps in puddles, rain.");
    const auto puddle = std::find_if(rain.blocking.props.begin(), rain.blocking.props.end(), [](const auto& prop) { return prop.model == "puddle"; });
    REQUIRE(puddle != rain.blocking.props.end());
    CHECK(puddle->prop->size.y < 0.05f);
    CHECK(glm::distance(puddle->path.front(), personAt(rain.blocking, 0, rain.blocking.seconds * 0.5).position) < 1.2f);
}
