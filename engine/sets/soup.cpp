// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/sets/soup.h"

#include <glm/geometric.hpp>
#include <glm/trigonometric.hpp>

#include <algorithm>
#include <cmath>

namespace rushes::sets {

namespace {

glm::dmat3 rows(double a, double b, double c, double d, double e, double f, double g, double h, double i) {
    return glm::dmat3(glm::dvec3(a, d, g), glm::dvec3(b, e, h), glm::dvec3(c, f, i));
}

constexpr double radian = 3.14159265358979323846 / 180.0;

} // namespace

glm::dmat3 turnY(double degrees) {
    const double c = std::cos(degrees * radian), s = std::sin(degrees * radian);
    return rows(c, 0, s, 0, 1, 0, -s, 0, c);
}

glm::dmat3 turnX(double degrees) {
    const double c = std::cos(degrees * radian), s = std::sin(degrees * radian);
    return rows(1, 0, 0, 0, c, -s, 0, s, c);
}

glm::dmat3 turnZ(double degrees) {
    const double c = std::cos(degrees * radian), s = std::sin(degrees * radian);
    return rows(c, -s, 0, s, c, 0, 0, 0, 1);
}

glm::dmat3 turn(const glm::dvec3& degrees) { return turnY(degrees.y) * turnX(degrees.x) * turnZ(degrees.z); }

Patch& Patch::turned(const glm::dmat3& r) {
    for (auto& p : positions)
        p = r * p;
    for (auto& n : normals)
        n = r * n;
    return *this;
}

Patch& Patch::moved(const glm::dvec3& by) {
    for (auto& p : positions)
        p += by;
    return *this;
}

void Soup::addTo(std::uint32_t part, const Patch& patch, std::uint32_t material) {
    const auto base = std::uint32_t(positions.size());
    positions.insert(positions.end(), patch.positions.begin(), patch.positions.end());
    normals.insert(normals.end(), patch.normals.begin(), patch.normals.end());
    for (const Corner3& t : patch.triangles)
        triangles.push_back({{t[0] + base, t[1] + base, t[2] + base}, material, part});
    parts = std::max(parts, part + 1);
}

void Soup::add(const Patch& patch, std::uint32_t material) {
    if (!patch.triangles.empty()) addTo(parts, patch, material);
}

void Soup::quad(const std::array<glm::dvec3, 4>& corners, const glm::dvec3& normal, std::uint32_t material, int part) {
    const auto base = std::uint32_t(positions.size());
    const std::uint32_t id = part < 0 ? parts : std::uint32_t(part);
    for (const auto& c : corners) {
        positions.push_back(c);
        normals.push_back(normal);
    }
    triangles.push_back({{base, base + 1, base + 2}, material, id});
    triangles.push_back({{base, base + 2, base + 3}, material, id});
    parts = std::max(parts, id + 1);
}

void Soup::merge(const Soup& other, const glm::dmat3& r, const glm::dvec3& at, const glm::dvec3& scale,
                 const Remat* remat) {
    const auto base = std::uint32_t(positions.size());
    const bool mirrored = scale.x * scale.y * scale.z < 0;
    for (const auto& p : other.positions)
        positions.push_back(r * (p * scale) + at);
    for (const auto& n : other.normals) {
        const glm::dvec3 v = r * (n / scale);
        normals.push_back(v / (glm::length(v) + 1e-9));
    }
    for (Triangle t : other.triangles) {
        if (mirrored) std::swap(t.corner[0], t.corner[2]);
        for (auto& c : t.corner)
            c += base;
        t.part += parts;
        if (remat) {
            const auto found = remat->find(t.material);
            if (found != remat->end()) t.material = found->second;
        }
        triangles.push_back(t);
    }
    for (Joint joint : other.joints) {
        joint.first += parts, joint.last += parts;
        joint.centre = r * (joint.centre * scale) + at;
        joint.axis = glm::normalize(r * (joint.axis * scale)) * (mirrored ? -1.0 : 1.0); // an axis of turning keeps its sense in a mirror
        joints.push_back(joint);
    }
    parts += other.parts;
}

glm::dvec3 Soup::low() const {
    glm::dvec3 v(1e30);
    for (const auto& p : positions)
        v = glm::min(v, p);
    return positions.empty() ? glm::dvec3(0) : v;
}

glm::dvec3 Soup::high() const {
    glm::dvec3 v(-1e30);
    for (const auto& p : positions)
        v = glm::max(v, p);
    return positions.empty() ? glm::dvec3(0) : v;
}

std::shared_ptr<const geometry::Mesh> Soup::mesh() const {
    auto mesh = std::make_shared<geometry::Mesh>();
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint16_t> surfaces;
    constexpr std::uint32_t none = ~0u;
    std::vector<std::uint32_t> placed(positions.size(), none); // our vertex -> its first copy in the mesh
    mesh->positions.reserve(positions.size());
    mesh->normals.reserve(positions.size());
    mesh->surfaceOf.reserve(positions.size());
    mesh->indices.reserve(triangles.size() * 3);
    std::map<std::pair<std::uint32_t, std::uint16_t>, std::uint32_t> split;
    // Strips and mirrored shapes come either way round: the normals decide which side is out.
    const auto outwards = [&](const Triangle& t) {
        const auto& [a, b, c] = t.corner;
        const glm::dvec3 n = glm::cross(positions[b] - positions[a], positions[c] - positions[a]);
        return glm::dot(n, normals[a] + normals[b] + normals[c]) < 0 ? Corner3{a, c, b} : t.corner;
    };
    for (const Triangle& t : triangles) {
        auto [it, isNew] =
            surfaces.try_emplace({t.part, t.material}, std::uint16_t(std::min<std::size_t>(surfaces.size(), 65534)));
        if (isNew && mesh->surfaces.size() < 65535) mesh->surfaces.push_back({t.part, t.material});
        for (const std::uint32_t v : outwards(t)) {
            const auto copy = [&] {
                glm::dvec3 n = normals[v];
                const double length = glm::length(n);
                n = length > 1e-9 ? n / length : glm::dvec3(0, 1, 0);
                mesh->positions.push_back(glm::vec3(positions[v]));
                mesh->normals.push_back(glm::vec3(n));
                mesh->surfaceOf.push_back(it->second);
                return std::uint32_t(mesh->positions.size() - 1);
            };
            if (placed[v] == none) {
                placed[v] = copy();
                mesh->indices.push_back(placed[v]);
            } else if (mesh->surfaceOf[placed[v]] == it->second) {
                mesh->indices.push_back(placed[v]);
            } else {
                auto found = split.find({v, it->second});
                if (found == split.end()) found = split.emplace(std::make_pair(v, it->second), copy()).first;
                mesh->indices.push_back(found->second);
            }
        }
    }
    mesh->measure();
    return mesh;
}

} // namespace rushes::sets
