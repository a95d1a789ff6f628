// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <glm/gtc/matrix_transform.hpp>
#include <glm/mat4x4.hpp>
#include <glm/trigonometric.hpp>

namespace rushes::eval {

inline glm::mat4 shift(float x, float y, float z) { return glm::translate(glm::mat4(1), {x, y, z}); }
/// Degrees, counterclockwise seen from the axis' end.
inline glm::mat4 turnX(float degrees) { return glm::rotate(glm::mat4(1), glm::radians(degrees), {1, 0, 0}); }
inline glm::mat4 turnY(float degrees) { return glm::rotate(glm::mat4(1), glm::radians(degrees), {0, 1, 0}); }
inline glm::mat4 turnZ(float degrees) { return glm::rotate(glm::mat4(1), glm::radians(degrees), {0, 0, 1}); }

} // namespace rushes::eval
