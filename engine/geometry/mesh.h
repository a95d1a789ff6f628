// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/geometry/material.h"

#include <glm/mat4x4.hpp>
#include <glm/vec2.hpp>
#include <glm/vec3.hpp>
#include <glm/vec4.hpp>

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace rushes::geometry {

/// Axis-aligned box, metres.
struct Bounds {
    glm::vec3 low{1e30f}, high{-1e30f};

    void add(const glm::vec3& p);
    bool empty() const { return low.x > high.x; }
    glm::vec3 centre() const { return (low + high) * 0.5f; }
    glm::vec3 size() const { return high - low; }
    float radius() const;
};

/// What a vertex belongs to. An ink line is drawn where `part` changes, also between coplanar faces.
struct Surface {
    std::uint32_t part = 0;
    std::uint32_t material = 0; ///< index into the instance's materials
    /// Inside one part: no line where it changes between 0 and another, a line between 1 and 2 (upper and lower lip on skin).
    std::uint8_t sub = 0;
};

/// Triangles in metres, right-handed, Y up, counter-clockwise from outside. A prop stands on y = 0, centred, facing +Z.
struct Mesh {
    std::vector<glm::vec3> positions;
    std::vector<glm::vec3> normals;            ///< unit, one per position
    std::vector<std::uint16_t> surfaceOf;      ///< one per position: index into `surfaces`; the same on all three corners
    std::vector<std::uint32_t> indices;        ///< three per triangle
    std::vector<glm::vec2> detail;             ///< empty, or one per position: see DetailKind
    std::vector<Surface> surfaces;             ///< at most 65,535
    Bounds bounds;
    /// Empty, or one entry a triangle: 1 when an eye outside never sees its back. For makers of meshes that change from frame to frame;
    /// of the others closedTriangles() finds it.
    std::shared_ptr<const std::vector<std::uint8_t>> closed;

    std::size_t triangles() const { return indices.size() / 3; }
    /// Recomputes `bounds` from the positions.
    void measure();
};

/// A mesh set down in the world.
struct Instance {
    std::shared_ptr<const Mesh> mesh;
    std::shared_ptr<const std::vector<Material>> materials;
    std::shared_ptr<const Mesh> shadowMesh; ///< coarser stand-in that throws the shadow; null: `mesh` does. Same materials
    glm::mat4 transform{1.0f};
    std::uint16_t object = 0;   ///< its number in the id pass; 0 is the background
    float lineWeight = 1.0f;    ///< 1 set and props, about 1.5 figures
    bool figure = false;        ///< stays flat grey (no hatching by world plane), gets a contact shadow
    bool moves = false;         ///< changes place or shape from frame to frame; its shadow is drawn anew each time (implied by `figure`)
    /// A wall or ceiling that is left out while the eye is on its outer side: (n, d), outside where dot(n, eye) + d < 0.
    std::optional<glm::vec4> removablePlane;
};

} // namespace rushes::geometry
