// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/figures/garment.h"

#include <vector>

namespace rushes::figures {

struct Solid {
    std::vector<glm::vec3> points;
    std::vector<Face> faces;
};

/// `around` points a ring, `rows` rings from pole to pole.
Solid sphere(float radius, const glm::vec3& centre, int around, int rows);
/// A closed tube along `path` with a radius at each point.
Solid tube(const std::vector<glm::vec3>& path, const std::vector<float>& radius, int around);

} // namespace rushes::figures
