// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/figures/solids.h"

#include "engine/figures/turns.h"

#include <cmath>

namespace rushes::figures {

using glm::vec3;

namespace {

constexpr float fullTurn = 6.2831853f;

/// Quads between ring after ring of `around` points; counter-clockwise from outside when each ring runs
/// counter-clockwise seen from the end the rings go towards.
void joinRings(Solid& out, int rings, int around) {
    for (int j = 0; j + 1 < rings; ++j)
        for (int i = 0; i < around; ++i) {
            const auto a = std::uint32_t(j * around + i), b = std::uint32_t(j * around + (i + 1) % around),
                       n = std::uint32_t(around);
            out.faces.push_back({a, b, a + n});
            out.faces.push_back({b, b + n, a + n});
        }
}

} // namespace

Solid sphere(float radius, const vec3& centre, int around, int rows) {
    Solid out;
    for (int j = 0; j <= rows; ++j)
        for (int i = 0; i < around; ++i) {
            const float a = -fullTurn * float(i) / float(around), b = fullTurn / 2 * float(j) / float(rows);
            // From the bottom pole up, rings counter-clockwise seen from above.
            out.points.push_back(centre +
                                 radius * vec3(std::sin(b) * std::cos(a), -std::cos(b), std::sin(b) * std::sin(a)));
        }
    joinRings(out, rows + 1, around);
    return out;
}

Solid tube(const std::vector<vec3>& path, const std::vector<float>& radius, int around) {
    Solid out;
    const std::size_t n = path.size();
    for (std::size_t k = 0; k < n; ++k) {
        const vec3 along = unit(path[std::min(k + 1, n - 1)] - path[k == 0 ? 0 : k - 1]);
        const vec3 x = unit(glm::cross(along, std::abs(along.z) < 0.9f ? vec3(0, 0, 1) : vec3(0, 1, 0))),
                   y = glm::cross(along, x);
        for (int i = 0; i < around; ++i) {
            const float a = fullTurn * float(i) / float(around);
            out.points.push_back(path[k] + radius[k] * (std::cos(a) * x + std::sin(a) * y));
        }
    }
    joinRings(out, int(n), around);
    for (const std::size_t end : {std::size_t(0), n - 1}) {
        const auto centre = std::uint32_t(out.points.size());
        out.points.push_back(path[end]);
        for (int i = 0; i < around; ++i) {
            const auto a = std::uint32_t(end * std::size_t(around)) + std::uint32_t(i),
                       b = std::uint32_t(end * std::size_t(around)) + std::uint32_t((i + 1) % around);
            out.faces.push_back(end == 0 ? Face{centre, b, a} : Face{centre, a, b});
        }
    }
    return out;
}

} // namespace rushes::figures
