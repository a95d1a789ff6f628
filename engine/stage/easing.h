// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <glm/common.hpp>
#include <glm/trigonometric.hpp>
#include <glm/vec3.hpp>

#include <cmath>
#include <cstdint>
#include <string_view>

namespace rushes::stage {

/// 0..1 with rest at both ends (a dolly starts and stops), clamped.
inline float ease(float t) {
    t = glm::clamp(t, 0.0f, 1.0f);
    return t * t * t * (t * (t * 6 - 15) + 10);
}

/// Unit vector on the floor for a yaw in degrees: 0 is +Z, +90 is +X.
inline glm::vec3 heading(float yawDegrees) {
    const float a = glm::radians(yawDegrees);
    return {std::sin(a), 0, std::cos(a)};
}

/// The yaw in degrees of a direction on the floor.
inline float yawOf(const glm::vec3& direction) { return glm::degrees(std::atan2(direction.x, direction.z)); }

/// The shorter way round from one yaw to another, degrees in -180..180.
inline float turnBetween(float from, float to) {
    const float d = std::fmod(to - from, 360.0f);
    return d > 180 ? d - 360 : d < -180 ? d + 360 : d;
}

/// FNV-1a, so that a name always gives the same seed.
inline std::uint64_t seedOf(std::string_view text, std::uint64_t start = 0xcbf29ce484222325ull) {
    for (const char c : text) start = (start ^ std::uint8_t(c)) * 0x100000001b3ull;
    return start;
}

} // namespace rushes::stage
