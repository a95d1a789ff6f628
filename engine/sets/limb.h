// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <glm/geometric.hpp>
#include <glm/vec3.hpp>

#include <array>

namespace rushes::sets {

/// A leg of three bones from its root to the foot: the root stays, the foot goes to `target` or as near as it reaches, the joints between
/// bend further to the side to which they are bent (FABRIK, Aristidou and Lasenby 2011).
inline std::array<glm::dvec3, 4> bentTo(std::array<glm::dvec3, 4> joints, const glm::dvec3& target) {
    const glm::dvec3 root = joints[0];
    std::array<double, 3> length;
    for (std::size_t i = 0; i < 3; ++i) length[i] = glm::distance(joints[i], joints[i + 1]);
    if (glm::distance(joints[3], target) < 1e-9) return joints;
    const double before = glm::distance(joints[3], root), now = glm::distance(target, root);
    const glm::dvec3 line = joints[3] - root;
    for (std::size_t i = 1; i < 3; ++i) { // a shorter way bends what is bent
        const glm::dvec3 off = joints[i] - root - line * (glm::dot(joints[i] - root, line) / glm::dot(line, line));
        if (now < before) joints[i] += off * (2.5 * (before - now) / before);
    }
    for (int round = 0; round < 12; ++round) {
        joints[3] = target;
        for (std::size_t i = 3; i-- > 0;) joints[i] = joints[i + 1] + glm::normalize(joints[i] - joints[i + 1]) * length[i];
        joints[0] = root;
        for (std::size_t i = 0; i < 3; ++i) joints[i + 1] = joints[i] + glm::normalize(joints[i + 1] - joints[i]) * length[i];
    }
    return joints;
}

} // namespace rushes::sets
