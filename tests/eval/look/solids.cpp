// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/eval/look/solids.h"

#include <glm/geometric.hpp>
#include <glm/mat3x3.hpp>
#include <glm/matrix.hpp>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace rushes::eval {
namespace {

using geometry::Mesh;
using glm::vec3;

constexpr int kAround = 48, kRings = 24; ///< fine enough that outlines are smooth at 1280 pixels

/// Puts points of one solid into a mesh.
struct Builder {
    Mesh& mesh;
    const glm::mat4& transform;
    const glm::mat3 turned = glm::transpose(glm::inverse(glm::mat3(transform)));
    std::uint16_t surface = 0;

    std::uint32_t add(const vec3& point, const vec3& normal) {
        mesh.positions.push_back(vec3(transform * glm::vec4(point, 1)));
        mesh.normals.push_back(glm::normalize(turned * normal));
        mesh.surfaceOf.push_back(surface);
        return std::uint32_t(mesh.positions.size() - 1);
    }
    void quad(std::uint32_t a, std::uint32_t b, std::uint32_t c, std::uint32_t d) { mesh.indices.insert(mesh.indices.end(), {a, b, c, a, c, d}); }
};

void addBox(Builder& out, const vec3& half) {
    for (int axis = 0; axis < 3; ++axis)
        for (const float side : {-1.0f, 1.0f}) {
            vec3 normal(0), u(0), v(0);
            normal[axis] = side;
            u[(axis + 1) % 3] = half[(axis + 1) % 3] * side;
            v[(axis + 2) % 3] = half[(axis + 2) % 3];
            const vec3 middle = normal * half;
            const auto a = out.add(middle - u - v, normal), b = out.add(middle + u - v, normal), c = out.add(middle + u + v, normal), d = out.add(middle - u + v, normal);
            out.quad(a, b, c, d);
        }
}

/// A profile from the lower pole to the upper one, turned about y: points (radius, height) with their normals' (outward, upward).
struct Ring {
    float radius, height, outward, upward;
};

void addTurned(Builder& out, const std::vector<Ring>& rings, const vec3& stretch) {
    std::vector<std::uint32_t> before;
    for (const Ring& ring : rings) {
        std::vector<std::uint32_t> row;
        for (int i = 0; i <= kAround; ++i) {
            const float angle = 2 * std::numbers::pi_v<float> * float(i) / kAround, c = std::cos(angle), s = std::sin(angle);
            row.push_back(out.add(vec3(ring.radius * s, ring.height, ring.radius * c) * stretch, vec3(ring.outward * s, ring.upward, ring.outward * c) / stretch));
        }
        for (int i = 0; i < kAround && !before.empty(); ++i) out.quad(before[std::size_t(i)], before[std::size_t(i) + 1], row[std::size_t(i) + 1], row[std::size_t(i)]);
        before = std::move(row);
    }
}

/// Arcs of two balls and the cone that touches both.
std::vector<Ring> coneProfile(const vec3& size) {
    const float low = size.x, high = size.y, length = size.z, lean = std::asin(std::clamp((low - high) / length, -1.0f, 1.0f));
    const float quarter = std::numbers::pi_v<float> / 2;
    std::vector<Ring> rings;
    const auto arc = [&](float radius, float centre, float from, float to) {
        for (int i = 0; i <= kRings / 2; ++i) {
            const float a = from + (to - from) * float(i) / (kRings / 2);
            rings.push_back({radius * std::cos(a), centre + radius * std::sin(a), std::cos(a), std::sin(a)});
        }
    };
    arc(low, 0, -quarter, lean);
    arc(high, length, lean, quarter);
    return rings;
}

std::vector<Ring> ballProfile() {
    std::vector<Ring> rings;
    for (int i = 0; i <= kRings; ++i) {
        const float a = std::numbers::pi_v<float> * (float(i) / kRings - 0.5f);
        rings.push_back({std::cos(a), std::sin(a), std::cos(a), std::sin(a)});
    }
    return rings;
}

std::vector<Ring> cylinderProfile(const vec3& size) {
    return {{0, -size.z, 0, -1}, {size.x, -size.z, 0, -1}, {size.x, -size.z, 1, 0}, {size.x, size.z, 1, 0}, {size.x, size.z, 0, 1}, {0, size.z, 0, 1}};
}

} // namespace

void addSolid(Mesh& mesh, const Solid& solid, const glm::mat4& transform, std::uint32_t part, std::uint32_t material) {
    Builder out{mesh, transform};
    out.surface = std::uint16_t(mesh.surfaces.size());
    mesh.surfaces.push_back({part, material});
    switch (solid.kind) {
    case Solid::Kind::box: return addBox(out, solid.size);
    case Solid::Kind::cone: return addTurned(out, coneProfile(solid.size), vec3(1));
    case Solid::Kind::ellipsoid: return addTurned(out, ballProfile(), solid.size);
    case Solid::Kind::cylinder: return addTurned(out, cylinderProfile(solid.size), vec3(1));
    }
}

} // namespace rushes::eval
