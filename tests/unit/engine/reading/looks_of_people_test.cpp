// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "support.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace rushes::reading;

namespace {

std::vector<std::string> hairOf(const char* prompt) {
    for (const Subject& s : reader().read(prompt).subjects)
        if (s.kind == SubjectKind::person) {
            auto hair = s.hair;
            std::sort(hair.begin(), hair.end());
            return hair;
        }
    return {};
}

using Hair = std::vector<std::string>;

} // namespace

TEST_CASE("Hair and beards are read by each of their words", "[reading]") {
    CHECK(hairOf("Close-up of a woman with long dark hair") == Hair{"black", "long"});
    CHECK(hairOf("A fisherman with a bushy white beard mends a net") == Hair{"beard", "white"});
    CHECK(hairOf("A man with a beard and long hair") == Hair{"beard", "long"});
    CHECK(hairOf("A bearded man walks") == Hair{"beard"});
    CHECK(hairOf("Close-up of a woman, her red hair in a bun") == Hair{"bun", "red"});
    CHECK(hairOf("A man with a moustache") == Hair{"moustache"});
    CHECK(hairOf("A man with a dog").empty());
}

TEST_CASE("Hair is nothing that stands in the set", "[reading]") {
    CHECK(reader().read("A girl with braids and a man with a goatee").subjects.size() == 2);
}

TEST_CASE("What is worn belongs to who wears it", "[reading]") {
    const auto skirt = reader().read("A woman in a long red skirt walks");
    REQUIRE(skirt.subjects[0].wears.size() == 1);
    CHECK(skirt.subjects[0].wears[0].noun == "long skirt");
    CHECK(skirt.subjects[0].wears[0].colour == "red");
}
