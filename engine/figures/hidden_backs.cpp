// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/figures/hidden_backs.h"

#include <glm/geometric.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace rushes::figures {
namespace {

/// How far one sees in at a rim by level of detail; far away, what lies deeper would cover no pixels.
constexpr std::array<float, 4> kSeenM = {0.25f, 0.25f, 0.12f, 0.06f};

/// The points of edges that belong to one face alone.
std::vector<glm::vec3> rimOf(const Layer& layer) {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> edges;
    edges.reserve(layer.faces.size() * 3);
    for (const Face& f : layer.faces)
        for (std::size_t k = 0; k < 3; ++k) edges.push_back(std::minmax(f[k], f[(k + 1) % 3]));
    std::sort(edges.begin(), edges.end());
    std::vector<std::uint32_t> points;
    for (std::size_t i = 0; i < edges.size();) {
        const std::size_t end = std::size_t(std::upper_bound(edges.begin() + std::ptrdiff_t(i), edges.end(), edges[i]) - edges.begin());
        if (end == i + 1) points.insert(points.end(), {edges[i].first, edges[i].second});
        i = end;
    }
    std::sort(points.begin(), points.end());
    points.erase(std::unique(points.begin(), points.end()), points.end());
    std::vector<glm::vec3> rim;
    for (const auto p : points) rim.push_back(layer.rest[p]);
    return rim;
}

} // namespace

std::vector<std::uint8_t> hiddenBacks(const Layer& layer, int level) {
    std::vector<std::uint8_t> hidden(layer.faces.size(), 0);
    if (!layer.fits || layer.hangs) return hidden;
    if (layer.facial) return std::vector<std::uint8_t>(layer.faces.size(), 1); // skin ends under clothes
    const auto rim = rimOf(layer);
    const float seen = kSeenM[std::size_t(std::clamp(level, 0, 3))];
    std::vector<std::uint8_t> deep(layer.rest.size(), 0);
    for (std::size_t v = 0; v < deep.size(); ++v) {
        float nearest = 1e9f;
        for (const auto& p : rim) nearest = std::min(nearest, glm::dot(p - layer.rest[v], p - layer.rest[v]));
        deep[v] = nearest > seen * seen ? 1 : 0;
    }
    for (std::size_t f = 0; f < hidden.size(); ++f) hidden[f] = deep[layer.faces[f][0]] & deep[layer.faces[f][1]] & deep[layer.faces[f][2]];
    return hidden;
}

} // namespace rushes::figures
