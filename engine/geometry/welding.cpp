// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/geometry/welding.h"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace rushes::geometry {

std::vector<std::uint32_t> welded(const std::vector<glm::vec3>& positions) {
    std::vector<std::uint32_t> order(positions.size()), first(positions.size());
    std::iota(order.begin(), order.end(), 0u);
    const auto key = [&](std::uint32_t i) { return std::tuple(positions[i].x, positions[i].y, positions[i].z); };
    std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return key(a) < key(b); });
    for (std::size_t i = 0; i < order.size(); ++i) first[order[i]] = i > 0 && key(order[i]) == key(order[i - 1]) ? first[order[i - 1]] : order[i];
    return first;
}

} // namespace rushes::geometry
