// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/render/packed_mesh.h"

#include "engine/render/oct_normal.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace rushes::render {
namespace {

using geometry::DetailKind;

/// Triangles are sorted into these runs.
enum Run : std::uint8_t { flatPlain, flatCast, smoothCast, detailCast, smoothPlain, runs };

Result<void> check(const geometry::Mesh& mesh, const std::vector<geometry::Material>& materials) {
    const auto bad = [](const char* what) { return fail(ErrorCategory::badInput, std::string("A mesh cannot be drawn: ") + what, "This is a defect of what made the mesh"); };
    const std::size_t n = mesh.positions.size();
    if (mesh.normals.size() != n || mesh.surfaceOf.size() != n) return bad("positions, normals and surfaces differ in number");
    if (!mesh.detail.empty() && mesh.detail.size() != n) return bad("detail and positions differ in number");
    if (mesh.indices.size() % 3) return bad("its indices are no whole triangles");
    if (mesh.closed && mesh.closed->size() != mesh.triangles()) return bad("closed and triangles differ in number");
    if (mesh.surfaces.size() > 65535) return bad("more than 65,535 surfaces");
    const auto beyond = [](const auto& list, std::size_t limit) { return !list.empty() && *std::max_element(list.begin(), list.end()) >= limit; };
    if (beyond(mesh.indices, n)) return bad("an index points past the positions");
    if (beyond(mesh.surfaceOf, mesh.surfaces.size())) return bad("a position names a surface that is not there");
    for (const auto& surface : mesh.surfaces)
        if (surface.material >= materials.size()) return bad("a surface names a material that is not there");
    return {};
}

struct SurfaceClass {
    bool casts = true;
    DetailKind detail = DetailKind::none;
};

std::vector<SurfaceClass> classify(const geometry::Mesh& mesh, const std::vector<geometry::Material>& materials) {
    std::vector<SurfaceClass> classes;
    classes.reserve(mesh.surfaces.size());
    for (const auto& surface : mesh.surfaces) {
        const auto& material = materials[surface.material];
        classes.push_back({material.castsShadow, mesh.detail.empty() ? DetailKind::none : material.detail});
    }
    return classes;
}

bool isFlat(const geometry::Mesh& mesh, const std::uint32_t* corner) {
    const auto word = [&](std::uint32_t i) { return octWord(mesh.normals[i].x, mesh.normals[i].y, mesh.normals[i].z); };
    const std::uint32_t first = word(corner[0]);
    return word(corner[1]) == first && word(corner[2]) == first;
}

Run runOf(const geometry::Mesh& mesh, const SurfaceClass& surface, const std::uint32_t* corner) {
    if (surface.detail != DetailKind::none) return detailCast;
    if (!mesh.closed && isFlat(mesh, corner)) return surface.casts ? flatCast : flatPlain;
    return surface.casts ? smoothCast : smoothPlain;
}

void addDetail(const geometry::Mesh& mesh, const std::vector<geometry::Material>& materials, const std::vector<SurfaceClass>& classes, PackedTopology& packed) {
    std::uint32_t total = 0;
    const auto variants = variantsOf(mesh, materials, total);
    std::vector<std::uint32_t> newIndex(mesh.positions.size(), 0); // 0: not copied yet
    for (const auto kind : {DetailKind::eye, DetailKind::hair}) {
        const std::size_t before = packed.detailIndices.size();
        for (const std::uint32_t i : mesh.indices) {
            const std::uint16_t surface = mesh.surfaceOf[i];
            if (classes[surface].detail != kind) continue;
            if (newIndex[i] == 0) {
                packed.details.push_back({i, variants[surface]});
                newIndex[i] = std::uint32_t(packed.details.size());
            }
            packed.detailIndices.push_back(newIndex[i] - 1);
        }
        (kind == DetailKind::eye ? packed.counts.eyes : packed.counts.hair) = std::uint32_t(packed.detailIndices.size() - before);
    }
}

/// Triangles in the order of their runs.
void sortTriangles(const geometry::Mesh& mesh, const std::vector<SurfaceClass>& classes, PackedTopology& packed) {
    std::vector<std::uint8_t> runOfTriangle(mesh.triangles());
    std::array<std::uint32_t, runs> counts{}, next{};
    for (std::size_t t = 0; t < runOfTriangle.size(); ++t) {
        const auto* corner = &mesh.indices[t * 3];
        runOfTriangle[t] = runOf(mesh, classes[mesh.surfaceOf[corner[0]]], corner);
        counts[runOfTriangle[t]] += 3;
    }
    for (int run = 1; run < runs; ++run) next[run] = next[run - 1] + counts[run - 1];
    packed.indices.resize(mesh.indices.size());
    packed.sources.resize(mesh.triangles());
    for (std::size_t t = 0; t < runOfTriangle.size(); ++t) {
        auto& at = next[runOfTriangle[t]];
        packed.sources[at / 3] = std::uint32_t(t);
        for (int k = 0; k < 3; ++k) packed.indices[at++] = mesh.indices[t * 3 + k];
    }
    packed.counts = {counts[flatPlain], counts[flatCast], counts[smoothCast], counts[detailCast], counts[smoothPlain], 0, 0};
}

} // namespace

std::vector<std::uint32_t> variantsOf(const geometry::Mesh& mesh, const std::vector<geometry::Material>& materials, std::uint32_t& total) {
    total = std::uint32_t(mesh.surfaces.size());
    std::vector<std::uint32_t> first(mesh.surfaces.size(), 0);
    if (mesh.detail.empty()) return first;
    for (std::size_t i = 0; i < first.size(); ++i) {
        const auto kind = materials[mesh.surfaces[i].material].detail;
        if (kind == DetailKind::none) continue;
        first[i] = total;
        total += kind == DetailKind::eye ? kEyeVariants : kHairVariants;
    }
    return first;
}

Result<PackedTopology> packTopology(const geometry::Mesh& mesh, const std::vector<geometry::Material>& materials) {
    if (auto ok = check(mesh, materials); !ok) return fail(ok.error());
    PackedTopology packed;
    packed.vertices = std::uint32_t(mesh.positions.size());
    const auto classes = classify(mesh, materials);
    sortTriangles(mesh, classes, packed);
    if (packed.counts.detailCast) addDetail(mesh, materials, classes, packed);
    if (!mesh.closed) return packed;
    packed.closed.reserve(packed.sources.size());
    for (const std::uint32_t triangle : packed.sources) packed.closed.push_back((*mesh.closed)[triangle]);
    return packed;
}

void packVertices(const geometry::Mesh& mesh, const PackedTopology& topology, PackedVertex* vertices, PackedDetailVertex* details) {
    for (std::size_t i = 0; i < topology.vertices; ++i) vertices[i] = {mesh.positions[i], octWord(mesh.normals[i].x, mesh.normals[i].y, mesh.normals[i].z) | mesh.surfaceOf[i]};
    for (const auto& detail : topology.details) {
        const std::uint32_t i = detail.position;
        *details++ = {mesh.positions[i], octWord(mesh.normals[i].x, mesh.normals[i].y, mesh.normals[i].z) | mesh.surfaceOf[i], mesh.detail[i], detail.variants};
    }
}

} // namespace rushes::render
