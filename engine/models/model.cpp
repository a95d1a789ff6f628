// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/models/model.h"

#include <algorithm>

namespace rushes::models {

geometry::Mesh Model::level(std::size_t index, std::vector<std::uint32_t>* kept) const {
    const auto& indices = index == 0 || coarser.empty() ? mesh.indices : coarser[std::min(index, coarser.size()) - 1];
    geometry::Mesh out;
    constexpr std::uint32_t none = 0xffffffffu;
    std::vector<std::uint32_t> place(mesh.positions.size(), none);
    for (const auto i : indices) {
        if (place[i] == none) {
            place[i] = std::uint32_t(out.positions.size());
            out.positions.push_back(mesh.positions[i]);
            out.normals.push_back(mesh.normals[i]);
            out.surfaceOf.push_back(mesh.surfaceOf[i]);
            if (kept) kept->push_back(i);
        }
        out.indices.push_back(place[i]);
    }
    out.surfaces = mesh.surfaces;
    out.measure();
    return out;
}

std::string_view name(Use use) { return use == Use::figure ? "figure" : use == Use::prop ? "prop" : "place"; }

} // namespace rushes::models
