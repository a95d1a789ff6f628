// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/figures/baked_data.h"

#include <array>

namespace rushes::figures {

/// Samples a clip in its source's size. A looping clip's seam error is spread over the cycle, half to each end, so that
/// it neither pops nor curves; only the turning clips gain heading.
class ClipReader {
public:
    explicit ClipReader(const Clip& clip);

    double seconds() const { return m_seconds; }
    float turnDegrees() const { return m_turnDegrees; }
    const glm::vec3& travel() const { return m_travel; } ///< of one cycle on the source skeleton, y 0
    /// Root relative to where it began on the floor; within one cycle.
    ClipFrame at(double seconds) const;

private:
    ClipFrame raw(double seconds) const;

    const Clip& m_clip;
    double m_seconds = 0;
    float m_turnDegrees = 0;
    glm::vec3 m_travel{0}, m_start{0};
    std::array<glm::quat, 9> m_turnError{};
    std::array<float, 4> m_bendError{};
    float m_heightError = 0;
};

/// The clip's local turns on the figures' bones, with relaxed hands.
BodyPose poseOf(const ClipFrame& frame);

/// Heel, ball and toe of the source skeleton.
std::array<glm::vec3, 3> sourceSoles(const ClipFrame& frame, int side);
/// Hip to floor on the source skeleton, metres.
constexpr float sourceLeg = 0.421546f + 0.40987f + 0.05f;

} // namespace rushes::figures
