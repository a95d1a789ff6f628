// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/time/rational_time.h"

namespace rushes::time {

enum class DropFrame { no, yes };

/// Timecode as printed on a slate: HH:MM:SS:FF, with ';' before the frames when it drops. Hours may run past 24 and negative times
/// carry a sign, so that nothing wraps silently.
/// Counting follows SMPTE ST 12-1: drop-frame at 29.97 skips labels 0 and 1 (59.94: 0 to 3) of each minute not divisible by ten.
struct Timecode {
    std::int64_t frames = 0; ///< real frames from 00:00:00:00
    FrameRate rate;
    DropFrame drop = DropFrame::no;

    std::string text() const;
    RationalTime time() const { return {frames, rate}; }

    /// Reads HH:MM:SS:FF (or ;FF, .FF for drop). Refuses labels that drop-frame skips, frames ≥ the nominal rate, minutes or
    /// seconds ≥ 60, and a drop-frame separator at a rate without drop-frame.
    static Result<Timecode> parse(std::string_view text, FrameRate rate);
};

/// What the slate shows for a time of the sequence that starts at `start`.
Timecode timecodeAt(const RationalTime& time, const Timecode& start);

} // namespace rushes::time
