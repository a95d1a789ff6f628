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

/// One of the two normals of a line, the same from either end.
glm::vec3 acrossOf(const glm::vec3& from, const glm::vec3& to) {
    const glm::vec3 along = glm::normalize(to - from), across(along.z, 0, -along.x);
    return across.x < -1e-4f || (std::abs(across.x) <= 1e-4f && across.z < 0) ? -across : across;
}

/// The side of the place's own talk, for lines that its author's view leaves open: those of a third and a fourth person keep to it.
std::optional<glm::vec3> masterSide(const sets::BuiltSet& set) {
    const auto *a = set.mark("talk_a"), *b = set.mark("talk_b");
    if (!a || !b || set.shots.empty() || glm::distance(onFloor(a->position), onFloor(b->position)) < 0.25f) return std::nullopt;
    const glm::vec3 across = acrossOf(onFloor(a->position), onFloor(b->position)), view = onFloor(set.shots.front().eye - set.shots.front().target);
    return glm::dot(view, across) >= 0 ? across : -across;
}

glm::vec3 sideOf(const sets::BuiltSet& set, const glm::vec3& from, const glm::vec3& to, float floor) {
    const glm::vec3 across = acrossOf(from, to);
    float lean = 0;
    if (!set.shots.empty()) {
        const glm::vec3 view = onFloor(set.shots.front().eye - set.shots.front().target);
        lean = glm::dot(view, across) / std::max(1e-3f, glm::length(view));
    }
    if (const auto master = std::abs(lean) < 0.2f ? masterSide(set) : std::nullopt)
        if (const float along = glm::dot(*master, across); std::abs(along) > 0.2f) lean = along;
    const glm::vec3 middle = (from + to) * 0.5f + glm::vec3(0, floor, 0);
    if (std::abs(lean) < 0.2f) lean = room(set, middle, across) + 0.01f >= room(set, middle, -across) ? 1.0f : -1.0f;
    return lean > 0 ? across : -across;
}

} // namespace

float Eyeline::facing(const glm::vec3& eye) const {
    const glm::vec3 d = onFloor(eye - (from + to) * 0.5f);
    const float length = glm::length(d);
    return length > 1e-3f ? glm::dot(d / length, side) : 0;
}

std::optional<Eyeline> eyelineOf(const Blocking& blocking, const std::vector<PersonMoment>& moments, std::size_t who) {
    for (const auto& beat : blocking.people[who].beats)
        if (beat.path.size() > 1) return std::nullopt;
    const auto partner = partnerOf(blocking, moments, who);
    if (!partner) return std::nullopt;
    const glm::vec3 from = onFloor(moments[who].position), to = onFloor(*partner);
    const float length = glm::distance(from, to);
    if (length < 0.25f || length > reach) return std::nullopt;
    // Who sits beside somebody (in a car, on a sofa) is seen from where the seat faces; across a table the place decides.
    for (const auto& beat : blocking.people[who].beats) {
        if (!beat.seat) continue;
        const glm::vec3 across = acrossOf(from, to);
        if (const float lean = glm::dot(heading(beat.yaw), across); std::abs(lean) > 0.9f) return Eyeline{from, to, lean > 0 ? across : -across};
    }
    return Eyeline{from, to, sideOf(*blocking.set, from, to, moments[who].position.y)};
}

} // namespace rushes::stage
