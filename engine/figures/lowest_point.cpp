// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/figures/lowest_point.h"

#include "engine/figures/body.h"
#include "engine/figures/skinning.h"

#include <glm/common.hpp>

#include <algorithm>
#include <map>

namespace rushes::figures {
namespace {

/// Points that more than the bones move: limbs that twist, cloth that legs push, faces.
std::vector<bool> otherwiseMoved(const BodyLevel& level) {
    std::vector<bool> moved(level.rest.size(), false);
    for (const auto& list : level.twists)
        for (const auto& t : list) moved[t.point] = true;
    for (const auto& list : level.faceMoves)
        for (const auto& m : list) moved[m.point] = true;
    for (const auto p : level.hangingPoints) moved[p] = true;
    return moved;
}

/// No point of the group is lower than this. A skinned point lies among its places under each of its bones.
float lowerBound(const GroundGroup& group, const Skinning& skinning) {
    constexpr float kMovesM = 0.25f; ///< more than a twist or a leg moves a point
    const glm::vec3 centre = (group.low + group.high) * 0.5f, half = (group.high - group.low) * 0.5f;
    float low = 1e9f;
    for (const auto bone : group.bones) {
        const glm::mat3& m = skinning.turn[bone];
        const float middle = m[0].y * centre.x + m[1].y * centre.y + m[2].y * centre.z + skinning.shift[bone].y;
        low = std::min(low, middle - std::abs(m[0].y) * half.x - std::abs(m[1].y) * half.y - std::abs(m[2].y) * half.z);
    }
    return low - (group.otherwiseMoved ? kMovesM : 0.0f) - 1e-4f;
}

float lowestOfAll(const Body& body, const BodyPose& pose, const PosedBones& bones) {
    const BodyLevel& level = body.levels[0];
    const auto points = bend(body, level, pose, bones);
    float low = 1e9f;
    for (const auto p : level.groundPoints) low = std::min(low, points[p].y);
    return low;
}

} // namespace

std::vector<GroundGroup> groundGroups(const BodyLevel& level) {
    const auto moved = otherwiseMoved(level);
    std::map<std::pair<int, bool>, GroundGroup> groups;
    for (const auto p : level.groundPoints) {
        const BoneShares& w = level.weights[p];
        GroundGroup& group = groups[{int(w.bone[0]), moved[p]}];
        group.otherwiseMoved = moved[p];
        group.points.push_back(p);
        group.low = glm::min(group.low, level.rest[p]);
        group.high = glm::max(group.high, level.rest[p]);
        for (std::size_t k = 0; k < 4; ++k)
            if (k == 0 || w.share[k] > 0)
                if (std::find(group.bones.begin(), group.bones.end(), std::size_t(w.bone[k])) == group.bones.end()) group.bones.push_back(std::size_t(w.bone[k]));
    }
    std::vector<GroundGroup> list;
    for (auto& [key, group] : groups) list.push_back(std::move(group));
    return list;
}

float lowestPoint(const Body& body, const BodyPose& pose) {
    // The full mesh, not a coarser one: what stands on the floor must do so at every level. Most of it is far above the floor.
    const BodyLevel& level = body.levels[0];
    const PosedBones bones = posed(body.skeleton, pose);
    const Skinning skinning(body.skeleton, bones);
    std::vector<std::pair<float, const GroundGroup*>> order;
    for (const auto& group : level.groundGroups) order.emplace_back(lowerBound(group, skinning), &group);
    std::stable_sort(order.begin(), order.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    float low = 1e9f;
    for (const auto& [bound, group] : order) {
        if (bound >= low) break;
        if (group->otherwiseMoved) return lowestOfAll(body, pose, bones);
        for (const auto p : group->points) low = std::min(low, skinning.at(level.rest[p], level.weights[p]).y);
    }
    return low;
}

} // namespace rushes::figures
