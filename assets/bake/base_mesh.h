// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/result.h"
#include "engine/figures/baked_data.h"

#include <glm/vec2.hpp>

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace rushes::bake {

/// base.obj as it lies in the package: quads by group, UVs per corner.
struct BaseMesh {
    struct Quad {
        std::array<std::uint32_t, 4> vertex{}, uv{};
    };
    std::vector<glm::vec3> vertices; ///< decimetres
    std::vector<glm::vec2> uvs;
    std::map<std::string, std::vector<Quad>> groups;

    static Result<BaseMesh> read(const std::filesystem::path& obj);
    /// The vertices of a group, sorted, each once.
    std::vector<std::uint32_t> verticesOf(const std::string& group) const;
};

/// Which base vertices are kept and where they went; moves of joint cubes count as moves of joint points.
struct Kept {
    std::vector<std::int32_t> newIndex;     ///< by old vertex, -1 when dropped
    std::vector<std::vector<int>> jointsOf; ///< by old vertex: joint points it is a corner of
    std::array<int, figures::jointCount> corners{};
};

/// Fills vertices, groups, full-detail triangles and joints; helper-genital, hair strips and joint cubes are left out.
Result<Kept> keepGroups(const BaseMesh& mesh, figures::BakedData& out);

/// A .target or .target.gz: moves in 1e-4 m by old vertex number, turned into kept points. Moves below `least` are
/// dropped.
Result<figures::CodedTarget> readTarget(const std::filesystem::path& file, const Kept& kept, float leastDm);

/// weights.game_engine.json: the four largest per kept vertex, eyes wholly on their own bones.
Result<void> readWeights(const std::filesystem::path& json, const Kept& kept, figures::BakedData& out);

/// Region parameters of every kept vertex, from joints and weights.
void measureRegions(figures::BakedData& out);

/// faceMask bits of every body triangle, from the grey pictures textures/mpfb_*.jpg at the quad's mean UV.
Result<void> readMasks(const std::filesystem::path& textures, const BaseMesh& mesh, figures::BakedData& out);

/// The fewer-triangle levels of body, tights and skirt.
void decimateLevels(figures::BakedData& out, const std::vector<glm::vec3>& average);

/// Motion clips of the pybullet package, in the figures' axes.
Result<std::vector<figures::Clip>> readClips(const std::filesystem::path& motions);

} // namespace rushes::bake
