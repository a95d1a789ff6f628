// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/geometry/mesh.h"

#include <glm/mat4x4.hpp>

namespace rushes::eval {

/// The four solids that the look prototype's scenes are made of. Metres, in the solid's own space.
struct Solid {
    enum class Kind { box, cone, ellipsoid, cylinder } kind = Kind::box;
    /// box: half sizes. ellipsoid: radii. cone: rounded, radius x about the origin, radius y about (0, z, 0). cylinder: radius x, half height z along y.
    glm::vec3 size{1};
};

/// Adds the solid to a mesh, set down by `transform`, as a surface of this part and material. The same solids added in the same order make meshes
/// whose points answer each other, however they are set down.
void addSolid(geometry::Mesh& mesh, const Solid& solid, const glm::mat4& transform, std::uint32_t part, std::uint32_t material);

} // namespace rushes::eval
