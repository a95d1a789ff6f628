// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/base/paths.h"
#include "engine/sets/word_book.h"

#include "sets_support.h"
#include <nlohmann/json.hpp>

using namespace rushes;
using namespace rushes::sets;
using test::library;

TEST_CASE("Place words find their kit", "[sets]") {
    struct Case {
        const char *words, *kit;
        bool exact;
    };
    for (const Case& c : {Case{"harbor", "harbour", true}, Case{"THE OLD PUB", "bar", true},
                          Case{"ticket office", "ticket_office", true}, Case{"FERRY PIER", "harbour", true},
                          Case{"city_street", "city_street", true}, Case{"street", "city_street", true},
                          Case{"Anna's living room", "living_room", true}, Case{"docks", "harbour", true},
                          Case{"train_station_platform", "railway_platform", true}, Case{"nightclub", "nightclub", true},
                          Case{"a busy coffee shop", "restaurant", true}, Case{"snowfield", "snowfield", true},
                          Case{"spaceship_interior", "spaceship_interior", true},
                          Case{"crossroads", "road", false}, Case{"sauna", "sauna", true}, Case{"casino", "casino", true}, Case{"A.P. NEWSROOM (PARIS)", "office", true}, Case{"woods", "forest", true},
                          Case{"elevator", "lift", true}}) {
        INFO(c.words);
        const auto match = library().kitFor(c.words);
        REQUIRE(match);
        CHECK(match->name == c.kit);
        CHECK(match->exact == c.exact);
        CHECK(library().hasKit(match->name));
    }
    CHECK(library().kitFor("nightclub")->night);
    CHECK(library().kitFor("Harbour")->whole);
    CHECK_FALSE(library().kitFor("the lower harbour")->whole);
    CHECK_FALSE(library().kitFor("qwertz"));
    CHECK_FALSE(library().kitFor(""));
}

TEST_CASE("Every kind of place of the lexicon has a kit", "[sets]") {
    const auto file = findAsset("lexicon/places.json");
    REQUIRE(file);
    const auto json = nlohmann::json::parse(*readFile(*file));
    for (const auto& entry : json.at("entries")) {
        INFO(entry.at("kind").get<std::string>());
        const auto match = library().kitFor(entry.at("kind").get<std::string>());
        REQUIRE(match);
        CHECK(library().hasKit(match->name));
    }
}

TEST_CASE("Nouns find their prop", "[sets]") {
    struct Case {
        const char *noun, *prop;
        bool exact;
    };
    for (const Case& c : {Case{"chair", "chair", true}, Case{"chairs", "chair", true}, Case{"sofa", "couch", true},
                          Case{"knives", "knife", true}, Case{"old red bicycle", "bicycle", true},
                          Case{"benches", "bench", true}, Case{"puppy", "puppy", true}, Case{"ticket", "ticket", true}, Case{"calendar", "letter", false},
                          Case{"ferry", "ferry", true}, Case{"seagulls", "gull", true}}) {
        INFO(c.noun);
        const auto match = library().propFor(c.noun);
        REQUIRE(match);
        CHECK(match->name == c.prop);
        CHECK(match->exact == c.exact);
        CHECK(library().hasProp(match->name));
    }
    CHECK_FALSE(library().propFor("otoscope"));
    CHECK_FALSE(library().propFor("car door handle"));
    CHECK_FALSE(library().propFor(""));
}

TEST_CASE("Words lose case, articles and plural endings", "[sets]") {
    CHECK(plainWords("The Old Harbour-Pub!") == "old harbour pub");
    CHECK(plainWords("ticket_office") == "ticket office");
    CHECK(singular("boxes") == "box");
    CHECK(singular("berries") == "berry");
    CHECK(singular("glass") == "glass");
    CHECK(singular("bus") == "bus");
    CHECK(singular("cars") == "car");
}
