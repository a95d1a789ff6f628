// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/script/heading.h"

#include <catch2/catch.hpp>

using namespace rushes::script;

TEST_CASE("Headings say inside or outside, where and when", "[script]") {
    struct Case {
        const char *heading, *setting, *place, *time;
    };
    for (const Case& c :
         {Case{"INT. BAR - NIGHT", "INT", "Bar", "night"},
          Case{"ext. harbour - late afternoon", "EXT", "harbour", "day"},
          Case{"INT./EXT. CAR - DUSK", "INT/EXT", "Car", "dusk"}, Case{"I/E. CAR - DAY", "INT/EXT", "Car", "day"},
          Case{"INT. / EXT. HOUSE - DAY", "INT/EXT", "House", "day"},
          Case{"EST. PARIS - SUNSET", "EXT", "Paris", "golden_hour"},
          Case{"INT. HOUSE - KITCHEN - MORNING", "INT", "House - Kitchen", "morning"},
          Case{"INT. WILL'S BEDROOM - NIGHT (1973)", "INT", "Will's Bedroom", "night"},
          Case{"EXT. BAR-NIGHT", "EXT", "Bar", "night"}, Case{"EXT. STREET — DAWN", "EXT", "Street", "dawn"},
          Case{"INT. NIGHT CLUB - DAY", "INT", "Night Club", "day"},
          Case{"EXT. OLD TRAIN STATION", "EXT", "Old Train Station", ""},
          Case{"INT. OFFICE - DAY - FLASHBACK", "INT", "Office", "day"}, Case{"SNIPER SCOPE", "", "Sniper Scope", ""},
          Case{"INT. NIGHT", "INT", "Night", ""}, Case{"INT. HALL - (PRESENT) DAY", "INT", "Hall", "day"}}) {
        INFO(c.heading);
        const HeadingInfo info = readHeading(c.heading);
        CHECK(info.setting == c.setting);
        CHECK(info.place == c.place);
        CHECK(info.timeOfDay == c.time);
    }
    CHECK(readHeading("INT. BAR - CONTINUOUS").continues);
    CHECK(readHeading("EXT. POOL - NIGHT [CONTINUOUS]").timeOfDay == "night");
    CHECK(readHeading("EXT. QUAY - NIGHT - RAIN").weather == std::vector<std::string>{"rain"});
    CHECK(readHeading("EXT. QUAY - NIGHT (HEAVY FOG)").weather == std::vector<std::string>{"fog"});
}

TEST_CASE("Weather is what falls now", "[script]") {
    CHECK(weatherIn("Rain hammers the quay. Thunder.") == std::vector<std::string>{"rain", "storm"});
    CHECK(weatherIn("The rain is over.").empty());
    CHECK(weatherIn("No wind tonight.").empty());
    CHECK(weatherIn("The train is drained. He storms out.").empty());
    CHECK(weatherPhrase({"rain", "fog"}) == "in the rain and fog");
    CHECK(timePhrase("golden_hour") == "at golden hour");
}
