// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/result.h"
#include "engine/geometry/mesh.h"

#include <cstdint>
#include <vector>

namespace rushes::render {

/// How many variants the detail shader of an eye and of hair chooses among, after the surface itself.
constexpr std::uint32_t kEyeVariants = 4;  // rim, iris, pupil, highlight
constexpr std::uint32_t kHairVariants = 1; // stroke

struct PackedVertex {
    glm::vec3 position;
    std::uint32_t word; ///< oct normal | surface
};

struct PackedDetailVertex {
    glm::vec3 position;
    std::uint32_t word;
    glm::vec2 detail;
    std::uint32_t variants; ///< number of the surface's first variant
};

/// Index counts in the order they lie in the index list. Casters of shadows are one run: flatCast, smoothCast, detailCast.
struct PackedCounts {
    std::uint32_t flatPlain = 0, flatCast = 0, smoothCast = 0;
    std::uint32_t detailCast = 0; ///< for the shadow only; drawn from the detail vertices
    std::uint32_t smoothPlain = 0;
    std::uint32_t eyes = 0, hair = 0; ///< in the detail index list
};

/// What stays of a mesh while it is bent: its triangles, sorted into runs.
struct PackedTopology {
    struct Detail {
        std::uint32_t position; ///< of the mesh
        std::uint32_t variants; ///< as PackedDetailVertex has it
    };
    std::vector<std::uint32_t> indices, detailIndices;
    std::vector<Detail> details;        ///< the detail vertices
    std::vector<std::uint8_t> closed;   ///< of each triangle of `indices`, see geometry::closedTriangles(); empty where the mesh does not say
    std::vector<std::uint32_t> sources; ///< of each triangle of `indices`: its number in the mesh
    PackedCounts counts;
    std::uint32_t vertices = 0;
};

/// One entry a surface: number of its first variant, or 0. `total` becomes surfaces + variants.
std::vector<std::uint32_t> variantsOf(const geometry::Mesh& mesh, const std::vector<geometry::Material>& materials, std::uint32_t& total);

/// A mesh whose maker says which of its triangles are `closed` will be bent: its faces are all taken to be curved. Fails as
/// `badInput` when the mesh's lists contradict each other.
Result<PackedTopology> packTopology(const geometry::Mesh& mesh, const std::vector<geometry::Material>& materials);

/// topology.vertices of them, and as many as there are details. The mesh has as many positions as the one that `topology` is of.
void packVertices(const geometry::Mesh& mesh, const PackedTopology& topology, PackedVertex* vertices, PackedDetailVertex* details);

} // namespace rushes::render
