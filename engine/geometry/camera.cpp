// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/geometry/camera.h"

#include <glm/geometric.hpp>
#include <glm/gtc/matrix_access.hpp>

#include <cmath>

namespace rushes::geometry {

glm::vec3 Camera::forward() const { return glm::cross(up, right); }
float Camera::verticalFov() const { return 2 * std::atan(sensorHeightMm / (2 * focalMm)); }
float Camera::horizontalFov() const { return 2 * std::atan(sensorWidthMm / (2 * focalMm)); }

glm::mat4 Camera::viewMatrix() const {
    const glm::vec3 back = -forward();
    glm::mat4 m(1.0f);
    m = glm::row(m, 0, glm::vec4(right, -glm::dot(right, eye)));
    m = glm::row(m, 1, glm::vec4(up, -glm::dot(up, eye)));
    m = glm::row(m, 2, glm::vec4(back, -glm::dot(back, eye)));
    return m;
}

glm::mat4 Camera::projectionMatrix(float nearM) const {
    glm::mat4 m(0.0f);
    m[0][0] = 2 * focalMm / sensorWidthMm;
    m[1][1] = -2 * focalMm / sensorHeightMm;
    m[2][3] = -1;
    m[3][2] = nearM;
    return m;
}

std::optional<glm::vec3> Camera::project(const glm::vec3& world, glm::ivec2 size) const {
    const glm::vec3 d = world - eye;
    const float z = glm::dot(d, forward());
    if (z <= 1e-4f) return std::nullopt;
    const float x = glm::dot(d, right) / z * focalMm / sensorWidthMm, y = glm::dot(d, up) / z * focalMm / sensorHeightMm;
    return glm::vec3((0.5f + x) * float(size.x), (0.5f - y) * float(size.y), z);
}

Camera Camera::lookAt(const glm::vec3& eye, const glm::vec3& target, float rollRadians) {
    Camera camera;
    camera.eye = eye;
    const glm::vec3 forward = glm::normalize(target - eye);
    const glm::vec3 level = std::abs(forward.y) > 0.9999f ? glm::vec3(1, 0, 0) : glm::normalize(glm::cross(forward, glm::vec3(0, 1, 0)));
    const glm::vec3 top = glm::cross(level, forward);
    camera.right = level * std::cos(rollRadians) + top * std::sin(rollRadians);
    camera.up = glm::cross(camera.right, forward);
    camera.focusM = glm::length(target - eye);
    return camera;
}

void Camera::fitSensor(int width, int height) { sensorHeightMm = sensorWidthMm * float(height) / float(width); }

} // namespace rushes::geometry
