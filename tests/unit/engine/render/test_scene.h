// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
//
// Small scenes from code: boxes, balls and capsules with materials. Shared by the renderer's tests and its bench.
#pragma once

#include "engine/render/view.h"

#include <glm/geometric.hpp>
#include <glm/gtc/matrix_transform.hpp>

#include <cmath>
#include <memory>

namespace rushes::render::test {

inline std::shared_ptr<const std::vector<geometry::Material>> materials(std::vector<geometry::Material> list) {
    return std::make_shared<const std::vector<geometry::Material>>(std::move(list));
}

inline geometry::Material plain(float tone) {
    geometry::Material m;
    m.tone = tone;
    m.colour = glm::vec3(0.9f - 0.15f * tone);
    return m;
}

/// A box standing on y = 0, flat normals, one part a face when `faces`.
inline std::shared_ptr<const geometry::Mesh> box(const glm::vec3& size, bool faces = false) {
    auto mesh = std::make_shared<geometry::Mesh>();
    for (int axis = 0; axis < 3; ++axis)
        for (int side = -1; side <= 1; side += 2) {
            glm::vec3 n(0), u(0), v(0);
            n[axis] = float(side);
            u[(axis + 1) % 3] = 1;
            v[(axis + 2) % 3] = float(side);
            const auto first = std::uint32_t(mesh->positions.size());
            const auto surface = std::uint16_t(faces ? mesh->surfaces.size() : 0);
            if (faces || mesh->surfaces.empty()) mesh->surfaces.push_back({surface, 0, 0});
            for (const auto& corner : {-u - v, u - v, u + v, -u + v}) {
                mesh->positions.push_back((n + corner) * 0.5f * size + glm::vec3(0, size.y / 2, 0));
                mesh->normals.push_back(n);
                mesh->surfaceOf.push_back(surface);
            }
            for (const std::uint32_t i : {0u, 1u, 2u, 0u, 2u, 3u}) mesh->indices.push_back(first + i);
        }
    mesh->measure();
    return mesh;
}

/// A capsule or, with height 0, a ball, centred on x and z, lowest point at y = 0, smooth normals.
inline std::shared_ptr<geometry::Mesh> capsule(float radius, float height, int around = 20, int rings = 12) {
    auto mesh = std::make_shared<geometry::Mesh>();
    mesh->surfaces.push_back({0, 0, 0});
    for (int j = 0; j <= rings; ++j) {
        const float a = 3.14159265f * (float(j) / float(rings) - 0.5f);
        for (int i = 0; i <= around; ++i) {
            const float b = 6.2831853f * float(i) / float(around);
            const glm::vec3 n(std::cos(a) * std::sin(b), std::sin(a), std::cos(a) * std::cos(b));
            mesh->positions.push_back(n * radius + glm::vec3(0, radius + (j * 2 > rings ? height : 0), 0));
            mesh->normals.push_back(n);
            mesh->surfaceOf.push_back(0);
        }
    }
    const auto at = [&](int j, int i) { return std::uint32_t(j * (around + 1) + i); };
    for (int j = 0; j < rings; ++j)
        for (int i = 0; i < around; ++i)
            for (const auto index : {at(j, i), at(j, i + 1), at(j + 1, i + 1), at(j, i), at(j + 1, i + 1), at(j + 1, i)}) mesh->indices.push_back(index);
    mesh->measure();
    return mesh;
}

inline geometry::Instance at(std::shared_ptr<const geometry::Mesh> mesh, std::shared_ptr<const std::vector<geometry::Material>> look, const glm::vec3& place,
                             std::uint16_t object) {
    geometry::Instance instance;
    instance.mesh = std::move(mesh);
    instance.materials = std::move(look);
    instance.transform = glm::translate(glm::mat4(1.0f), place);
    instance.object = object;
    return instance;
}

/// Ground, a wall, a box and a figure: object numbers 1 … 4. The camera looks along -Z from (0, 1.6, 6).
inline View smallScene(int width = 160, int height = 90) {
    View view;
    view.width = width;
    view.height = height;
    view.camera = geometry::Camera::lookAt({0, 1.6f, 6}, {0, 1.1f, 0});
    view.shadowRadiusM = 10;
    auto tiled = plain(0);
    tiled.pattern = {geometry::PatternKind::tiles, 0.8f, 0.8f, 1, 0.45f};
    auto red = plain(0);
    red.tinted = true;
    red.colour = {0.8f, 0.25f, 0.2f};
    view.instances.push_back(at(box({20, 0.1f, 20}), materials({tiled}), {0, -0.1f, 0}, 1));
    view.instances.push_back(at(box({20, 4, 0.2f}), materials({plain(1)}), {0, 0, -6}, 2));
    view.instances.push_back(at(box({1, 1, 1}, true), materials({plain(2)}), {-1.4f, 0, 0}, 3));
    view.instances.push_back(at(capsule(0.25f, 1.3f), materials({red}), {1, 0, 0.5f}, 4));
    view.instances.back().figure = true;
    view.instances.back().lineWeight = 1.5f;
    return view;
}

} // namespace rushes::render::test
