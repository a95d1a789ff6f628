// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/image.h"
#include "engine/stage/staging.h"

#include <glm/vec2.hpp>

#include <vector>

namespace rushes::stage {

/// A storyboard arrow in pixels of the picture: a band along a path with a head at its end.
struct Arrow {
    std::vector<glm::vec2> path; ///< at least two points
    float width = 12;            ///< of the band at its end; it starts narrower
    bool camera = false;         ///< white with an ink outline, at the frame's edge; people's are filled with their colour
    glm::vec3 colour{0.1f};      ///< sRGB 0..1
    bool hollow = false;
};

/// What moves in a shot, as a board artist marks it on the panel of `frame`: the way of each person and thing that travels more than
/// half a metre, along the floor as the panel's camera sees it, and the camera's own move as arrows on the frame (in and out from
/// the corners, pan, tilt, truck and crane along an edge, roll and arc bent).
std::vector<Arrow> movementArrows(const StagedShot& shot, std::int64_t frame, int width, int height);

/// Draws them with a soft white edge, so that they are read over any drawing. `picture` is rgba8.
void drawArrows(const std::vector<Arrow>& arrows, Image& picture);

} // namespace rushes::stage
