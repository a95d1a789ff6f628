// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/stage/thing_shape.h"

#include "engine/stage/easing.h"

#include <glm/geometric.hpp>

#include <algorithm>
#include <array>

namespace rushes::stage {
namespace {

struct Triangle {
    glm::vec3 a, b, c;
};

Triangle triangle(const geometry::Mesh& mesh, std::size_t i) {
    return {mesh.positions[mesh.indices[i]], mesh.positions[mesh.indices[i + 1]], mesh.positions[mesh.indices[i + 2]]};
}

/// Height of the triangle over (x, z), when it covers that point.
std::optional<float> heightAt(const Triangle& t, float x, float z) {
    const float d = (t.b.z - t.c.z) * (t.a.x - t.c.x) + (t.c.x - t.b.x) * (t.a.z - t.c.z);
    if (std::abs(d) < 1e-9f) return std::nullopt;
    const float u = ((t.b.z - t.c.z) * (x - t.c.x) + (t.c.x - t.b.x) * (z - t.c.z)) / d;
    const float v = ((t.c.z - t.a.z) * (x - t.c.x) + (t.a.x - t.c.x) * (z - t.c.z)) / d;
    if (u < -1e-4f || v < -1e-4f || u + v > 1.0002f) return std::nullopt;
    return u * t.a.y + v * t.b.y + (1 - u - v) * t.c.y;
}

/// Points of a footprint about the middle, within the prop.
std::array<glm::vec2, 9> footprint(const sets::Prop& prop, const glm::vec2& half) {
    const glm::vec3 middle = prop.mesh->bounds.centre(), size = prop.size;
    const glm::vec2 reach{std::min(half.x, size.x * 0.45f) * 0.8f, std::min(half.y, size.z * 0.45f) * 0.8f};
    std::array<glm::vec2, 9> points;
    for (int i = 0; i < 9; ++i) points[std::size_t(i)] = glm::vec2(middle.x, middle.z) + reach * glm::vec2(float(i % 3 - 1), float(i / 3 - 1));
    return points;
}

} // namespace

float shownArea(const sets::Prop& prop, float scale, float yaw, const glm::vec3& direction) {
    const float a = glm::radians(-yaw);
    const glm::vec3 view{direction.x * std::cos(a) + direction.z * std::sin(a), direction.y, direction.z * std::cos(a) - direction.x * std::sin(a)};
    float both = 0; // a closed surface shows each spot of its outline twice: once in front, once behind
    for (std::size_t i = 0; i < prop.mesh->indices.size(); i += 3) {
        const Triangle t = triangle(*prop.mesh, i);
        both += std::abs(glm::dot(glm::cross(t.b - t.a, t.c - t.a), view)) * 0.5f;
    }
    const float box = prop.size.x * prop.size.y * std::abs(view.z) + prop.size.z * prop.size.y * std::abs(view.x) + prop.size.x * prop.size.z * std::abs(view.y);
    return std::min(both * 0.5f, box) * scale * scale;
}

float presentingYaw(const sets::Prop& prop, reading::SubjectKind kind) {
    const float wish = kind == reading::SubjectKind::animal ? 58.0f : kind == reading::SubjectKind::vehicle ? 48.0f : 26.0f;
    float best = wish, bestScore = -1e9f, most = 1e-6f;
    constexpr float turns[] = {0, 14, 26, 48, 58, 74, 90, -26, -48, -58, -90};
    for (const float turn : turns) most = std::max(most, shownArea(prop, 1, turn, {0, 0, -1}));
    for (const float turn : turns) {
        const float score = shownArea(prop, 1, turn, {0, 0, -1}) / most - 0.3f * std::abs(turn - wish) / 90.0f;
        if (score > bestScore) bestScore = score, best = turn;
    }
    return best;
}

float restHeight(const sets::Prop& prop, float scale, const glm::vec2& half) {
    if (prop.seatHeight && (prop.pose == "sit" || prop.pose == "lie")) return *prop.seatHeight * scale;
    float top = -1;
    const auto points = footprint(prop, half / std::max(scale, 1e-3f));
    for (std::size_t i = 0; i < prop.mesh->indices.size(); i += 3) {
        const Triangle t = triangle(*prop.mesh, i);
        for (const auto& point : points)
            if (const auto y = heightAt(t, point.x, point.y)) top = std::max(top, *y);
    }
    return (top < 0 ? prop.size.y : top) * scale;
}

std::optional<float> clearBelow(const sets::Prop& prop, float scale, const glm::vec2& half) {
    float lowest = 1e9f;
    const auto points = footprint(prop, half / std::max(scale, 1e-3f));
    for (std::size_t i = 0; i < prop.mesh->indices.size(); i += 3) {
        const Triangle t = triangle(*prop.mesh, i);
        for (const auto& point : points)
            if (const auto y = heightAt(t, point.x, point.y)) lowest = std::min(lowest, *y);
    }
    if (lowest > 1e8f || lowest * scale < 0.04f) return std::nullopt;
    return lowest * scale;
}

bool isBoat(std::string_view model) {
    for (const char* word : {"boat", "trawler", "ship", "ferry", "canoe", "yacht"})
        if (model.find(word) != std::string_view::npos) return true;
    return false;
}

bool isTable(const sets::Prop& prop, float scale) {
    const glm::vec3 size = prop.size * scale;
    if (size.y < 0.35f || size.y > 1.2f || std::min(size.x, size.z) < 0.35f || prop.seatHeight) return false;
    float flat = 0;
    for (std::size_t i = 0; i < prop.mesh->indices.size(); i += 3) {
        const Triangle t = triangle(*prop.mesh, i);
        if (std::min({t.a.y, t.b.y, t.c.y}) < prop.size.y * 0.96f) continue;
        const glm::vec3 n = glm::cross(t.b - t.a, t.c - t.a) * 0.5f;
        if (std::abs(n.y) > 0.95f * glm::length(n)) flat += std::abs(n.y);
    }
    return flat > 0.55f * prop.size.x * prop.size.z;
}

} // namespace rushes::stage
