// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/stage/pose_points.h"

#include "engine/figures/body.h"
#include "engine/figures/skeleton.h"

namespace rushes::stage {

namespace bones = figures::bones;

PosePoints posePointsOf(const figures::Figure& figure, const figures::BodyPose& pose) {
    const auto& skeleton = figure.body().skeleton;
    const auto posed = figures::posed(skeleton, pose);
    const auto bone = [&](int index) { return posed.at[std::size_t(index)]; };
    PosePoints out;
    const auto put = [&](PosePoint point, const glm::vec3& at) { out.at[std::size_t(point)] = at; };
    for (int side = 0; side < 2; ++side) {
        const bool left = side == 0;
        put(left ? PosePoint::leftShoulder : PosePoint::rightShoulder, bone(bones::of(bones::upperArm, side)));
        put(left ? PosePoint::leftElbow : PosePoint::rightElbow, bone(bones::of(bones::lowerArm, side)));
        put(left ? PosePoint::leftWrist : PosePoint::rightWrist, bone(bones::of(bones::hand, side)));
        put(left ? PosePoint::leftHip : PosePoint::rightHip, bone(bones::of(bones::thigh, side)));
        put(left ? PosePoint::leftKnee : PosePoint::rightKnee, bone(bones::of(bones::calf, side)));
        put(left ? PosePoint::leftAnkle : PosePoint::rightAnkle, bone(bones::of(bones::foot, side)));
        put(left ? PosePoint::leftEye : PosePoint::rightEye, bone(bones::eye(side)));
    }
    // OpenPose's neck lies between the shoulders, not at the spine.
    put(PosePoint::neck, (out[PosePoint::leftShoulder] + out[PosePoint::rightShoulder]) * 0.5f);
    // Nose and ears have no bones: in shares of the head from chin to crown they lie alike on everybody.
    const auto marks = figure.landmarks(pose);
    const glm::mat3 head = posed.turn[bones::head];
    const float size = float(figure.rest().headHeight);
    const glm::vec3 eyes = (out[PosePoint::leftEye] + out[PosePoint::rightEye]) * 0.5f;
    put(PosePoint::nose, eyes + head * glm::vec3(0, -0.155f, 0.155f) * size);
    for (int side = 0; side < 2; ++side)
        put(side == 0 ? PosePoint::leftEar : PosePoint::rightEar, eyes + head * glm::vec3(figures::signOf(side) * 0.33f, -0.07f, -0.40f) * size);
    out.facing = marks.facing;
    return out;
}

} // namespace rushes::stage
