// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/brush/hand_pressure.h"

#include <algorithm>
#include <cmath>

namespace rushes::brush {

float HandPressure::next(float travelled, double seconds) {
    constexpr double kSettle = 0.06, kStart = 0.08;         // seconds: of the smoothing, of a stroke's thin start
    constexpr float kQuick = 1800, kSlow = 0.85f, kFast = 0.45f, kFirst = 0.35f; // pixels a second; pressures
    const double dt = std::max(seconds, 1e-4);
    const float share = float(1 - std::exp(-dt / kSettle));
    m_speed += (travelled / float(dt) - m_speed) * share;
    m_time += std::max(seconds, 0.0);
    const float held = kSlow + (kFast - kSlow) * std::min(1.0f, m_speed / kQuick);
    const float begun = kFirst + (1 - kFirst) * float(std::min(1.0, m_time / kStart));
    return held * begun;
}

} // namespace rushes::brush
