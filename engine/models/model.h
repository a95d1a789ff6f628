// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/geometry/mesh.h"

#include <glm/vec3.hpp>

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace rushes::models {

/// What a model stands in for.
enum class Use : std::uint8_t { figure, prop, place };

/// Limits that keep one file from taking the machine with it.
namespace limits {
inline constexpr std::uintmax_t fileBytes = 512u << 20;    ///< each of the files that make up one model
inline constexpr std::size_t triangles = 2'000'000;        ///< as read, instances counted
inline constexpr std::size_t nodes = 20'000, depth = 200;  ///< of the file's hierarchy
inline constexpr std::size_t joints = 400;
inline constexpr std::size_t materials = 512;              ///< after textures became plain colours
inline constexpr std::size_t parts = 20'000;
inline constexpr float metres = 20'000;                    ///< from the origin to the farthest point
inline constexpr std::size_t levels = 4;
/// Kept after thinning out.
constexpr std::size_t budget(Use use) { return use == Use::figure ? 24'000 : use == Use::prop ? 16'000 : 120'000; }
} // namespace limits

/// A joint of a skeleton at rest, metres. Parents come first.
struct Joint {
    std::string name;
    int parent = -1;
    glm::vec3 at{0};

    bool operator==(const Joint&) const = default;
};

/// What moves a point: up to four joints with shares that add up to about 255.
struct Shares {
    std::array<std::uint16_t, 4> joint{};
    std::array<std::uint8_t, 4> share{};

    bool operator==(const Shares&) const = default;
};

/// Somebody's own model, ready to be drawn: metres, Y up, facing +Z. A figure or prop stands on y = 0 and is centred; the floor of a
/// place is at y = 0. A plain value.
struct Model {
    std::string source; ///< the file's name without folders
    Use use = Use::prop;
    geometry::Mesh mesh;                             ///< finest level; Surface::part counts in `parts`
    std::vector<std::vector<std::uint32_t>> coarser; ///< triangles over the same points, each level about a third of the one before
    std::vector<geometry::Material> materials;
    std::vector<std::string> parts; ///< names of the file's nodes
    std::vector<Joint> joints;      ///< empty: it has no skeleton
    std::vector<Shares> shares;     ///< one a point where there are joints
    std::vector<std::string> notes; ///< what was guessed, thinned out or left out: sentences for the director
    std::size_t trianglesRead = 0;

    /// One level as a mesh of its own: 0 is `mesh`, the last stands for all beyond. `kept` receives the index of each point in `mesh`.
    geometry::Mesh level(std::size_t index, std::vector<std::uint32_t>* kept = nullptr) const;
};

std::string_view name(Use use);

} // namespace rushes::models
