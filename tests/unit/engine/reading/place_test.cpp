// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/engine/reading/support.h"

#include <catch2/catch.hpp>

using namespace rushes::reading;

namespace {

std::string placeOf(const char* prompt) {
    const auto place = reader().read(prompt).place;
    return place ? place->kind : std::string("none");
}

} // namespace

TEST_CASE("Who is there says what kind of street or bar it is", "[reading]") {
    CHECK(placeOf("Two cowboys face each other on a dusty main street.") == "western_street");
    CHECK(placeOf("A knight rides down the street.") == "medieval_street");
    CHECK(placeOf("A samurai walks through a village.") == "japanese_village");
    CHECK(placeOf("A cowboy drinks alone in a bar.") == "saloon");
    CHECK(placeOf("A bartender pours whiskey in a bar.") == "bar");
    CHECK(placeOf("A man walks down the street.") == "street");
}

TEST_CASE("A place of the film keeps what it is, whoever is there", "[reading]") {
    Names names;
    names.locations.push_back({"Main Street", {}});
    const auto place = reader().read("Two cowboys face each other on Main Street.", names).place;
    REQUIRE(place);
    CHECK(place->location == "Main Street");
    CHECK(place->kind == "street");
}

TEST_CASE("What is left, burns or is stood before is seen from outside", "[reading]") {
    CHECK(placeOf("Children play in front of a school.") == "campus");
    CHECK(placeOf("Firefighters spray water at a burning warehouse.") == "industrial_area");
    CHECK(placeOf("A thief runs out of the bank.") == "street");
    CHECK(placeOf("A girl is trapped in a burning warehouse.") == "warehouse");
    CHECK(placeOf("A teacher stands in a school.") == "classroom");
}

TEST_CASE("A building that is looked at is where the shot plays when nothing else is named", "[reading]") {
    CHECK(placeOf("Long shot of a lighthouse in a storm, a man with a lantern climbs the steps.") == "lighthouse");
    CHECK(placeOf("A man climbs a ladder to the roof of a house.") == "house");
    CHECK(placeOf("A man walks on a beach towards a lighthouse.") == "beach");
}

TEST_CASE("Whom the camera follows goes, unless somebody does something already", "[reading]") {
    const auto car = reader().read("A drone shot follows a red convertible along a coastal road.");
    REQUIRE(car.actions.size() == 1);
    CHECK(car.actions.front().motion == "drive");
    CHECK(car.actions.front().span == Span{});
    CHECK(reader().read("The camera follows a man through a market.").actions.front().motion == "walk");
    CHECK(reader().read("The camera follows a man running through a market.").actions.front().motion == "run");
    CHECK(reader().read("Static shot of a man in a market.").actions.empty());
    CHECK(reader().read("A boy runs down a city street.").actions.front().motion == "run");
}
