// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/geometry/closed_parts.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace rushes::geometry;

namespace {

/// A tetrahedron with corners of its own on every face, as flat faces have; outwards, or inwards.
void addShell(Mesh& mesh, const glm::vec3& place, bool outwards) {
    const glm::vec3 corner[] = {{0, 0, 0}, {1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
    const int faces[4][3] = {{0, 2, 1}, {0, 1, 3}, {0, 3, 2}, {1, 2, 3}};
    for (const auto& face : faces) {
        const auto first = std::uint32_t(mesh.positions.size());
        for (const int k : face) mesh.positions.push_back(place + corner[k]);
        if (outwards) mesh.indices.insert(mesh.indices.end(), {first, first + 1, first + 2});
        else mesh.indices.insert(mesh.indices.end(), {first, first + 2, first + 1});
    }
}

std::vector<std::uint8_t> all(std::size_t count, std::uint8_t value) { return std::vector<std::uint8_t>(count, value); }

} // namespace

TEST_CASE("A shell is closed when it has no gap and faces outwards", "[geometry]") {
    Mesh whole;
    addShell(whole, {5, 2, -3}, true);
    CHECK(closedTriangles(whole) == all(4, 1));
    Mesh hollow;
    addShell(hollow, {5, 2, -3}, false);
    CHECK(closedTriangles(hollow) == all(4, 0));
    Mesh gap = whole;
    gap.indices.resize(9);
    CHECK(closedTriangles(gap) == all(3, 0));
    CHECK(closedTriangles(Mesh{}).empty());
}

TEST_CASE("Shells of one mesh are judged one by one, also where they touch at a corner", "[geometry]") {
    Mesh mesh;
    addShell(mesh, {0, 0, 0}, true);
    addShell(mesh, {1, 0, 0}, true); // its first corner is the other's second
    mesh.indices.resize(mesh.indices.size() - 3);
    const auto closed = closedTriangles(mesh);
    CHECK(std::vector(closed.begin(), closed.begin() + 4) == all(4, 1));
    CHECK(std::vector(closed.begin() + 4, closed.end()) == all(3, 0));
}
