// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/stage/come_near.h"

#include "engine/reading/text.h"
#include "engine/stage/easing.h"

#include <glm/geometric.hpp>

#include <algorithm>

namespace rushes::stage {
namespace {

constexpr float farOff = 2.6f, near = 1.35f, aside = 0.45f; ///< metres: what is too far to talk, where one comes to, and how far from there at most

float flat(const glm::vec3& a, const glm::vec3& b) { return glm::length(glm::vec3(a.x - b.x, 0, a.z - b.z)); }

bool onlyStands(const StagedPerson& person) {
    return !person.aboard && !person.beats.empty() && std::all_of(person.beats.begin(), person.beats.end(), [](const Beat& beat) {
        return !beat.seat && !beat.lies && !beat.surface && beat.path.size() == 1 && beat.lift == 0 && beat.pairedWith.empty();
    });
}

bool stays(const StagedPerson& person) {
    return !person.aboard && !person.beats.empty() && std::all_of(person.beats.begin(), person.beats.end(), [](const Beat& beat) { return beat.path.size() == 1; });
}

/// A free place before or beside `who`, from where nothing hides them; nothing where there is none.
std::optional<glm::vec3> placeBy(const Blocking& blocking, const StagedPerson& who, const StagedPerson& comes) {
    const Beat& beat = who.beats.front();
    const glm::vec3 here = beat.path.front(), chest = here + glm::vec3(0, 1.1f, 0);
    for (const float turn : {25.0f, -25.0f, 55.0f, -55.0f, 0.0f, 90.0f, -90.0f, 125.0f, -125.0f}) {
        const glm::vec3 wish = here + heading(beat.yaw + turn) * near;
        const auto spot = blocking.set->freeSpotNear(wish, 0.3f);
        if (!spot || flat(*spot, wish) > aside || std::abs(spot->y - here.y) > 0.5f || blocking.set->blocked(chest, *spot + glm::vec3(0, 1.4f, 0))) continue;
        const bool taken = std::any_of(blocking.people.begin(), blocking.people.end(), [&](const StagedPerson& other) {
            return &other != &comes && !other.beats.empty() && flat(other.beats.front().path.front(), *spot) < 0.6f;
        });
        if (!taken) return spot;
    }
    return std::nullopt;
}

} // namespace

void comeNear(Blocking& blocking, const reading::ShotDescription& description) {
    const auto only = [&](const std::string& id) -> StagedPerson* {
        StagedPerson* found = nullptr;
        for (auto& person : blocking.people)
            if (person.subject == id) {
                if (found) return nullptr; // one of several
                found = &person;
            }
        return found;
    };
    for (const auto& action : description.actions) {
        if (!reading::isOneOf(action.motion, "talk argue whisper listen give shout kiss hug laugh")) continue;
        StagedPerson *a = only(action.subject), *b = only(action.target);
        if (a && !b && action.motion == "give" && blocking.people.size() == 2) b = a == &blocking.people[0] ? &blocking.people[1] : &blocking.people[0]; // "hands it to the colonel"
        if (!a || !b || a == b || !stays(*a) || !stays(*b) || flat(a->beats.front().path.front(), b->beats.front().path.front()) < farOff) continue;
        if (!onlyStands(*b)) std::swap(a, b);
        if (!onlyStands(*b)) continue;
        const auto spot = placeBy(blocking, *a, *b);
        if (!spot) continue;
        for (Beat& beat : b->beats) {
            beat.path = {*spot};
            beat.yaw = yawOf(a->beats.front().path.front() - *spot);
        }
    }
}

} // namespace rushes::stage
