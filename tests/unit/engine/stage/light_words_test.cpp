// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/stage/draw.h"
#include "engine/stage/light_words.h"
#include "tests/unit/engine/stage/staged.h"

#include <catch2/catch.hpp>

#include <glm/geometric.hpp>

#include <algorithm>

using namespace rushes;
using namespace rushes::stage;
using test::library, test::requestFor;

namespace {

StagedShot staged(std::string prompt) { return test::staged(requestFor(std::move(prompt), 6, 192, 108)); }

float redOverBlue(const render::Light& light) { return light.colour.r / std::max(light.colour.b, 0.01f); }

} // namespace

TEST_CASE("Candles are warm, flicker, and make it dark", "[stage]") {
    const auto shot = staged("A couple has a candlelit dinner in a restaurant.");
    const auto lit = lightByWords(shot);
    REQUIRE_FALSE(lit.words.empty());
    for (const auto& word : lit.words) CHECK(redOverBlue(word.light) > 2);
    CHECK(lit.air.night > 0.5f);
    const auto now = lit.lightsAt(0.1), later = lit.lightsAt(0.3);
    REQUIRE(now.size() == lit.lights.size() + lit.words.size());
    CHECK(now.back().intensity != later.back().intensity);
    CHECK(now.back().intensity == lit.lightsAt(0.1).back().intensity);
    CHECK(std::abs(now.back().intensity / later.back().intensity - 1) < 0.5f);
}

TEST_CASE("Neon has several colours near the action; an hour that is named stays", "[stage]") {
    const auto shot = staged("Two women talk in an alley at night, neon lights.");
    const auto lit = lightByWords(shot);
    REQUIRE(lit.words.size() >= 3);
    CHECK(glm::distance(lit.words[0].light.colour, lit.words[1].light.colour) > 0.5f);
    const auto person = peopleAt(shot.blocking, 0)[0].position;
    for (const auto& word : lit.words) CHECK(glm::distance(word.light.position, person) < 14);
    const auto day = lightByWords(staged("Two women talk in an alley at noon, neon lights."));
    CHECK(day.air.night == staged("Two women talk in an alley at noon.").atmosphere.night);
}

TEST_CASE("Without words on light nothing is added", "[stage]") {
    const auto lit = lightByWords(staged("A man walks down a street."));
    CHECK(lit.words.empty());
    CHECK(lit.air.night == 0);
    CHECK(darknessByWords({}, true) == 0);
}

TEST_CASE("The lens blurs when a stop or a rack of focus is asked for", "[stage]") {
    const auto blurred = [](const char* prompt) {
        const auto shot = staged(prompt);
        return ShotDrawer(library(), shot).view(0, 192, 108).depthOfField;
    };
    CHECK(blurred("Close-up of a woman in an office, f/1.8."));
    CHECK(blurred("Rack focus from a cup to a man in a kitchen."));
    CHECK_FALSE(blurred("Close-up of a woman in an office."));
}
