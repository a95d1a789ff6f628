// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/stage/hand_in_hand.h"

#include "engine/reading/text.h"
#include "engine/stage/easing.h"

#include <glm/geometric.hpp>

#include <algorithm>
#include <set>

namespace rushes::stage {
namespace {

constexpr float apart = 0.52f;     ///< metres between two grown people who hold hands
constexpr float together = 2.2f;   ///< metres: farther apart they are no pair
constexpr float smaller = 0.8f;    ///< of the other's height: a child, who reaches up

constexpr std::string_view kWords[] = {"hand in hand", "holding hands", "hold hands", "holds hands", "by the hand", "holding his hand", "holding her hand", "arm in arm", "'s arm", "on his arm", "on her arm"};

bool says(std::string_view prompt) {
    const std::string small = reading::lowerAscii(prompt);
    return std::any_of(std::begin(kWords), std::end(kWords), [&](std::string_view words) { return small.find(words) != std::string::npos; });
}

/// The beat in which somebody goes, on foot.
Beat* walkOf(StagedPerson& person) {
    for (Beat& beat : person.beats)
        if (beat.path.size() > 1 && !beat.seat && !beat.lies) return &beat;
    return nullptr;
}

glm::vec3 wayOf(const Beat& beat) {
    glm::vec3 way = beat.path.back() - beat.path.front();
    way.y = 0;
    return glm::length(way) > 0.1f ? glm::normalize(way) : glm::vec3(0);
}

void shift(StagedPerson& person, const glm::vec3& by) {
    for (Beat& beat : person.beats)
        for (glm::vec3& point : beat.path) point += by;
}

void hold(const StagedPerson& person, Beat& beat, float other, bool left) {
    if (beat.gait.empty()) beat.gait = beat.motion == "run" ? "run" : "walk";
    const bool up = float(person.figure->height()) < smaller * other;
    beat.motion = std::string(up ? "hand_up_" : "hand_held_") + (left ? "l" : "r");
}

} // namespace

void joinHands(Blocking& blocking, std::string_view prompt) {
    if (!says(prompt)) return;
    std::set<std::size_t> joined;
    auto& people = blocking.people;
    for (std::size_t i = 0; i < people.size(); ++i)
        for (std::size_t k = i + 1; k < people.size(); ++k) {
            Beat *const a = walkOf(people[i]), *const b = walkOf(people[k]);
            if (!a || !b || joined.contains(i) || joined.contains(k) || glm::distance(a->path.front(), b->path.front()) > together || glm::dot(wayOf(*a), wayOf(*b)) < 0.8f) continue;
            joined.insert({i, k});
            const glm::vec3 way = wayOf(*a), left = heading(yawOf(way) + 90), between = b->path.front() - a->path.front();
            const bool isLeft = glm::dot(between, left) > 0; // the second goes to the left of the first
            const glm::vec3 wanted = left * (isLeft ? apart : -apart);
            const glm::vec3 by = (glm::vec3(wanted.x, 0, wanted.z) - glm::vec3(between.x, 0, between.z)) * 0.5f;
            shift(people[k], by);
            shift(people[i], -by);
            const float tall = float(people[i].figure->height()), other = float(people[k].figure->height());
            hold(people[i], *a, other, isLeft);
            hold(people[k], *b, tall, !isLeft);
        }
}

} // namespace rushes::stage
