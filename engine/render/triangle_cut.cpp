// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/render/triangle_cut.h"

#include <glm/geometric.hpp>

namespace rushes::render {

std::vector<CutCorner> cutTriangle(const std::array<CutCorner, 3>& triangle, const glm::vec2& guard) {
    const glm::vec4 planes[] = {{0, 0, -1, 1}, {0, 0, 1, 0}, {1, 0, 0, guard.x}, {-1, 0, 0, guard.x}, {0, 1, 0, guard.y}, {0, -1, 0, guard.y}};
    std::vector<CutCorner> polygon(triangle.begin(), triangle.end()), kept;
    for (const auto& plane : planes) {
        kept.clear();
        for (std::size_t i = 0; i < polygon.size(); ++i) {
            const CutCorner &here = polygon[i], &next = polygon[(i + 1) % polygon.size()];
            const float a = glm::dot(plane, here.clip), b = glm::dot(plane, next.clip);
            if (a >= 0) kept.push_back(here);
            if ((a >= 0) == (b >= 0)) continue;
            const float k = a / (a - b);
            kept.push_back({here.clip + (next.clip - here.clip) * k, here.normal + (next.normal - here.normal) * k, here.place + (next.place - here.place) * k});
        }
        polygon.swap(kept);
    }
    return polygon;
}

} // namespace rushes::render
