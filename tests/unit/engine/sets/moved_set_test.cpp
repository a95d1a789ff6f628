// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/sets/free_floor.h"
#include "engine/sets/moved_set.h"

#include "sets_support.h"

#include <glm/geometric.hpp>

#include <algorithm>

using namespace rushes;
using namespace rushes::sets;
using test::library;

namespace {

/// The first thing of a set that carries another, and what it carries.
std::pair<std::uint16_t, std::uint16_t> carrierIn(const BuiltSet& set) {
    for (const auto& info : set.objects)
        if (info.prop)
            if (const auto on = carriedBy(set, info.object); !on.empty()) return {info.object, on.front()};
    return {0, 0};
}

float gap(const BuiltSet& a, const BuiltSet& b, std::uint16_t object) { return glm::distance(a.objects[object - 1u].position, b.objects[object - 1u].position); }

} // namespace

TEST_CASE("A table that is moved takes along what stands on it", "[sets]") {
    const auto set = *library().build("bar");
    const auto [table, cup] = carrierIn(*set);
    REQUIRE(table != 0);
    const glm::vec3 was = set->objects[table - 1u].position;
    const auto moved = withMoved(*set, {{table, {was.x + 0.4f, was.z + 0.3f}, {}}});
    CHECK(glm::distance(moved->objects[table - 1u].position, was + glm::vec3(0.4f, 0, 0.3f)) < 0.02f);
    CHECK(gap(*set, *moved, cup) == Approx(0.5f).margin(0.02));
    CHECK(moved->objects[cup - 1u].bounds.low.y == Approx(set->objects[cup - 1u].bounds.low.y).margin(0.02));
    for (const auto& info : set->objects) // all else stays
        if (info.object != table && std::ranges::count(carriedBy(*set, table), info.object) == 0) CHECK(gap(*set, *moved, info.object) == 0);
}

TEST_CASE("A chair that is moved and turned takes its seat along, and the floor knows", "[sets]") {
    const auto set = *library().build("living_room");
    const Mark* seat = nullptr;
    for (const auto& mark : set->marks)
        if (mark.seat && objectOfSeat(*set, mark) != 0) seat = &mark;
    REQUIRE(seat);
    const auto chair = objectOfSeat(*set, *seat);
    const ObjectInfo& was = set->objects[chair - 1u];
    const auto spot = set->freeSpotNear(set->heart, 0.6f);
    REQUIRE(spot);
    const auto moved = withMoved(*set, {{chair, {spot->x, spot->z}, was.yaw + 90}});
    const Mark& now = *moved->mark(seat->name);
    CHECK(glm::distance(glm::vec2(now.position.x, now.position.z), glm::vec2(spot->x, spot->z)) == Approx(glm::distance(glm::vec2(seat->position.x, seat->position.z), glm::vec2(was.position.x, was.position.z))).margin(0.01));
    CHECK(now.yaw == Approx(seat->yaw + 90));
    CHECK(moved->floor->clearance(spot->x, spot->z) < set->floor->clearance(spot->x, spot->z));
    CHECK(moved->objects[chair - 1u].yaw == Approx(was.yaw + 90));
}

TEST_CASE("Numbers that no object has move nothing", "[sets]") {
    const auto set = *library().build("bar");
    const auto moved = withMoved(*set, {{0, {1, 1}, {}}, {65000, {1, 1}, {}}});
    for (const auto& info : set->objects) CHECK(gap(*set, *moved, info.object) == 0);
    CHECK(carriedBy(*set, 65000).empty());
}
