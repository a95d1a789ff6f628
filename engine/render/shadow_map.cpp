// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/render/shadow_map.h"

#include <glm/geometric.hpp>

#include <algorithm>
#include <cmath>

namespace rushes::render {
namespace {

constexpr float kDepthPadM = 80; // a tower outside the radius still throws its shadow in

ShadowFrame basis(const glm::vec3& toSun) {
    ShadowFrame frame;
    const glm::vec3 light = glm::length(toSun) > 1e-4f ? glm::normalize(toSun) : glm::vec3(0, 1, 0);
    frame.right = glm::normalize(glm::cross(light, std::fabs(light.y) > 0.999f ? glm::vec3(0, 0, 1) : glm::vec3(0, 1, 0.01f)));
    frame.up = glm::cross(frame.right, light);
    frame.away = -light;
    return frame;
}

void place(ShadowFrame& frame, const glm::vec3& centre, float side, float depth, int size) {
    frame.size = size;
    frame.texelsPerM = float(size) / side;
    const float texel = side / float(size);
    frame.lowU = std::floor((glm::dot(centre, frame.right) - side / 2) / texel) * texel;
    frame.lowV = std::floor((glm::dot(centre, frame.up) - side / 2) / texel) * texel;
    frame.lowQ = glm::dot(centre, frame.away) - depth;
    frame.rangeM = depth * 2;
}

} // namespace

glm::mat4 ShadowFrame::clip() const {
    const float k = 2 * texelsPerM / float(size);
    const auto row = [](const glm::vec3& axis, float scale, float low, float offset) { return glm::vec4(axis * scale, -low * scale + offset); };
    const glm::vec4 x = row(right, k, lowU, -1), y = row(up, k, lowV, -1), z = row(away, 1 / rangeM, lowQ, 0);
    return glm::mat4(x.x, y.x, z.x, 0, x.y, y.y, z.y, 0, x.z, y.z, z.z, 0, x.w, y.w, z.w, 1);
}

ShadowFrame standingFrame(const View& view, int size) {
    ShadowFrame frame = basis(view.atmosphere.sunDirection);
    const float radius = std::max(view.shadowRadiusM, 1.0f);
    place(frame, view.heart, radius * 2, radius * 2 + kDepthPadM, size);
    return frame;
}

ShadowFrame movingFrame(const View& view, const std::vector<DrawItem>& moving, int size) {
    ShadowFrame frame = basis(view.atmosphere.sunDirection);
    if (moving.empty()) return frame;
    // Fitted to who is in the picture: the others are still drawn, where they fall inside.
    const auto inPicture = [&](const DrawItem& item) {
        const Sphere s = sphereOf(*item.instance);
        const glm::vec3 d = s.centre - view.camera.eye;
        const float z = glm::dot(d, view.camera.forward()), tangent = view.camera.sensorWidthMm / (2 * view.camera.focalMm);
        return z > -s.radius && std::fabs(glm::dot(d, view.camera.right)) < z * tangent + s.radius * 1.5f;
    };
    const bool any = std::any_of(moving.begin(), moving.end(), inPicture);
    glm::vec3 low(1e30f), high(-1e30f);
    for (const auto& item : moving) {
        if (any && !inPicture(item)) continue;
        const Sphere s = sphereOf(*item.instance);
        const glm::vec3 c(glm::dot(s.centre, frame.right), glm::dot(s.centre, frame.up), glm::dot(s.centre, frame.away));
        low = glm::min(low, c - s.radius);
        high = glm::max(high, c + s.radius);
    }
    const float wanted = std::min(std::max({high.x - low.x, high.y - low.y, 1.0f}), view.shadowRadiusM * 2.5f) * 1.05f;
    const float side = std::exp2(std::ceil(std::log2(wanted) * 4) / 4);
    const glm::vec3 mid = (low + high) * 0.5f;
    const float depth = std::ceil((high.z - low.z) / 2 + 30); // room for those who are not in the picture
    place(frame, frame.right * mid.x + frame.up * mid.y + frame.away * mid.z, side, depth, size);
    frame.lowQ = std::floor(frame.lowQ);
    return frame;
}

} // namespace rushes::render
