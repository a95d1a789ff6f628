// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/stage/afloat.h"

#include "engine/stage/easing.h"

#include <glm/geometric.hpp>

#include <algorithm>
#include <cmath>

namespace rushes::stage {
namespace {

constexpr float swimsFrom = 0.8f, swimsAtLeast = 0.35f; ///< metres of water that carry a swimmer, and that will do in a brook
constexpr float underPlace = 1.5f;    ///< metres of water over the action: the place itself is under water
constexpr float sunk = 0.13f;         ///< of a lying swimmer below the surface, at 1.72 m stature
constexpr float treading = 1.36f;     ///< of one who treads water, at 1.72 m stature: to the shoulders
constexpr float farthest = 45;        ///< metres to look for water

bool swims(const Beat& beat) {
    for (const char* motion : {"swim", "dive", "float"})
        if (beat.motion == motion || beat.gait == motion) return true;
    return false;
}

float depthAt(const sets::BuiltSet& set, const glm::vec3& p) {
    const auto water = set.waterHeight(p.x, p.z);
    return water ? *water - set.groundHeight(p.x, p.z) : 0;
}

/// Whether there is water under all of a way, and under the arms and legs of who swims along it.
bool carries(const sets::BuiltSet& set, const std::vector<glm::vec3>& way, const glm::vec3& shift, float deepest) {
    constexpr float body = 1.1f; // metres from the middle of the body to outstretched hands and feet
    const auto deep = [&](const glm::vec3& p) {
        for (const float yaw : {0.0f, 90.0f, 180.0f, 270.0f})
            if (depthAt(set, p + shift + heading(yaw) * body) <= 0.3f * deepest) return false;
        return depthAt(set, p + shift) > deepest;
    };
    return std::all_of(way.begin(), way.end(), deep);
}

/// The way as it is, turned and moved as little as it takes to have water under all of it.
std::optional<std::vector<glm::vec3>> intoWater(const sets::BuiltSet& set, const std::vector<glm::vec3>& way, float deepest) {
    const glm::vec3 end = way.back();
    for (float radius = 0; radius < farthest; radius += 1)
        for (int k = 0; k < (radius > 0 ? 16 : 1); ++k) {
            const glm::vec3 shift = heading(22.5f * float(k)) * radius;
            if (depthAt(set, end + shift) <= deepest) continue;
            for (const float turn : {0.0f, 30.0f, -30.0f, 60.0f, -60.0f, 90.0f, -90.0f, 135.0f, -135.0f, 180.0f}) {
                std::vector<glm::vec3> tried;
                for (const auto& p : way) {
                    const glm::vec3 d = p - end;
                    tried.push_back(end + heading(turn + 90) * d.x + heading(turn) * d.z);
                }
                if (!carries(set, tried, shift, deepest)) continue;
                for (auto& p : tried) p += shift;
                return tried;
            }
        }
    return std::nullopt;
}

/// Into a pool that its author marked: its water is a surface without a floor below.
bool intoPool(const sets::BuiltSet& set, const StagedPerson& person, std::vector<glm::vec3>& way) {
    const auto* pool = set.mark("swim");
    if (!pool) return false;
    // Side by side, so that several keep apart.
    const glm::vec3 aside = heading(pool->yaw + 90) * (1.3f * float(person.seed % 3) - 1.3f), from = way.back();
    for (auto& p : way) {
        const float along = glm::distance(glm::vec3(p.x, 0, p.z), glm::vec3(from.x, 0, from.z));
        p = pool->position + aside - heading(pool->yaw) * std::min(along, 4.0f);
        p.y = pool->position.y - sunk * float(person.figure->height()) / 1.72f;
    }
    return true;
}

void floatOn(const sets::BuiltSet& set, StagedPerson& person, Beat& beat) {
    const float size = float(person.figure->height()) / 1.72f;
    for (auto& p : beat.path) {
        const auto water = set.waterHeight(p.x, p.z);
        if (!water) continue;
        const float deep = (swims(beat) ? sunk : treading) * size, ground = set.groundHeight(p.x, p.z);
        if (*water - ground > deep) p.y = *water - deep;
    }
}

} // namespace

void setAfloat(Blocking& blocking) {
    const auto& set = *blocking.set;
    const auto over = set.waterHeight(set.heart.x, set.heart.z);
    if (over && *over - set.heart.y > underPlace) return;
    for (auto& person : blocking.people) {
        glm::vec3 shift(0);
        for (auto& beat : person.beats) {
            if (beat.seat) continue;
            for (auto& p : beat.path) p += shift;
            if (swims(beat) && intoPool(set, person, beat.path)) continue;
            if (!swims(beat) || carries(set, beat.path, glm::vec3(0), swimsFrom)) continue;
            auto wet = intoWater(set, beat.path, swimsFrom);
            if (!wet) wet = intoWater(set, beat.path, swimsAtLeast);
            if (!wet) continue;
            shift += wet->back() - beat.path.back();
            beat.path = *wet;
        }
        for (auto& beat : person.beats)
            if (!beat.seat) floatOn(set, person, beat);
    }
}

} // namespace rushes::stage
