// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/render/mesh_store.h"
#include "engine/render/surface_table.h"
#include "engine/render/view.h"

#include <vector>

namespace rushes::render {

constexpr float kNearM = 0.05f;

/// One thing to draw.
struct DrawItem {
    const geometry::Instance* instance = nullptr;
    MeshOnDevice place;
    std::uint32_t firstId = 0;
    bool collapsed = false;
};

/// What of a View is drawn: culled, near to far, numbered; and what throws shadows, split into what stands and what moves.
struct FrameList {
    std::vector<DrawItem> seen;
    std::vector<DrawItem> standing, moving; ///< casters; empty unless asked for
};

struct FrameListOptions {
    bool shadows = true;
    const std::vector<geometry::Instance>* sky = nullptr; ///< clouds and discs, drawn behind everything
};

/// World-space sphere about an instance.
struct Sphere {
    glm::vec3 centre{0};
    float radius = 0;
};
Sphere sphereOf(const geometry::Instance& instance);

/// Clip space of an instance. Where two objects have faces in one plane, the one with the larger number lies on top, by a millionth
/// of the distance a number: they would flicker through each other otherwise.
glm::mat4 clipOf(const glm::mat4& viewProjection, const geometry::Instance& instance);

/// What carries normals through any scaling: its columns times a normal, one each for x, y and z. The result is not unit.
glm::mat3 normalMatrix(const glm::mat4& transform);

Result<FrameList> listFrame(const View& view, const FrameListOptions& options, MeshStore& store, SurfaceTable& table);

} // namespace rushes::render
