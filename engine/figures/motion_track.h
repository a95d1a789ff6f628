// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/figures/baked_data.h"
#include "engine/figures/skeleton.h"

#include <array>
#include <string>
#include <vector>

namespace rushes::figures {

/// A motion clip fitted to one body: 60 frames a second, feet held where the source's feet stand.
class MotionTrack {
public:
    static MotionTrack fit(const Clip& clip, const Skeleton& skeleton);

    bool loops() const { return m_loops; }
    double seconds() const { return m_seconds; }        ///< of one cycle at natural pace
    double speed() const { return m_speed; }            ///< metres a second along the way it travels
    float turnDegrees() const { return m_turnDegrees; } ///< heading gained in one cycle, left positive
    glm::vec3 travel() const { return m_travel; }       ///< metres of one cycle, y 0

    /// How a gait is played at another speed: clips faster or slower, and strides longer or shorter.
    struct Pace {
        double rate = 1;   ///< clip seconds a second
        double stride = 1; ///< factor on the way of one cycle
    };
    Pace paceFor(double metresPerSecond) const;

    /// The pose at a time of the clip. The way of a gait is taken out: the caller moves the figure by stride * travel()
    /// a cycle. A clip that does not loop holds its last frame.
    BodyPose at(const Skeleton& skeleton, double clipSeconds, double stride) const;

    /// Whether heel, ball and toe of a side stand at frame i; for measuring.
    const std::array<bool, 3>& contact(int side, std::size_t frame) const {
        return m_frames[frame].contact[std::size_t(side)];
    }
    std::size_t frames() const { return m_frames.size(); }

private:
    struct Frame {
        BodyPose pose;                     ///< root still travels
        std::array<glm::vec3, 2> ankle{};  ///< where the ankles have to be
        std::array<glm::vec3, 2> anchor{}; ///< where the feet are held
        std::array<std::array<bool, 3>, 2> contact{};
    };
    void holdFeet(const Skeleton& skeleton, const std::vector<std::array<std::array<glm::vec3, 3>, 2>>& source);
    Frame wrapped(long frame) const;

    std::vector<Frame> m_frames;
    bool m_loops = false;
    double m_seconds = 1, m_speed = 0;
    float m_turnDegrees = 0;
    glm::vec3 m_travel{0};
};

} // namespace rushes::figures
