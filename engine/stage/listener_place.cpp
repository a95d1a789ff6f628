// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/stage/listener_place.h"

#include "engine/stage/easing.h"
#include "engine/stage/shot_focus.h"

#include <glm/geometric.hpp>

#include <algorithm>
#include <cmath>

namespace rushes::stage {
namespace {

constexpr float talking = 1.25f;      ///< metres between two who talk …
constexpr float nearest = 0.75f, farthest = 2.0f; ///< … and between which they are left where they are
constexpr float besideFace = 45;      ///< degrees off the speaker's nose that still are before the face

glm::vec3 onFloor(const glm::vec3& v) { return {v.x, 0, v.z}; }

/// Stands where they were put by nobody's words.
bool isFreeToStand(const StagedPerson& person) {
    return !person.aboard && std::all_of(person.beats.begin(), person.beats.end(), [](const Beat& beat) {
        return beat.path.size() == 1 && !beat.seat && !beat.lies && beat.pairedWith.empty() && !beat.surface;
    });
}

bool isBefore(const StagedPerson& speaker, const glm::vec3& listener) {
    const Beat& beat = speaker.beats.front();
    const glm::vec3 to = onFloor(listener - beat.path.back());
    const float apart = glm::length(to);
    if (apart < nearest || apart > farthest) return false;
    return isFreeToStand(speaker) || std::abs(turnBetween(beat.yaw, yawOf(to))) < besideFace;
}

/// A free spot before the speaker's face, straight or a little aside; nothing where furniture fills the room.
std::optional<glm::vec3> spotBefore(const sets::BuiltSet& set, const glm::vec3& speaker, float yaw, const glm::vec3& now) {
    std::optional<glm::vec3> best;
    float least = 1e9f;
    for (const float far : {talking, talking + 0.35f, talking - 0.3f, talking + 0.7f})
        for (const float turn : {0.0f, 20.0f, -20.0f, 38.0f, -38.0f}) {
            const glm::vec3 wanted = speaker + heading(yaw + turn) * far;
            const auto spot = set.freeSpotNear(wanted, 0.22f);
            if (!spot || glm::distance(onFloor(*spot), onFloor(wanted)) > 0.3f || set.blocked(*spot + glm::vec3(0, 1.45f, 0), speaker + heading(yaw) * 0.2f + glm::vec3(0, 1.3f, 0))) continue;
            const float cost = std::abs(far - talking) * 2 + std::abs(turn) / 40 + 0.1f * glm::distance(onFloor(*spot), onFloor(now));
            if (cost < least) {
                least = cost;
                best = *spot;
            }
        }
    return best;
}

} // namespace

std::size_t listenerOf(const Blocking& blocking, const reading::ShotDescription& description, const std::vector<PersonMoment>& moments, std::size_t main) {
    const auto& people = blocking.people;
    for (const std::string& wanted : {description.camera.over, people[main].beats.front().lookAtPerson})
        for (std::size_t i = 0; i < people.size(); ++i)
            if (i != main && !wanted.empty() && people[i].subject == wanted) return i;
    std::size_t best = main == 0 ? 1 : 0;
    for (std::size_t i = 0; i < people.size(); ++i)
        if (i != main && glm::distance(moments[i].position, moments[main].position) < glm::distance(moments[best].position, moments[main].position)) best = i;
    return best;
}

void placeListener(Blocking& blocking, const reading::ShotDescription& description) {
    if (!description.camera.pov || !isShoulder(*description.camera.pov) || blocking.people.size() < 2) return;
    const std::size_t main = mainPerson(blocking, description);
    StagedPerson& speaker = blocking.people[main];
    StagedPerson& listener = blocking.people[listenerOf(blocking, description, peopleAt(blocking, 0), main)];
    for (Beat& beat : speaker.beats)
        if (beat.lookAtPerson.empty() && !beat.lookAt) beat.lookAtPerson = listener.subject;
    const Beat& at = speaker.beats.front();
    if (at.path.size() > 1 || at.lies || speaker.aboard || !isFreeToStand(listener)) return;
    if (isBefore(speaker, listener.beats.front().path.back())) return;
    const auto spot = spotBefore(*blocking.set, at.path.back(), at.yaw, listener.beats.front().path.back());
    if (!spot) return;
    for (Beat& beat : listener.beats) {
        beat.path = {*spot};
        beat.yaw = yawOf(at.path.back() - *spot);
    }
    if (!isFreeToStand(speaker)) return;
    for (Beat& beat : speaker.beats) beat.yaw = yawOf(*spot - beat.path.back());
}

} // namespace rushes::stage
