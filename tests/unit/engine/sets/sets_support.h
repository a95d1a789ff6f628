// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/sets/set_library.h"

#include <catch2/catch.hpp>

#include <cmath>

namespace rushes::sets::test {

/// The library that ships, read once for the whole program.
inline const SetLibrary& library() {
    static const auto loaded = [] {
        auto result = SetLibrary::load();
        if (!result) FAIL(result.error().text());
        return *result;
    }();
    return *loaded;
}

/// Empty when the mesh is whole; else what is wrong with it.
inline std::string defect(const geometry::Mesh& m) {
    if (m.positions.size() != m.normals.size() || m.positions.size() != m.surfaceOf.size())
        return "arrays of different length";
    if (m.indices.size() % 3 != 0) return "indices are not triangles";
    for (const auto i : m.indices)
        if (i >= m.positions.size()) return "index out of range";
    for (const auto s : m.surfaceOf)
        if (s >= m.surfaces.size()) return "surface out of range";
    for (std::size_t i = 0; i < m.indices.size(); i += 3)
        if (m.surfaceOf[m.indices[i]] != m.surfaceOf[m.indices[i + 1]] ||
            m.surfaceOf[m.indices[i]] != m.surfaceOf[m.indices[i + 2]])
            return "a triangle with two surfaces";
    for (const auto& p : m.positions)
        if (!std::isfinite(p.x) || !std::isfinite(p.y) || !std::isfinite(p.z)) return "a position that is no number";
    for (const auto& n : m.normals)
        if (!(std::abs(n.x * n.x + n.y * n.y + n.z * n.z - 1) < 1e-3f)) return "a normal that is not unit";
    return {};
}

} // namespace rushes::sets::test
