// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <glm/vec2.hpp>
#include <glm/vec3.hpp>
#include <glm/vec4.hpp>

#include <array>
#include <vector>

namespace rushes::render {

/// A corner in clip space with what is interpolated.
struct CutCorner {
    glm::vec4 clip{0};
    glm::vec3 normal{0};
    glm::vec2 place{0};
};

/// The part of a triangle with 0 ≤ z ≤ w and |x|, |y| at most `guard` times w, as a convex polygon; empty when there is none
/// (Sutherland and Hodgman, "Reentrant polygon clipping", 1974).
std::vector<CutCorner> cutTriangle(const std::array<CutCorner, 3>& triangle, const glm::vec2& guard);

} // namespace rushes::render
