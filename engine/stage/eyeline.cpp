// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/stage/eyeline.h"

#include "engine/stage/easing.h"

#include <glm/geometric.hpp>

#include <algorithm>

namespace rushes::stage {
namespace {

constexpr float reach = 12; ///< metres: farther apart nobody talks, and the frame decides by itself

glm::vec3 onFloor(const glm::vec3& v) { return {v.x, 0, v.z}; }

/// Where the other one is: someone of the shot, or the spot that a single looks to.
std::optional<glm::vec3> partnerOf(const Blocking& blocking, const std::vector<PersonMoment>& moments, std::size_t who) {
    const Beat& beat = blocking.people[who].beats.front();
    for (std::size_t i = 0; i < moments.size(); ++i)
        if (i != who && !beat.lookAtPerson.empty() && blocking.people[i].subject == beat.lookAtPerson) return moments[i].position;
    if (beat.lookAt && !blocking.people[who].name.empty()) return *beat.lookAt;
    std::optional<glm::vec3> nearest;
    for (std::size_t i = 0; i < moments.size(); ++i)
        if (i != who && (!nearest || glm::distance(moments[i].position, moments[who].position) < glm::distance(*nearest, moments[who].position)))
            nearest = moments[i].position;
    return nearest;
}

/// Free metres to one side of the middle of the line.
float room(const sets::BuiltSet& set, const glm::vec3& middle, const glm::vec3& side) {
    return set.hit(middle + glm::vec3(0, 1.4f, 0), side, 8).value_or(8.0f);
}

} // namespace

float Eyeline::facing(const glm::vec3& eye) const {
    const glm::vec3 d = onFloor(eye - (from + to) * 0.5f);
    const float length = glm::length(d);
    return length > 1e-3f ? glm::dot(d / length, side) : 0;
}

std::optional<Eyeline> eyelineOf(const Blocking& blocking, const std::vector<PersonMoment>& moments, std::size_t who) {
    if (moments.size() > 2) return std::nullopt; // a group has many lines; the frame holds them all
    for (const auto& beat : blocking.people[who].beats)
        if (beat.path.size() > 1) return std::nullopt;
    const auto partner = partnerOf(blocking, moments, who);
    if (!partner) return std::nullopt;
    Eyeline line{onFloor(moments[who].position), onFloor(*partner), {}};
    const glm::vec3 along = line.to - line.from;
    const float length = glm::length(along);
    if (length < 0.25f || length > reach) return std::nullopt;
    // The same normal from either end, so that the side is one for both singles.
    glm::vec3 across = glm::vec3(along.z, 0, -along.x) / length;
    if (across.x < -1e-4f || (std::abs(across.x) <= 1e-4f && across.z < 0)) across = -across;
    float lean = 0;
    const auto& set = *blocking.set;
    if (!set.shots.empty()) {
        const glm::vec3 view = onFloor(set.shots.front().eye - set.shots.front().target);
        lean = glm::dot(view, across) / std::max(1e-3f, glm::length(view));
    }
    const glm::vec3 middle = (line.from + line.to) * 0.5f + glm::vec3(0, moments[who].position.y, 0);
    if (std::abs(lean) < 0.2f) lean = room(set, middle, across) + 0.01f >= room(set, middle, -across) ? 1.0f : -1.0f;
    line.side = lean > 0 ? across : -across;
    return line;
}

} // namespace rushes::stage
