// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <glm/mat4x4.hpp>
#include <glm/vec2.hpp>
#include <glm/vec3.hpp>

#include <optional>

namespace rushes::geometry {

/// A camera as optics. World in metres, right-handed, Y up; it looks along its own -Z (forward = cross(up, right)).
struct Camera {
    glm::vec3 eye{0, 1.6f, 5};
    glm::vec3 right{1, 0, 0};
    glm::vec3 up{0, 1, 0};
    float focalMm = 35;
    float sensorWidthMm = 24.89f; ///< Super 35; the height follows from the picture's shape
    float sensorHeightMm = 14.0f;
    float focusM = 4;
    float stop = 2.8f;

    glm::vec3 forward() const;
    float verticalFov() const;   ///< radians
    float horizontalFov() const; ///< radians
    glm::mat4 viewMatrix() const;
    /// Reversed-Z, infinite far plane, depth = near / z, Vulkan clip space with Y down.
    glm::mat4 projectionMatrix(float nearM) const;
    /// Pixel position (origin top left) and distance along the view axis; nothing behind the camera.
    std::optional<glm::vec3> project(const glm::vec3& world, glm::ivec2 size) const;

    /// At `eye`, looking at `target`, level horizon, then rolled by `rollRadians` (positive turns the camera counterclockwise).
    static Camera lookAt(const glm::vec3& eye, const glm::vec3& target, float rollRadians = 0);
    /// Sensor height to fit the picture's shape, width kept.
    void fitSensor(int width, int height);
};

} // namespace rushes::geometry
