// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/geometry/material.h"
#include "engine/geometry/mesh.h"

#include <map>
#include <string>
#include <vector>

namespace rushes::figures {

/// The materials and ink parts of one figure, by name, so that all levels of detail agree.
class Palette {
public:
    /// The surface of `part` in `material`; an ink line is drawn where the part changes. The first caller's material
    /// stands.
    std::uint16_t surface(const std::string& part, const geometry::Material& material) {
        const auto m = m_materialOf.try_emplace(material.name, std::uint32_t(m_materials.size()));
        if (m.second) m_materials.push_back(material);
        const auto p = m_partOf.try_emplace(part, std::uint32_t(m_partOf.size()) + 1);
        const auto s = m_surfaceOf.try_emplace({p.first->second, m.first->second}, std::uint16_t(m_surfaces.size()));
        if (s.second) m_surfaces.push_back({p.first->second, m.first->second});
        return s.first->second;
    }
    const std::vector<geometry::Material>& materials() const { return m_materials; }
    const std::vector<geometry::Surface>& surfaces() const { return m_surfaces; }

private:
    std::vector<geometry::Material> m_materials;
    std::vector<geometry::Surface> m_surfaces;
    std::map<std::string, std::uint32_t> m_materialOf, m_partOf;
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint16_t> m_surfaceOf;
};

} // namespace rushes::figures
