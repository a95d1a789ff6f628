// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/figures/figure.h"

#include <glm/vec3.hpp>

#include <array>
#include <string_view>

namespace rushes::stage {

/// The 18 key points of OpenPose's COCO model, in its order.
enum class PosePoint { nose, neck, rightShoulder, rightElbow, rightWrist, leftShoulder, leftElbow, leftWrist, rightHip, rightKnee, rightAnkle, leftHip, leftKnee, leftAnkle, rightEye, leftEye, rightEar, leftEar };
constexpr std::size_t posePointCount = 18;

/// A posed body's key points in figure space, metres, and where its face points (unit).
struct PosePoints {
    std::array<glm::vec3, posePointCount> at{};
    glm::vec3 facing{0, 0, 1};
    const glm::vec3& operator[](PosePoint point) const { return at[std::size_t(point)]; }
};

PosePoints posePointsOf(const figures::Figure& figure, const figures::BodyPose& pose);

} // namespace rushes::stage
