// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/stage/slots.h"

#include "engine/sets/free_floor.h"
#include "engine/stage/easing.h"
#include "engine/stage/stands.h"

#include <glm/geometric.hpp>
#include <glm/trigonometric.hpp>
#include <glm/vec2.hpp>

#include <algorithm>
#include <cmath>

namespace rushes::stage {
namespace {

bool standing(const sets::Mark& mark) { return !mark.seat && mark.pose != "lie" && mark.pose != "drive" && mark.pose != "sit" && mark.pose != "swim"; }

Slot slotOf(const sets::Mark& mark) { return {mark.position, mark.yaw, mark.seat}; }

} // namespace

glm::vec3 frontOfSeat(const Slot& seat) { return seat.position + heading(seat.yaw) * 0.42f; }

std::vector<Slot> standingSlots(const sets::BuiltSet& set, std::size_t count) {
    std::vector<Slot> slots;
    std::vector<glm::vec3> taken;
    const auto take = [&](const Slot& slot) {
        slots.push_back(slot);
        taken.push_back(slot.position);
    };
    for (const char* name : {"talk_a", "talk_b"})
        if (const auto* mark = set.mark(name)) take(slotOf(*mark));
    if (slots.empty())
        for (const auto& mark : set.marks)
            if (standing(mark)) {
                take(slotOf(mark));
                break;
            }
    if (slots.empty()) take({set.freeSpotNear(set.heart).value_or(set.heart), 0, {}});
    const glm::vec3 middle = slots.size() > 1 ? (slots[0].position + slots[1].position) * 0.5f : slots[0].position;
    // The others gather round the talk in a spiral that starts behind the second talker.
    for (std::size_t i = slots.size(); i < count; ++i) {
        const float angle = 100.0f + 137.5f * float(i), radius = 1.5f + 0.28f * float(i);
        const glm::vec3 wish = middle + heading(angle) * radius;
        const auto spot = set.freeSpotNear(wish, 0.3f, taken);
        const glm::vec3 position = spot.value_or(wish);
        take({position, yawOf(middle - position), {}});
    }
    slots.resize(std::max<std::size_t>(count, 1));
    return slots;
}

namespace {

/// Seats, or places on the stands about the one that is nearest to the heart but some rows up.
std::vector<Slot> rowSlots(const sets::BuiltSet& set, std::size_t count, CrowdPlace place) {
    std::vector<Slot> rows;
    if (place == CrowdPlace::seats)
        for (const auto& mark : set.marks)
            if (mark.seat && mark.pose == "sit" && rows.size() < count) rows.push_back(slotOf(mark));
    if (place == CrowdPlace::stands) {
        rows = standsOf(set);
        if (rows.empty()) return rows;
        const glm::vec3 middle = rows.front().position - heading(rows.front().yaw) * 3.0f;
        std::stable_sort(rows.begin(), rows.end(), [&](const Slot& a, const Slot& b) {
            return glm::length(glm::vec2(a.position.x - middle.x, a.position.z - middle.z)) < glm::length(glm::vec2(b.position.x - middle.x, b.position.z - middle.z));
        });
        rows.resize(std::min(rows.size(), count));
    }
    return rows;
}

} // namespace

std::vector<Slot> crowdSlots(const sets::BuiltSet& set, std::size_t count, CrowdPlace place) {
    if (auto rows = rowSlots(set, count, place); rows.size() == count) return rows;
    glm::vec3 middle = set.freeSpotNear(set.heart).value_or(set.heart);
    float most = -1;
    for (float z = -9; z <= 9; z += 1)
        for (float x = -9; x <= 9; x += 1) {
            const glm::vec3 p = set.heart + glm::vec3(x, 0, z);
            const float free = set.floor->inside(p.x, p.z) ? set.floor->clearance(p.x, p.z) - 0.07f * glm::length(glm::vec3(x, 0, z)) : -1;
            if (free > most) most = free, middle = {p.x, set.groundHeight(p.x, p.z), p.z};
        }
    const float view = set.shots.empty() ? 0 : yawOf(set.shots.front().eye - middle);
    std::vector<Slot> slots;
    std::vector<glm::vec3> taken;
    for (std::size_t i = 0; slots.size() < count; ++i) {
        // A spiral, wider across the view than deep.
        const float angle = 137.5f * float(i), radius = 0.55f + 0.62f * std::sqrt(float(i));
        const glm::vec3 wish = middle + heading(view + 90) * (std::sin(glm::radians(angle)) * radius * 1.5f) + heading(view) * (std::cos(glm::radians(angle)) * radius);
        const glm::vec3 spot = set.freeSpotNear(wish, 0.3f, taken).value_or(wish);
        slots.push_back({spot, view + 25 * std::sin(float(i) * 2.4f), {}});
        taken.push_back(spot);
    }
    return slots;
}

namespace {

/// Places beside a table for two, where a chair can be brought to: those with free floor, until there are `count`.
std::vector<Slot> withChairsBeside(const sets::BuiltSet& set, std::vector<Slot> table, std::size_t count, float toMiddle) {
    const Slot first = table.front();
    const glm::vec3 middle = first.position + heading(first.yaw) * toMiddle;
    for (const float side : {90.0f, -90.0f}) {
        const glm::vec3 wish = middle - heading(first.yaw + side) * (toMiddle + 0.1f);
        const auto spot = set.freeSpotNear(wish, 0.2f);
        if (table.size() < count && spot && glm::distance(*spot, wish) < 0.4f) table.push_back({*spot, first.yaw + side, {}});
    }
    return table.size() >= count ? table : std::vector<Slot>{};
}

} // namespace

std::vector<Slot> seatsAtOneTable(const sets::BuiltSet& set, const glm::vec3& near, std::size_t count) {
    constexpr float toMiddle = 0.75f, sameTable = 0.9f; // metres ahead of a seat, and between two such points
    const auto ahead = [](const Slot& seat) { return seat.position + heading(seat.yaw) * toMiddle; };
    const auto nearer = [&](const Slot& a, const Slot& b) { return glm::distance(a.position, near) < glm::distance(b.position, near); };
    std::vector<Slot> seats;
    for (const auto& mark : set.marks)
        if (mark.seat && mark.pose == "sit") seats.push_back(slotOf(mark));
    std::stable_sort(seats.begin(), seats.end(), nearer);
    std::vector<Slot> pairs;
    for (const Slot& seat : seats) {
        std::vector<Slot> table;
        for (const Slot& other : seats)
            if (glm::distance(ahead(seat), ahead(other)) < sameTable) table.push_back(other);
        if (table.size() >= count) return table;
        if (table.size() >= 2 && pairs.empty()) pairs = withChairsBeside(set, std::move(table), count, toMiddle);
    }
    return pairs;
}

namespace {

/// A wide bed has a place beside the one that its author marked.
std::optional<Slot> besideOnBed(const sets::BuiltSet& set, const Slot& marked) {
    constexpr float apart = 0.62f, level = 0.06f, low = 0.2f; // metres between two sleepers; of one surface; no mat on the floor
    const float top = set.groundHeight(marked.position.x, marked.position.z, marked.position.y + 1.5f);
    for (const float side : {apart, -apart}) {
        const glm::vec3 p = marked.position + heading(marked.yaw + 90) * side;
        const float here = set.groundHeight(p.x, p.z, marked.position.y + 1.5f);
        if (top > low && std::abs(here - top) < level) return Slot{p, marked.yaw, marked.seat};
    }
    return std::nullopt;
}

} // namespace

std::optional<Slot> seatNear(const sets::BuiltSet& set, const glm::vec3& near, std::string_view pose, const std::vector<glm::vec3>& taken) {
    std::optional<Slot> best;
    float bestDistance = 14;
    for (const auto& mark : set.marks) {
        const bool fits = pose == "lie" ? mark.pose == "lie" : pose == "drive" ? mark.pose == "drive" : mark.seat && mark.pose != "lie";
        if (!fits) continue;
        const auto isTaken = [&](const Slot& slot) { return std::any_of(taken.begin(), taken.end(), [&](const auto& other) { return glm::distance(other, slot.position) < 0.4f; }); };
        std::optional<Slot> slot = slotOf(mark);
        if (isTaken(*slot)) slot = pose == "lie" ? besideOnBed(set, *slot) : std::nullopt;
        const float distance = slot && !isTaken(*slot) ? glm::distance(slot->position, near) : bestDistance;
        if (distance < bestDistance) {
            bestDistance = distance;
            best = slot;
        }
    }
    return best;
}

} // namespace rushes::stage
