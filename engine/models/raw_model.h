// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/result.h"
#include "engine/models/model.h"

#include <glm/vec2.hpp>

#include <array>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace rushes::models {

/// Pixels of a picture on a surface, sRGB and opacity, 0..255, rows from the top.
struct Texture {
    int width = 0, height = 0;
    std::vector<std::uint8_t> rgba;
};

struct RawMaterial {
    std::string name;
    glm::vec3 colour{0.8f}; ///< sRGB 0..1; multiplies the texture
    bool emits = false;
    int texture = -1;
};

/// A file's triangles as they came, in its own units and axes, instances set down, skins in their rest pose.
struct RawModel {
    struct Triangle {
        std::array<std::uint32_t, 3> corner;
        std::uint32_t part = 0, material = 0;
    };
    std::vector<glm::vec3> positions;
    std::vector<glm::vec2> uv;   ///< one a point; v from the top
    std::vector<Shares> shares;  ///< one a point where there are joints
    std::vector<Triangle> triangles;
    std::vector<RawMaterial> materials;
    std::vector<Texture> textures;
    std::vector<std::string> parts;
    std::vector<Joint> joints;
    std::vector<std::string> notes;
    std::optional<double> metresPerUnit; ///< what the file itself says
    std::optional<char> up;              ///< 'x', 'y' or 'z', as the file says

    geometry::Bounds bounds() const;
};

/// Reads glTF, GLB, VRM, FBX or OBJ with assimp. Runs inside a child (see confined_child.h): a broken file may crash it. Opens files of
/// the model's own folder and below alone. badInput with what is wrong.
Result<RawModel> readScene(const std::filesystem::path& file);

/// Textures become plain colours: each material splits into the few colours that its triangles show. Fully clear triangles go.
void paintPlain(RawModel& raw);

} // namespace rushes::models
