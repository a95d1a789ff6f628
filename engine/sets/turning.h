// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace rushes::sets {

/// What makes a part of a prop turn.
struct Turning {
    enum class By {
        way,   ///< a wheel: `amount` metres of way are a turn of one radian
        time,  ///< a rotor: `amount` degrees a second while it runs
        swing, ///< a pendulum: `amount` degrees to either side, in `seconds`
    };
    By by = By::way;
    double amount = 1, seconds = 1;
    bool always = false; ///< also when nobody drives it: a clock's hands, a windmill's sails
};

} // namespace rushes::sets
