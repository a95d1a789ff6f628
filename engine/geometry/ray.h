// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <glm/geometric.hpp>
#include <glm/vec3.hpp>

#include <cmath>
#include <optional>

namespace rushes::geometry {

/// How many times `direction` it is from `from` to the triangle abc, seen from either side; nothing when the ray misses it.
/// Moeller and Trumbore 1997.
inline std::optional<float> rayToTriangle(const glm::vec3& from, const glm::vec3& direction, const glm::vec3& a, const glm::vec3& b, const glm::vec3& c) {
    const glm::vec3 e1 = b - a, e2 = c - a, p = glm::cross(direction, e2);
    const float det = glm::dot(e1, p);
    if (std::abs(det) < 1e-9f) return std::nullopt;
    const glm::vec3 s = from - a;
    const float u = glm::dot(s, p) / det;
    if (u < 0 || u > 1) return std::nullopt;
    const glm::vec3 q = glm::cross(s, e1);
    const float v = glm::dot(direction, q) / det;
    if (v < 0 || u + v > 1) return std::nullopt;
    const float d = glm::dot(e2, q) / det;
    return d > 0 ? std::optional(d) : std::nullopt;
}

} // namespace rushes::geometry
