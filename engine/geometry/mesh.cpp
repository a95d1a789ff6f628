// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/geometry/mesh.h"

#include <glm/common.hpp>
#include <glm/geometric.hpp>

namespace rushes::geometry {

void Bounds::add(const glm::vec3& p) {
    low = glm::min(low, p);
    high = glm::max(high, p);
}

float Bounds::radius() const { return empty() ? 0.0f : glm::length(size()) * 0.5f; }

void Mesh::measure() {
    bounds = {};
    for (const auto& p : positions) bounds.add(p);
}

} // namespace rushes::geometry
