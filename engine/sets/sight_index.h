// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/geometry/mesh.h"
#include "engine/sets/built_set.h"

#include <glm/vec3.hpp>

#include <cstdint>
#include <optional>
#include <vector>

namespace rushes::sets {

/// All triangles of a set in a tree of boxes, for rays. Immutable after the constructor; any thread.
class SightIndex {
public:
    explicit SightIndex(const std::vector<geometry::Instance>& instances);

    struct Triangle {
        glm::vec3 a, b, c;
        std::uint16_t object = 0;
        std::int32_t plane = -1; ///< of what it goes away with while the eye is outside, into planes(); -1: it stays
    };
    const std::vector<Triangle>& triangles() const { return m_triangles; }
    const std::vector<glm::vec4>& planes() const { return m_planes; }

    /// Distance to the first triangle along a unit direction.
    std::optional<float> hit(const glm::vec3& from, const glm::vec3& direction, float reach,
                             const SightOptions& options) const;
    /// Height of the first upward face below the point (steeper than 60 degrees does not count).
    std::optional<float> surfaceBelow(const glm::vec3& from, float reach) const;

private:
    struct Node {
        glm::vec3 low, high;
        std::uint32_t first = 0,
                      count = 0; ///< of triangles in a leaf; else `first` is the second child, the first one follows
    };
    std::uint32_t split(std::uint32_t first, std::uint32_t count, int depth);
    template <class Take> void walk(const glm::vec3& from, const glm::vec3& direction, float& reach, Take take) const;

    std::vector<Triangle> m_triangles;
    std::vector<Node> m_nodes;
    std::vector<glm::vec4> m_planes; ///< (n, d), outside where dot(n, p) + d < 0
};

} // namespace rushes::sets
