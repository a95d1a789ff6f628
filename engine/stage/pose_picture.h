// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/image.h"
#include "engine/stage/pose_points.h"
#include "engine/stage/staging.h"

namespace rushes::stage {

/// Key points of one person in a picture: pixels, and which of them are drawn.
struct SeenPose {
    std::array<glm::vec3, posePointCount> at{}; ///< x, y, distance
    std::array<bool, posePointCount> seen{};
};

/// A person through a camera. Points behind the camera are not seen; of the face, those that the head itself hides: a model that
/// was trained on photographs takes a nose as a face that looks our way.
SeenPose seePose(const PosePoints& points, const PersonMoment& moment, const geometry::Camera& camera, int width, int height);

/// The people of a frame as OpenPose draws them (18 joints, 17 limbs, its own colours, black ground), rgba8. Whoever stands behind
/// something is drawn all the same; far people first.
Image drawPoses(const StagedShot& shot, std::int64_t frame, int width, int height);

} // namespace rushes::stage
