// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/engine/reading/support.h"

#include <catch2/catch.hpp>

using namespace rushes::reading;

namespace {

std::string stateOf(const char* prompt, const char* noun) {
    for (const auto& subject : reader().read(prompt).subjects)
        if (subject.noun == noun) return subject.state;
    return "absent";
}

} // namespace

TEST_CASE("What burns, smokes or blows up is read from adjectives, verbs and 'on fire'", "[reading]") {
    CHECK(stateOf("A man runs from a burning car.", "car") == "burning");
    CHECK(stateOf("A car on fire in the middle of a highway.", "car") == "burning");
    CHECK(stateOf("A tank explodes in the desert.", "tank") == "exploding");
    CHECK(stateOf("A smoking helicopter lies in a field.", "helicopter") == "smoking");
    CHECK(stateOf("A red car stands in a field.", "car").empty());
    CHECK(stateOf("A burning man runs down a street.", "man").empty());
    const auto place = reader().read("A girl is trapped in a burning warehouse.").place;
    REQUIRE(place);
    CHECK(place->state == "burning");
}
