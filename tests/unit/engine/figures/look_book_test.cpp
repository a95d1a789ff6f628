// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/figures/look_book.h"

#include <catch2/catch.hpp>

using namespace rushes::figures;

TEST_CASE("A role is dressed as its look says, whoever plays it", "[figures]") {
    REQUIRE(LookBook::standard().size() > 100);
    for (std::uint64_t seed = 1; seed < 6; ++seed) {
        CHECK(designFor({.noun = "knight"}, seed).outfit == Outfit::armour);
        const auto robot = designFor({.noun = "robot"}, seed);
        CHECK(robot.outfit == Outfit::robot);
        CHECK(robot.headwear == Headwear::robotHead);
        CHECK(designFor({.noun = "bride"}, seed).outfit == Outfit::gown);
        CHECK(designFor({.noun = "soldier"}, seed).maleness == 1);
        CHECK(designFor({.noun = "soldier", .sex = "f"}, seed).maleness == 0);
        CHECK(designFor({.noun = "soldier", .sex = "f"}, seed).outfit == Outfit::uniform);
        CHECK(designFor({.noun = "wizard"}, seed).beard == Beard::longFull);
        CHECK(designFor({.noun = "wizard", .sex = "f"}, seed).beard == Beard::none);
    }
}

TEST_CASE("A garment that is said outranks the role's", "[figures]") {
    CHECK(designFor({.noun = "king", .clothes = {"swimsuit"}}, 3).headwear == Headwear::crown);
    CHECK(designFor({.noun = "knight", .clothes = {"gown"}}, 3).outfit == Outfit::gown);
    CHECK(designFor({.noun = "woman", .clothes = {"long skirt"}}, 3).outfit == Outfit::longSkirt);
}

TEST_CASE("Hair and beard are as said", "[figures]") {
    for (std::uint64_t seed = 1; seed < 9; ++seed) {
        const auto woman = designFor({.noun = "woman", .hair = {"black", "long"}}, seed);
        CHECK(woman.hair == Hair::longHair);
        CHECK(woman.colours.hair.r < 0.2f);
        CHECK(designFor({.noun = "man", .hair = {"beard"}}, seed).beard == Beard::full);
        CHECK(designFor({.noun = "man"}, seed).beard == Beard::none);
        CHECK(designFor({.noun = "pirate", .hair = {"shaven"}}, seed).beard == Beard::none);
    }
    CHECK(designFor({.noun = "man", .hair = {"beard"}}, 2).key() != designFor({.noun = "man"}, 2).key());
}

TEST_CASE("A look that names an unknown cut is refused", "[figures]") {
    CHECK_FALSE(LookBook::parse(R"({"looks": [{"words": ["x"], "cut": "tinfoil"}]})"));
    CHECK_FALSE(LookBook::parse("[]"));
    const auto book = LookBook::parse(R"({"looks": [{"words": ["x"], "upper": "#ff0080"}]})");
    REQUIRE(book);
    REQUIRE(book->find("x"));
    CHECK(book->find("x")->upper->r == Approx(1));
    CHECK(book->find("y") == nullptr);
}
