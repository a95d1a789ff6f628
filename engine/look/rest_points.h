// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/image.h"
#include "engine/geometry/camera.h"
#include "engine/geometry/mesh.h"

#include <vector>

namespace rushes::look {

/// A thing that moves, as it is drawn, and its points at rest (as many; null: the mesh's own).
struct MovingSurface {
    const geometry::Instance* instance = nullptr;
    const std::vector<glm::vec3>* rest = nullptr;
};

/// What was drawn: depth in metres (grey32f) and object numbers (grey16) of the same size.
struct DrawnDepth {
    const Image* depth = nullptr;
    const Image* id = nullptr;
};

/// For every pixel that shows one of the surfaces its point at rest, zeros elsewhere: goes over their triangles and takes, where an object
/// is seen, the one that lies nearest to the depth that was drawn, so that no depth of its own is needed. Triangles that reach behind
/// the camera are left out. One entry a pixel, rows from the top.
std::vector<glm::vec3> restPoints(const std::vector<MovingSurface>& surfaces, const geometry::Camera& camera, const DrawnDepth& drawn);

} // namespace rushes::look
