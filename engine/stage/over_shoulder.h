// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/stage/eyeline.h"
#include "engine/stage/viewpoint.h"

#include <glm/vec4.hpp>

#include <vector>

namespace rushes::stage {

/// Head, shoulders and outline of someone as they are posed, in the world.
struct Bust {
    glm::vec3 headTop{0}, eyes{0}, chin{0}, hips{0};
    std::vector<glm::vec4> body; ///< spheres (centre, radius in metres) that fill the body
};

Bust bustOf(const StagedPerson& person, const PersonMoment& moment);

/// The camera behind `listener`: a search over distance, step to the side and height for the picture in which the speaker's face is free and
/// large, and the listener's shoulder and the edge of their head take a quarter to a third of the width at one edge, on the eyeline's side of
/// the line between the two where that can be had. Works for any two postures: it looks at the listener's posed outline, not at a stature.
/// `clear` is false where the set leaves no room. Over the hip the camera stands lower.
Viewpoint overShoulder(const Blocking& blocking, const FrameSubject& speaker, const Bust& listener, const std::optional<Eyeline>& line, const CameraWish& wish);

} // namespace rushes::stage
