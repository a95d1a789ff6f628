// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/stage/eyeline.h"
#include "engine/stage/framing.h"

namespace rushes::stage {

/// What the camera has to do, after the words and the director's own choice are put together.
struct CameraWish {
    reading::ShotSize size = reading::ShotSize::medium;
    reading::CameraAngle angle = reading::CameraAngle::level;
    std::optional<reading::CameraHeight> height;
    reading::PointOfView pov = reading::PointOfView::objective;
    double lensMm = 35;
    double aspect = 16.0 / 9.0;
    bool freeLens = true; ///< no lens was asked for: a tight set may take a wider one
    std::optional<float> off;       ///< degrees off the subject's own facing that the words ask for: 90 a profile, 170 from behind
    std::optional<float> aroundYaw; ///< look from this side (degrees, from the subject to the camera), set by follow and lead moves
    std::optional<Eyeline> line;    ///< stay on its side
    std::optional<glm::vec3> travel; ///< unit, on the floor: where the subject goes …
    std::vector<glm::vec3> ways;     ///< where the subject's face goes from the moment that is framed: displacements in order of time, metres
    float lift = 0;                  ///< degrees more from above than the size has it, where the words leave it open
    bool locked = false;             ///< the words fix the camera: who moves must stay in the picture by themselves
    bool strict = false;             ///< the side is part of what the words say: towards the camera, across the picture
    bool along = false;              ///< the camera goes with it
    float travelSign = 1;            ///< … and to which side of the picture it should: 1 right, -1 left
};

struct Viewpoint {
    geometry::Camera camera;
    glm::vec3 pivot{0}; ///< what an arc turns about
    bool clear = true;  ///< nothing of the set stands in the way
};

/// The best place for the camera: the wish's angle on the subject, on the side of the talk's axis that the set was built to be seen from,
/// with the line free, people not hiding each other, and depth behind.
Viewpoint findViewpoint(const Blocking& blocking, const std::vector<PersonMoment>& moments, const FrameSubject& subject, const CameraWish& wish,
                        const std::vector<std::size_t>& framed);

} // namespace rushes::stage
