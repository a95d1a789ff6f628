// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/base/paths.h"
#include "engine/script/breakdown.h"

#include <catch2/catch.hpp>

#include <set>

using namespace rushes;
using namespace rushes::script;

TEST_CASE("The sample film is what it promises", "[script]") {
    const auto path = findAsset("samples/the_last_ferry.fountain");
    REQUIRE(path);
    const auto document = readFountain(path->string());
    REQUIRE(document);
    const Breakdown b = breakDown(*document);
    CHECK(b.title == "The Last Ferry");
    CHECK(b.warnings.empty());
    CHECK(b.scenes.size() == 6);
    CHECK(b.shots.size() >= 12);
    CHECK(b.shots.size() <= 20);
    double seconds = 0;
    std::set<std::string> sizes, angles, moves, times, settings;
    bool rain = false;
    for (const ScriptShot& shot : b.shots) {
        seconds += shot.seconds;
        sizes.insert(shot.size);
        angles.insert(shot.angle);
        moves.insert(shot.move);
        rain = rain || shot.prompt.find("in the rain") != std::string::npos;
    }
    for (const ScriptScene& scene : b.scenes) {
        times.insert(scene.timeOfDay);
        settings.insert(scene.setting);
    }
    CHECK(seconds >= 70);
    CHECK(seconds <= 110);
    CHECK(sizes.size() >= 4);
    CHECK(angles == std::set<std::string>{"high", "level", "low"});
    for (const char* move : {"static", "pan left", "tilt down", "dolly in", "dolly out", "zoom in", "arc"}) {
        INFO(move);
        CHECK(moves.contains(move));
    }
    CHECK(times == std::set<std::string>{"day", "morning", "night"});
    CHECK(settings == std::set<std::string>{"EXT", "INT"});
    CHECK(rain);
    REQUIRE(b.characters.size() == 3);
    for (const ScriptCharacter& character : b.characters)
        CHECK_FALSE(character.description.empty());
}
