// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/geometry/mesh.h"
#include "engine/sets/turning.h"

#include <glm/mat3x3.hpp>
#include <glm/vec2.hpp>
#include <glm/vec3.hpp>

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <vector>

namespace rushes::sets {

using Corner3 = std::array<std::uint32_t, 3>;
/// Material index -> material index, both into the material table.
using Remat = std::map<std::uint32_t, std::uint32_t>;

/// Turns about the axes, degrees; +90 about Y turns +Z to +X.
glm::dmat3 turnX(double degrees);
glm::dmat3 turnY(double degrees);
glm::dmat3 turnZ(double degrees);
/// Ry * Rx * Rz: the roll comes first.
glm::dmat3 turn(const glm::dvec3& degrees);

/// One shape before it has a material.
struct Patch {
    std::vector<glm::dvec3> positions, normals;
    std::vector<Corner3> triangles;

    Patch& turned(const glm::dmat3& r);
    Patch& moved(const glm::dvec3& by);
};

/// Shapes gathered with a material and a part per triangle. A part is an ink id inside the object: a line is drawn
/// where it changes.
class Soup {
public:
    /// Parts [first, last) turn together about an axis.
    struct Joint {
        std::uint32_t first = 0, last = 0;
        glm::dvec3 centre{0}, axis{1, 0, 0};
        Turning turning;
    };
    struct Triangle {
        Corner3 corner;
        std::uint32_t material = 0, part = 0;
    };

    std::vector<glm::dvec3> positions, normals;
    std::vector<Triangle> triangles;
    std::uint32_t parts = 0;
    std::vector<Joint> joints;

    /// Adds a shape as a new part.
    void add(const Patch& patch, std::uint32_t material);
    /// Adds a shape to the given part of this soup (numbers are the caller's; `parts` grows past it).
    void addTo(std::uint32_t part, const Patch& patch, std::uint32_t material);
    /// Adds a flat quad (counter-clockwise) as a new part, or to `part`.
    void quad(const std::array<glm::dvec3, 4>& corners, const glm::dvec3& normal, std::uint32_t material,
              int part = -1);
    /// Adds another soup, scaled, turned, moved; its parts stay apart from ours. A negative scale mirrors it.
    void merge(const Soup& other, const glm::dmat3& r = glm::dmat3(1.0), const glm::dvec3& at = glm::dvec3(0.0),
               const glm::dvec3& scale = glm::dvec3(1.0), const Remat* remat = nullptr);

    bool empty() const { return triangles.empty(); }
    glm::dvec3 low() const;
    glm::dvec3 high() const;
    /// Unit normals, shared vertices split where part or material changes.
    std::shared_ptr<const geometry::Mesh> mesh() const;
};

} // namespace rushes::sets
