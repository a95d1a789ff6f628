// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/geometry/closed_parts.h"

#include "engine/geometry/welding.h"

#include <glm/geometric.hpp>

#include <algorithm>
#include <numeric>
#include <tuple>

namespace rushes::geometry {
namespace {

using Corners = std::vector<std::uint32_t>;

/// Triangles that grow together along their edges.
class Shells {
public:
    explicit Shells(std::size_t count) : m_parent(count) { std::iota(m_parent.begin(), m_parent.end(), 0u); }
    std::uint32_t of(std::uint32_t i) {
        while (m_parent[i] != i) i = m_parent[i] = m_parent[m_parent[i]];
        return i;
    }
    void join(std::uint32_t a, std::uint32_t b) { m_parent[of(a)] = of(b); }

private:
    Corners m_parent;
};

struct Edge {
    std::uint32_t low, high, triangle;
    int turn; ///< 1 when walked from low to high, else -1
    bool along(const Edge& other) const { return low == other.low && high == other.high; }
};

/// Three a triangle, those between the same corners side by side.
std::vector<Edge> edgesOf(const Mesh& mesh, const Corners& corner) {
    std::vector<Edge> edges;
    edges.reserve(mesh.indices.size());
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3)
        for (std::size_t k = 0; k < 3; ++k) {
            const std::uint32_t a = corner[mesh.indices[i + k]], b = corner[mesh.indices[i + (k + 1) % 3]];
            if (a != b) edges.push_back({std::min(a, b), std::max(a, b), std::uint32_t(i / 3), a < b ? 1 : -1});
        }
    std::sort(edges.begin(), edges.end(), [](const Edge& a, const Edge& b) { return std::tie(a.low, a.high) < std::tie(b.low, b.high); });
    return edges;
}

} // namespace

std::vector<std::uint8_t> closedTriangles(const Mesh& mesh) {
    const Corners corner = welded(mesh.positions);
    const auto edges = edgesOf(mesh, corner);
    Shells shells(mesh.triangles());
    std::vector<std::uint8_t> gap(mesh.triangles(), 0);
    for (std::size_t i = 0; i < edges.size();) {
        int turns = 0;
        std::size_t end = i;
        for (; end < edges.size() && edges[end].along(edges[i]); ++end) {
            turns += edges[end].turn;
            shells.join(edges[i].triangle, edges[end].triangle);
        }
        if (turns != 0) gap[edges[i].triangle] = 1;
        i = end;
    }
    std::vector<std::uint8_t> open(mesh.triangles(), 0), closed(mesh.triangles(), 0);
    std::vector<double> volume(mesh.triangles(), 0.0);
    const auto at = [&](std::size_t i) { return glm::dvec3(mesh.positions[mesh.indices[i]]); };
    for (std::uint32_t t = 0; t < closed.size(); ++t) {
        const std::uint32_t shell = shells.of(t);
        if (gap[t]) open[shell] = 1;
        const glm::dvec3 origin = at(std::size_t(shell) * 3); // near, so that little is lost in rounding
        volume[shell] += glm::dot(at(t * 3) - origin, glm::cross(at(t * 3 + 1) - origin, at(t * 3 + 2) - origin));
    }
    for (std::uint32_t t = 0; t < closed.size(); ++t) closed[t] = !open[shells.of(t)] && volume[shells.of(t)] > -1e-12 ? 1 : 0;
    return closed;
}

} // namespace rushes::geometry
