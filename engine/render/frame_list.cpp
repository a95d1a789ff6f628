// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/render/frame_list.h"

#include <glm/geometric.hpp>

#include <algorithm>
#include <cmath>

namespace rushes::render {
namespace {

struct Frustum {
    glm::vec3 eye, right, up, forward;
    float tanX, tanY, scaleX, scaleY;

    explicit Frustum(const geometry::Camera& camera)
        : eye(camera.eye), right(camera.right), up(camera.up), forward(camera.forward()), tanX(camera.sensorWidthMm / (2 * camera.focalMm)),
          tanY(camera.sensorHeightMm / (2 * camera.focalMm)), scaleX(std::sqrt(1 + tanX * tanX)), scaleY(std::sqrt(1 + tanY * tanY)) {}

    bool shows(const Sphere& s) const {
        const glm::vec3 d = s.centre - eye;
        const float z = glm::dot(d, forward);
        return z + s.radius > kNearM && std::fabs(glm::dot(d, right)) - z * tanX <= s.radius * scaleX && std::fabs(glm::dot(d, up)) - z * tanY <= s.radius * scaleY;
    }
};

struct Candidate {
    const geometry::Instance* instance;
    bool sky;
    float distance;
};

bool removed(const geometry::Instance& instance, const glm::vec3& eye) {
    if (!instance.removablePlane) return false;
    const auto& p = *instance.removablePlane;
    return p.x * eye.x + p.y * eye.y + p.z * eye.z + p.w < 0;
}

bool throwsShadow(const geometry::Instance& instance) {
    return std::any_of(instance.materials->begin(), instance.materials->end(), [](const auto& m) { return m.castsShadow; });
}

std::vector<Candidate> visible(const View& view, const FrameListOptions& options) {
    const Frustum frustum(view.camera);
    std::vector<Candidate> found;
    for (const auto& instance : view.instances) {
        if (removed(instance, view.camera.eye)) continue;
        const Sphere s = sphereOf(instance);
        if (frustum.shows(s)) found.push_back({&instance, false, glm::length(s.centre - view.camera.eye) - s.radius});
    }
    std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.distance < b.distance; });
    if (options.sky)
        for (const auto& instance : *options.sky) found.push_back({&instance, true, 1e9f});
    return found;
}

} // namespace

Sphere sphereOf(const geometry::Instance& instance) {
    geometry::Bounds bounds = instance.mesh->bounds;
    if (bounds.empty())
        for (const auto& p : instance.mesh->positions) bounds.add(p);
    const glm::mat4& m = instance.transform;
    const float scale = std::max({glm::length(glm::vec3(m[0])), glm::length(glm::vec3(m[1])), glm::length(glm::vec3(m[2]))});
    return {glm::vec3(m * glm::vec4(bounds.centre(), 1)), bounds.radius() * scale};
}

glm::mat4 clipOf(const glm::mat4& viewProjection, const geometry::Instance& instance) {
    glm::mat4 clip = viewProjection * instance.transform;
    const float nearer = 1 + 1e-6f * float(std::min<int>(instance.object, 500));
    for (int column = 0; column < 4; ++column) clip[column][2] *= nearer;
    return clip;
}

glm::mat3 normalMatrix(const glm::mat4& m) {
    const glm::vec3 a(m[0]), b(m[1]), c(m[2]);
    const float turn = glm::dot(glm::cross(a, b), c) < 0 ? -1.0f : 1.0f;
    const glm::vec3 x = glm::cross(b, c) * turn, y = glm::cross(c, a) * turn, z = glm::cross(a, b) * turn; // columns of the cofactor matrix
    return {{x.x, y.x, z.x}, {x.y, y.y, z.y}, {x.z, y.z, z.z}};
}

Result<FrameList> listFrame(const View& view, const FrameListOptions& options, MeshStore& store, SurfaceTable& table) {
    table.clear();
    FrameList list;
    const glm::ivec2 size(view.width, view.height);
    for (const auto& candidate : visible(view, options)) {
        DrawItem item{candidate.instance, {}, 0, false};
        auto place = store.place(candidate.instance->mesh, candidate.instance->materials);
        if (!place) return fail(place.error());
        item.place = *place;
        SurfaceTable::Placement placement{candidate.instance, candidate.sky, {}};
        if (candidate.instance->figure)
            if (const auto p = view.camera.project(glm::vec3(candidate.instance->transform[3]), size)) placement.anchor = glm::vec2(*p);
        item.firstId = table.add(placement, view, item.collapsed);
        list.seen.push_back(item);
    }
    if (!options.shadows) return list;
    for (const auto& instance : view.instances) {
        const Sphere s = sphereOf(instance);
        if (!throwsShadow(instance) || glm::length(s.centre - view.heart) - s.radius > view.shadowRadiusM * 1.5f) continue;
        auto place = store.place(instance.shadowMesh ? instance.shadowMesh : instance.mesh, instance.materials);
        if (!place) return fail(place.error());
        (instance.figure || instance.moves ? list.moving : list.standing).push_back({&instance, *place, 0, false});
    }
    return list;
}

} // namespace rushes::render
