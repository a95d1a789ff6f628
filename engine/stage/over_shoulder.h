// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/stage/eyeline.h"
#include "engine/stage/viewpoint.h"

namespace rushes::stage {

/// Head and shoulders of someone as they are posed, in the world.
struct Bust {
    glm::vec3 headTop{0}, eyes{0}, chin{0}, hips{0};
};

Bust bustOf(const StagedPerson& person, const PersonMoment& moment);

/// The camera behind `listener`: their head and shoulder take about a quarter of the picture's width at one edge, the speaker's face the
/// third on the other side, on the eyeline's side of the line between the two. Where the set leaves no room behind the listener, or the
/// lens was given, the camera comes nearer or goes farther, and the listener takes more or less. Over the hip the camera stands lower.
Viewpoint overShoulder(const Blocking& blocking, const FrameSubject& speaker, const Bust& listener, const std::optional<Eyeline>& line, const CameraWish& wish);

} // namespace rushes::stage
