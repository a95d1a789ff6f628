// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/reading/shot_description.h"

#include <algorithm>

namespace rushes::stage {

/// What moves have done to the camera so far. Metres, degrees; positive: right, up, forward; yaw turns right, arc goes clockwise from above.
struct Pose {
    float yaw = 0, pitch = 0, roll = 0, arc = 0;
    float right = 0, up = 0, forward = 0;
    float zoom = 0; ///< natural logarithm of the focal length's factor
    float keep = 0; ///< 1: the camera turns to keep the pivot in its place (crane)

    Pose operator*(float k) const { return {yaw * k, pitch * k, roll * k, arc * k, right * k, up * k, forward * k, zoom * k, keep * k}; }
    Pose& operator+=(const Pose& o) {
        yaw += o.yaw, pitch += o.pitch, roll += o.roll, arc += o.arc, right += o.right, up += o.up, forward += o.forward, zoom += o.zoom;
        keep = std::max(keep, o.keep);
        return *this;
    }
};

/// The whole of a move at framing distance `d` (metres) with a horizontal angle of view `fov` (degrees) in `seconds`. `endScale` is the
/// height of the last frame against the first one's, where the move has to end on another size.
Pose wholeMove(const reading::CameraMove& move, float d, float fov, float seconds, float endScale);

} // namespace rushes::stage
