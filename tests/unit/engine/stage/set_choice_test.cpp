// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "staged.h"

#include <catch2/catch.hpp>

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
    CHECK(staged("A woman dances.").blocking.set->kit == "studio");
    CHECK(staged("A vase on a table.").blocking.set->kit == "studio"); // things with models of their own
}
