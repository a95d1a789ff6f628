// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/stage/ground_things.h"

#include "engine/stage/easing.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace rushes::stage {
namespace {

constexpr float thickest = 0.07f, narrowest = 0.6f; ///< metres, of what is flat
constexpr float goldenAngle = 137.5f;                ///< degrees from one copy to the next
constexpr float skin = 0.012f;                       ///< metres above the ground, so that the two do not flicker

/// Whoever acts on the thing, or is said to be at it.
std::string userOf(const reading::ShotDescription& description, const std::string& thing) {
    const auto isSeen = [&](const std::string& id) {
        const auto* who = description.subject(id);
        return who && who->id != thing;
    };
    for (const auto& action : description.actions)
        if (action.target == thing && isSeen(action.subject)) return action.subject;
    for (const auto& relation : description.relations) {
        if (relation.b == thing && isSeen(relation.a)) return relation.a;
        if (relation.a == thing && isSeen(relation.b)) return relation.b;
    }
    return {};
}

} // namespace

bool isFlat(const StagedProp& prop) {
    const glm::vec3 size = prop.prop->size * prop.scale;
    return size.y < thickest && std::min(size.x, size.z) > narrowest;
}

glm::vec3 flatSpot(const Blocking& blocking, const reading::ShotDescription& description, const reading::Subject& subject, const StagedProp& prop, int copy, const glm::vec3& focus) {
    glm::vec3 middle = focus;
    const std::string user = userOf(description, subject.id);
    const auto moments = peopleAt(blocking, blocking.seconds * 0.5);
    for (std::size_t i = moments.size(); i-- > 0;)
        if (blocking.people[i].subject == user || user.empty()) middle = moments[i].position;
    const float apart = std::max(prop.prop->size.x, prop.prop->size.z) * prop.scale;
    const glm::vec3 spot = middle + heading(40 + goldenAngle * float(copy)) * (copy == 0 ? 0.0f : apart * (0.7f + 0.35f * float(copy)));
    return {spot.x, blocking.set->groundHeight(spot.x, spot.z, middle.y) + skin, spot.z};
}

} // namespace rushes::stage
