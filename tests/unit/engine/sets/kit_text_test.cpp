// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/sets/kit_text.h"
#include "engine/sets/node.h"

#include "sets_support.h"

#include <catch2/catch.hpp>

#include <set>

using namespace rushes::sets;
using nlohmann::json;
using test::library;

namespace {

KitTexts texts() {
    KitTexts t;
    t.add("hall", json::parse(R"({"class": "interior", "env": {"indoor": 1, "shadowR": 5},
        "elements": [{"type": "room", "size": [4, 5], "floor": "lino"}, {"type": "prop", "name": "bench", "at": [0, 0]},
                     {"type": "prop", "name": "bin", "at": [1, 0]}], "shots": [{"name": "wide"}]})"));
    t.add("ward", json::parse(R"({"extends": "hall", "env": {"shadowR": 9}, "without": ["bench"], "swap": {"lino": "tiles"}, "room": {"h": 3},
        "elements": [{"type": "prop", "name": "bed", "at": [0, 2]}]})"));
    t.add("icu", json::parse(R"({"extends": "ward", "elements": []})"));
    t.add("lost", json::parse(R"({"extends": "nowhere", "elements": []})"));
    t.add("wrong", json::parse(R"({"extends": "hall", "without": ["piano"], "elements": []})"));
    t.add("a", json::parse(R"({"extends": "b", "elements": []})"));
    t.add("b", json::parse(R"({"extends": "a", "elements": []})"));
    return t;
}

} // namespace

TEST_CASE("A kit builds on another", "[sets]") {
    const json ward = texts().whole("ward");
    CHECK(ward["class"] == "interior");
    CHECK(ward["env"] == json::parse(R"({"indoor": 1, "shadowR": 9})"));
    REQUIRE(ward["elements"].size() == 3);
    CHECK(ward["elements"][0] == json::parse(R"({"type": "room", "size": [4, 5], "floor": "tiles", "h": 3})"));
    CHECK(ward["elements"][1]["name"] == "bin");
    CHECK(ward["elements"][2]["name"] == "bed");
    CHECK(ward["shots"].size() == 1);
    for (const char* mine : {"extends", "without", "swap", "room"}) CHECK_FALSE(ward.contains(mine));
    CHECK(texts().whole("icu")["elements"].size() == 3);
    for (const char* broken : {"lost", "wrong", "a"}) CHECK_THROWS_AS(texts().whole(broken), ReadError);
}

TEST_CASE("Open fields are closed by the seed, each by itself", "[sets]") {
    const json kit = json::parse(R"({"n": {"between": [3, 9]}, "mat": {"any": ["brick", "siding", "wall0"]}, "h": {"between": [2.5, 4.5]}, "plain": 1})");
    CHECK(leavesOpen(kit));
    CHECK_FALSE(leavesOpen(closed(kit, 5)));
    CHECK(closed(kit, {}) == json::parse(R"({"n": 3, "mat": "brick", "h": 2.5, "plain": 1})"));
    std::set<json> numbers, materials;
    for (std::uint32_t seed = 1; seed < 60; ++seed) {
        const json one = closed(kit, seed);
        CHECK(one == closed(kit, seed));
        CHECK(one["n"].is_number_integer());
        CHECK((one["h"] >= 2.5 && one["h"] <= 4.5));
        numbers.insert(one["n"]);
        materials.insert(one["mat"]);
    }
    CHECK(numbers.size() == 7);
    CHECK(materials.size() == 3);
    json other = kit;
    other["n"] = 4;
    CHECK(closed(other, 17)["mat"] == closed(kit, 17)["mat"]);
    CHECK_THROWS_AS(closed(json::parse(R"({"n": {"between": [9, 3]}})"), 1), ReadError);
}

TEST_CASE("Every kit that leaves fields open can be built with other seeds", "[sets]") {
    for (const char* name : {"mansion", "dining_room"})
        for (const std::uint32_t seed : {3u, 40u, 977u}) {
            INFO(name << " " << seed);
            REQUIRE(library().build(name, seed));
        }
}
