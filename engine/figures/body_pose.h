// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <glm/gtc/quaternion.hpp>
#include <glm/vec3.hpp>

#include <array>

namespace rushes::figures {

constexpr int boneCount = 55;
constexpr int faceUnitCount = 52;

/// One solved moment of a body. Rotations are local, against a pose in which arms and legs hang straight down, so the
/// same values fit every body; figure space: +X the figure's own left, +Y up, +Z where it faces, the floor at y = 0.
struct BodyPose {
    std::array<glm::quat, boneCount> rotations; ///< by bone, see skeleton.h
    glm::vec3 root{0};                          ///< midpoint between the hip joints, metres
    std::array<float, faceUnitCount> face{};    ///< weights of the face units, 0 at rest, up to about 1.3

    BodyPose() { rotations.fill(glm::quat(1, 0, 0, 0)); }
};

/// Where the landmarks of a framed body are, in figure space, metres. Hands are palm centres, feet are ankles.
struct BodyLandmarks {
    glm::vec3 headTop{0}, eyes{0}, chin{0}, neck{0}, chest{0}, waist{0}, hips{0};
    glm::vec3 leftShoulder{0}, rightShoulder{0}, leftElbow{0}, rightElbow{0}, leftHand{0}, rightHand{0};
    glm::vec3 leftKnee{0}, rightKnee{0}, leftFoot{0}, rightFoot{0}, leftToe{0}, rightToe{0};
    glm::vec3 facing{0, 0, 1}; ///< where the face points, unit
    glm::vec3 gaze{0, 0, 1};   ///< where the eyes look, unit
};

} // namespace rushes::figures
