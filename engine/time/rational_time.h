// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/time/frame_rate.h"

namespace rushes::time {

/// A point or length in time: `value` frames at `rate`. The names follow OpenTimelineIO. Comparing is exact, across rates too.
struct RationalTime {
    std::int64_t value = 0;
    FrameRate rate;

    /// The same moment at another rate, rounded to the nearest frame there (half away from zero).
    RationalTime rescaledTo(FrameRate other) const;
    /// For display and for hardware clocks only.
    double seconds() const { return double(value) * rate.den / rate.num; }

    friend std::strong_ordering operator<=>(const RationalTime& a, const RationalTime& b);
    friend bool operator==(const RationalTime& a, const RationalTime& b) { return (a <=> b) == 0; }
    /// In the rate of the left side; the right side is rescaled.
    friend RationalTime operator+(const RationalTime& a, const RationalTime& b);
    friend RationalTime operator-(const RationalTime& a, const RationalTime& b);
};

/// Frames from seconds, rounded to the nearest. For what is measured in seconds at birth: reading speed, sound.
RationalTime fromSeconds(double seconds, FrameRate rate);

/// [start, start + duration): the end is exclusive.
struct TimeRange {
    RationalTime start;
    RationalTime duration;

    RationalTime endExclusive() const { return start + duration; }
    bool contains(const RationalTime& t) const { return start <= t && t < endExclusive(); }
    bool overlaps(const TimeRange& other) const { return start < other.endExclusive() && other.start < endExclusive(); }
    bool operator==(const TimeRange&) const = default;
};

} // namespace rushes::time
