// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/stage/stands.h"

#include "engine/sets/sight_index.h"
#include "engine/stage/easing.h"

#include <glm/geometric.hpp>

#include <algorithm>
#include <cmath>

namespace rushes::stage {
namespace {

constexpr float highest = 16, farthest = 80, apart = 1.1f; ///< metres over and from the heart; between two spectators
constexpr float lowStep = 0.25f, highStep = 0.85f;         ///< metres from one step to the next
constexpr std::size_t fewest = 30;

bool isStep(const sets::SightIndex& sight, const glm::vec3& p, float yaw) {
    const auto heightAt = [&](const glm::vec3& d) { return sight.surfaceBelow({p.x + d.x, p.y + 0.9f, p.z + d.z}, 1.8f); };
    const glm::vec3 down = heading(yaw);
    const auto before = heightAt(down * 0.25f), aside = heightAt(heading(yaw + 90) * 0.4f), lower = heightAt(down * 1.1f), higher = heightAt(down * -1.1f);
    if (!before || !aside || !lower || !higher || std::abs(*before - p.y) > 0.03f || std::abs(*aside - p.y) > 0.03f) return false;
    const float falls = p.y - *lower, rises = *higher - p.y;
    return falls > lowStep && falls < highStep && rises > lowStep && rises < highStep;
}

/// The step at this place, under the roof if there is one.
std::optional<Slot> stepAt(const sets::BuiltSet& set, float x, float z) {
    const float low = set.heart.y;
    float from = low + highest;
    for (int level = 0; level < 3; ++level) {
        const auto y = set.sight->surfaceBelow({x, from, z}, from - low);
        if (!y || *y < low + 0.3f) return std::nullopt;
        from = *y - 0.25f;
        if (set.hit({x, *y + 0.1f, z}, {0, 1, 0}, 1.8f)) continue;
        for (float yaw = 0; yaw < 360; yaw += 45)
            if (isStep(*set.sight, {x, *y, z}, yaw)) return Slot{{x, *y, z}, yaw, {}};
    }
    return std::nullopt;
}

} // namespace

std::vector<Slot> standsOf(const sets::BuiltSet& set) {
    std::vector<Slot> places;
    for (float z = set.heart.z - farthest; z < set.heart.z + farthest; z += apart)
        for (float x = set.heart.x - farthest; x < set.heart.x + farthest; x += apart)
            // The steps may be as deep as this grid is wide: not all of it on their edges.
            for (const float phase : {0.0f, 0.37f, 0.73f})
                if (const auto place = stepAt(set, x + phase * apart, z + phase * apart)) {
                    places.push_back(*place);
                    break;
                }
    if (places.size() < fewest) return {};
    std::stable_sort(places.begin(), places.end(), [&](const Slot& a, const Slot& b) { return glm::distance(a.position, set.heart) < glm::distance(b.position, set.heart); });
    return places;
}

} // namespace rushes::stage
