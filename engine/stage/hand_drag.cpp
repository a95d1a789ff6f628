// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/stage/hand_drag.h"

#include <glm/geometric.hpp>
#include <glm/gtc/constants.hpp>

#include <algorithm>
#include <cmath>

namespace rushes::stage {
namespace {

constexpr float kFarthestFloor = 200, kNearest = 0.3f; ///< metres
const float kSteepest = glm::radians(85.0f);

/// Of the picture's middle 1, its edges at tan of half the angle of view.
glm::vec3 sight(const geometry::Camera& camera, const glm::vec2& place) {
    const float x = (place.x - 0.5f) * camera.sensorWidthMm / camera.focalMm, y = (0.5f - place.y) * camera.sensorHeightMm / camera.focalMm;
    return camera.forward() + camera.right * x + camera.up * y;
}

struct Angles {
    float yaw, pitch; ///< radians
};
Angles anglesOf(const glm::vec3& d) { return {std::atan2(d.x, d.z), std::atan2(d.y, std::hypot(d.x, d.z))}; }
glm::vec3 direction(const Angles& a) { return {std::sin(a.yaw) * std::cos(a.pitch), std::sin(a.pitch), std::cos(a.yaw) * std::cos(a.pitch)}; }

} // namespace

std::optional<glm::vec3> floorUnder(const geometry::Camera& camera, const glm::vec2& place, float height) {
    const glm::vec3 ray = sight(camera, place);
    if (std::abs(ray.y) < 1e-4f) return std::nullopt;
    const float way = (height - camera.eye.y) / ray.y;
    if (way <= 0 || way * glm::length(ray) > kFarthestFloor) return std::nullopt;
    return camera.eye + ray * way;
}

HandCamera turned(const HandCamera& by, const geometry::Camera& seen, const glm::vec2& from, const glm::vec2& to) {
    const Angles a = anglesOf(sight(seen, from)), b = anglesOf(sight(seen, to));
    const glm::vec3 way = by.target - by.eye;
    Angles now = anglesOf(way);
    now.yaw += a.yaw - b.yaw;
    now.pitch = std::clamp(now.pitch + a.pitch - b.pitch, -kSteepest, kSteepest);
    return {by.eye, by.eye + direction(now) * glm::length(way), by.lensMm};
}

HandCamera trucked(const HandCamera& by, const geometry::Camera& seen, const glm::vec2& from, const glm::vec2& to, float floor) {
    const float far = std::max(kNearest, glm::distance(by.eye, by.target));
    glm::vec3 move = (sight(seen, from) - sight(seen, to)) * far;
    move.y = std::max(move.y, floor - by.eye.y);
    return {by.eye + move, by.target + move, by.lensMm};
}

HandCamera orbited(const HandCamera& by, const glm::vec2& from, const glm::vec2& to, float floor) {
    const glm::vec3 way = by.eye - by.target;
    Angles now = anglesOf(way);
    now.yaw -= (to.x - from.x) * glm::pi<float>();
    now.pitch = std::clamp(now.pitch + (to.y - from.y) * glm::half_pi<float>(), -kSteepest, kSteepest);
    glm::vec3 eye = by.target + direction(now) * glm::length(way);
    eye.y = std::max(eye.y, floor);
    return {eye, by.target, by.lensMm};
}

HandCamera dollied(const HandCamera& by, float share) {
    const glm::vec3 way = by.target - by.eye;
    const float far = glm::length(way), left = std::max(kNearest, far * (1 - share));
    return far < 1e-3f ? by : HandCamera{by.target - way * (left / far), by.target, by.lensMm};
}

} // namespace rushes::stage
