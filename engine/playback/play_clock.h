// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/playback/player.h"

#include <chrono>

namespace rushes::playback {

/// Which frame should be on screen: counts from a base, by the steady clock, which is held to the sound where there is some.
class PlayClock {
public:
    using Nanoseconds = std::chrono::nanoseconds;

    void start(Nanoseconds now) {
        m_start = now;
        m_correction = 0;
    }

    /// Holds the clock to the sound heard so far (seconds since the start): small differences are smoothed away, because a device
    /// counts in steps of its buffer; large ones are jumped.
    void follow(double heardSeconds, Nanoseconds now) {
        const double off = heardSeconds - elapsed(now);
        constexpr double jump = 0.08, smooth = 0.05;
        m_correction += off > jump || off < -jump ? off : off * smooth;
    }

    /// Seconds since the start. Never negative.
    double elapsed(Nanoseconds now) const {
        const double seconds = std::chrono::duration<double>(now - m_start).count() + m_correction;
        return seconds > 0 ? seconds : 0;
    }

    /// When `seconds` after the start is, on the steady clock.
    Nanoseconds at(double seconds) const { return m_start + std::chrono::duration_cast<Nanoseconds>(std::chrono::duration<double>(seconds - m_correction)); }

private:
    Nanoseconds m_start{0};
    double m_correction = 0;
};

} // namespace rushes::playback
