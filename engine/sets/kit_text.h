// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <nlohmann/json.hpp>

#include <cstdint>
#include <map>
#include <optional>
#include <string>

namespace rushes::sets {

/// The files of kits/ before they are read as kits: places that build on others, and fields that are left open.
class KitTexts {
public:
    void add(const std::string& name, nlohmann::json text) { m_texts[name] = std::move(text); }

    /// The kit with what it `extends` put in:
    ///   "extends": "corridor"     every field is the other's unless written here; `env` and `ground` field by field
    ///   "without": ["bench"]      leaves out the other's elements of this type, or that place this prop
    ///   "swap": {"lino": "slab"}  one name for another (materials, props) in the other's elements
    ///   "room": {"h": 4}          fields for the other's first room
    ///   "elements": […]           come after the other's
    /// Throws ReadError when there is no such kit or they go in a circle.
    nlohmann::json whole(const std::string& name) const;

private:
    nlohmann::json whole(const std::string& name, int depth) const;

    std::map<std::string, nlohmann::json> m_texts;
};

/// True when some field is left open: {"any": [a, b, …]} or {"between": [low, high]}.
bool leavesOpen(const nlohmann::json& kit);

/// Closes open fields: by `seed`, each field with a stream of its own, so that editing one never changes another; without a seed the author's
/// (the first choice, the low end of a range). Ranges between whole numbers give whole numbers. Throws ReadError.
nlohmann::json closed(const nlohmann::json& kit, std::optional<std::uint32_t> seed);

} // namespace rushes::sets
