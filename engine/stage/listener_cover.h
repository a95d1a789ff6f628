// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/geometry/camera.h"

#include <glm/vec3.hpp>
#include <glm/vec4.hpp>

#include <vector>

namespace rushes::stage {

/// What somebody near the camera takes of its picture.
struct Cover {
    float wide = 0;     ///< share of the width, from the edge that they are nearest to up to their last column
    float head = 0;     ///< share of the head that is in the picture
    float face = 0;     ///< share of the other one's face that they hide
    bool atEdge = false; ///< cut by the picture's edge, as who stands before the frame is
    bool right = false;  ///< at the right edge
};

/// Draws the spheres `body` (the first is the head) on a coarse grid. `face` is the far one's, with the radius of a head in metres.
Cover coverOf(const geometry::Camera& camera, const std::vector<glm::vec4>& body, const glm::vec4& face);

} // namespace rushes::stage
