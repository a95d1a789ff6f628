// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace rushes::brush {

/// The pressure of a hand that has no pen: a mouse that moves slowly presses, a quick one lifts, and a stroke starts thin. One stroke.
class HandPressure {
public:
    /// The pressure, 0..1, at the next point of the stroke. `travelled`: since the last one, in pixels of the screen, so that zooming in
    /// changes nothing; `seconds` since then.
    float next(float travelled, double seconds);

private:
    float m_speed = 0; ///< smoothed, pixels a second
    double m_time = 0; ///< since the stroke began
};

} // namespace rushes::brush
