// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/stage/saddle.h"

#include "engine/stage/easing.h"

#include <glm/geometric.hpp>

#include <algorithm>
#include <cmath>

namespace rushes::stage {
namespace {

constexpr float lowestBack = 0.7f; ///< metres: what is lower is no mount
constexpr float within = 1.6f;     ///< metres from the feet to the middle of what they mount
constexpr double upIn = 2.6;       ///< seconds, at most, until one sits

bool isUp(const Beat& beat) { return beat.motion == "mount"; }
bool isDown(const Beat& beat) { return beat.motion == "dismount"; }

Beat seatedOn(const StagedPerson& person, const Beat& from, const StagedProp& mount) {
    Beat beat = from;
    beat.motion = "horse";
    beat.path = {mount.path.front()};
    beat.yaw = mount.yaw;
    beat.lift = saddleLift(person, beat.motion, mount);
    return beat;
}

} // namespace

float backHeight(const StagedProp& ridden) {
    constexpr float seat = 0.16f; // metres about its origin, over which the rider is, that a rider covers
    const auto& mesh = *ridden.prop->mesh;
    float top = 0;
    for (const glm::vec3& p : mesh.positions)
        if (std::abs(p.z) * ridden.scale < seat && std::abs(p.x) * ridden.scale < seat) top = std::max(top, p.y);
    return top * ridden.scale;
}

float saddleLift(const StagedPerson& rider, const std::string& act, const StagedProp& ridden) {
    const float grown = float(rider.figure->height()) / 1.72f;
    const float flesh = 0.1f * grown; // from the hip joints to what one sits on
    figures::Performance sits;
    sits.motion = act;
    const float hips = rider.figure->landmarks(figures::evaluate(*rider.figure, sits)).hips.y;
    return std::max(0.0f, backHeight(ridden) + flesh - hips);
}

StagedProp* mountOf(Blocking& blocking, std::size_t person, std::size_t b) {
    const glm::vec3 feet = blocking.people[person].beats[b].path.back();
    StagedProp* nearest = nullptr;
    float best = within;
    for (auto& prop : blocking.props) {
        if ((prop.holder && *prop.holder != person) || prop.path.size() != 1 || !prop.prop || backHeight(prop) < lowestBack) continue;
        const glm::vec3 d = prop.path.front() - feet;
        if (const float away = glm::length(glm::vec3(d.x, 0, d.z)); away < best) best = away, nearest = &prop;
    }
    return nearest;
}

void sitInSaddles(Blocking& blocking) {
    for (std::size_t i = 0; i < blocking.people.size(); ++i) {
        auto& beats = blocking.people[i].beats;
        for (std::size_t b = 0; b < beats.size(); ++b) {
            const StagedProp* const mount = isUp(beats[b]) || isDown(beats[b]) ? mountOf(blocking, i, b) : nullptr;
            if (!mount) continue;
            const double length = beats[b].end - beats[b].start, part = std::min(upIn, 0.6 * length);
            Beat seated = seatedOn(blocking.people[i], beats[b], *mount);
            const bool up = isUp(beats[b]);
            (up ? beats[b].end : beats[b].start) = up ? beats[b].start + part : beats[b].end - part;
            (up ? seated.start : seated.end) = up ? beats[b].end : beats[b].start;
            beats.insert(beats.begin() + std::ptrdiff_t(b + (up ? 1 : 0)), std::move(seated));
            ++b;
        }
    }
}

} // namespace rushes::stage
