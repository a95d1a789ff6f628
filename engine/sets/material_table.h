// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/geometry/material.h"
#include "engine/sets/node.h"
#include "engine/sets/soup.h"

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace rushes::sets {

/// kits/_materials.json: name -> material. Every instance of a set uses this one table, or a copy with entries swapped.
class MaterialTable {
public:
    using Shared = std::shared_ptr<const std::vector<geometry::Material>>;

    /// Throws ReadError.
    void read(const Node& file);

    std::uint32_t size() const { return std::uint32_t(m_list.size()); }
    bool has(std::string_view name) const { return m_index.find(name) != m_index.end(); }
    /// The index of a name that the code itself uses; such names are checked when the table is read.
    std::uint32_t operator[](std::string_view name) const;
    /// The index of a name in a file; throws ReadError at that place.
    std::uint32_t index(const Node& name) const;
    const geometry::Material& material(std::uint32_t index) const { return m_list[index]; }
    Remat remat(const Node& table) const;

    /// The table with `remat` applied; `casts` false takes shadows away. Equal requests share one vector.
    Shared shared(const Remat& remat = {}, bool casts = true) const;

private:
    std::vector<geometry::Material> m_list;
    std::map<std::string, std::uint32_t, std::less<>> m_index;
    mutable std::mutex m_mutex;
    mutable std::map<std::pair<Remat, bool>, Shared> m_shared;
};

} // namespace rushes::sets
