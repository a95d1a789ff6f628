// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/figures/body_pose.h"
#include "engine/figures/bones.h"

#include <glm/mat3x3.hpp>
#include <glm/vec3.hpp>

#include <array>
#include <span>

namespace rushes::figures {

/// One body's joints at rest and the turn of each bone from the rest mesh to the pose in which arms and legs hang
/// straight down and every bone's frame is the world's axes. Metres, floor at y = 0.
struct Skeleton {
    std::array<glm::vec3, jointCount> rest{}; ///< bones' starts, then the tips (bones.h)
    std::array<glm::mat3, boneCount> align{};
    std::array<glm::vec3, boneCount> offset{}; ///< from the parent's joint, in the hanging pose
    std::array<glm::vec3, 2> palm{};           ///< palm centres at rest
    glm::vec3 hipCentre{0};
    float legLength = 0; ///< hip to floor along the bones
    float armLength = 0; ///< shoulder to wrist along the bones

    static Skeleton fromJoints(std::span<const glm::vec3> joints);
};

/// Where every bone is in figure space: turns are against the hanging pose.
struct PosedBones {
    std::array<glm::mat3, boneCount> turn;
    std::array<glm::vec3, boneCount> at;

    /// From the rest mesh to the pose.
    glm::mat3 bind(const Skeleton& skeleton, int bone) const {
        return turn[std::size_t(bone)] * skeleton.align[std::size_t(bone)];
    }
    glm::vec3 palm(const Skeleton& skeleton, int side) const;
    /// Heel, ball and toe tip on the bare sole.
    std::array<glm::vec3, 3> soles(const Skeleton& skeleton, int side) const;
};

/// Forward kinematics. Arms turn against the upper spine, so their directions stay as authored; collarbones follow the
/// arms.
PosedBones posed(const Skeleton& skeleton, const BodyPose& pose);

enum class LimbKind { arm, leg };
/// Bends an arm or a leg of `pose` so that the wrist or ankle reaches `target` (as near as it can); the elbow or knee
/// stays on its side. With `keepEnd` the hand or foot keeps its turn in figure space. Two-bone law of cosines.
void reach(const Skeleton& skeleton, BodyPose& pose, const PosedBones& now, LimbKind kind, int side,
           const glm::vec3& target, bool keepEnd);

} // namespace rushes::figures
