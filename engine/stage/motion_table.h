// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace rushes::stage {

/// How a motion of the lexicon is played.
struct MotionPlay {
    std::string_view word;   ///< motions.json: "sit_down"
    std::string_view figure; ///< a motion of the figures: "sit"
    std::string_view mood;   ///< of the face, or empty
    bool travels = false;    ///< the person goes somewhere
    bool seated = false;     ///< wants a seat
    bool talks = false;
    bool lies = false;
    float speed = 1.25f;     ///< metres a second when it travels
};

/// The row for a motion; "stand" for one that has none.
const MotionPlay& playOf(std::string_view motion);

} // namespace rushes::stage
