// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <glm/geometric.hpp>
#include <glm/gtc/quaternion.hpp>
#include <glm/mat3x3.hpp>
#include <glm/trigonometric.hpp>
#include <glm/vec3.hpp>

#include <algorithm>

namespace rushes::figures {

/// Rotations about the axes; degrees, right-handed, column vectors.
inline glm::quat axisTurn(const glm::vec3& axis, float degrees) {
    const float length = glm::length(axis);
    return length < 1e-9f ? glm::quat(1, 0, 0, 0) : glm::angleAxis(glm::radians(degrees), axis / length);
}
inline glm::quat turnX(float degrees) { return glm::angleAxis(glm::radians(degrees), glm::vec3(1, 0, 0)); }
inline glm::quat turnY(float degrees) { return glm::angleAxis(glm::radians(degrees), glm::vec3(0, 1, 0)); }
inline glm::quat turnZ(float degrees) { return glm::angleAxis(glm::radians(degrees), glm::vec3(0, 0, 1)); }

/// The shorter way from none to `turn`, `share` of it.
inline glm::quat part(const glm::quat& turn, float share) { return glm::slerp(glm::quat(1, 0, 0, 0), turn, share); }

inline glm::vec3 unit(const glm::vec3& v) { return v / std::max(glm::length(v), 1e-9f); }

inline glm::mat3 fromRows(const glm::vec3& x, const glm::vec3& y, const glm::vec3& z) {
    return glm::transpose(glm::mat3(x, y, z));
}

inline float smoothStep(float from, float to, float x) {
    const float t = std::clamp((x - from) / (to - from), 0.0f, 1.0f);
    return t * t * (3 - 2 * t);
}

/// The shortest turn that takes one unit direction to the other.
glm::mat3 shortestTurn(const glm::vec3& from, const glm::vec3& to);
/// How far `turn` twists about a unit axis, degrees in -180 … 180.
float twistAbout(const glm::mat3& turn, const glm::vec3& axis);

} // namespace rushes::figures
