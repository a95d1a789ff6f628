// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/result.h"

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace rushes::time {

/// Frames a second as a fraction in lowest terms: 24/1, 24000/1001, 30000/1001.
struct FrameRate {
    std::int32_t num = 24;
    std::int32_t den = 1;

    bool operator==(const FrameRate&) const = default;

    double hz() const { return double(num) / double(den); }
    /// The whole number that timecode counts with: 24 for 23.976, 30 for 29.97, 60 for 59.94.
    int nominal() const { return (num + den / 2) / den; }
    /// Whether drop-frame timecode is defined for it (SMPTE ST 12-1: 29.97 and 59.94).
    bool canDrop() const { return den == 1001 && (num == 30000 || num == 60000); }
    /// "24/1", "24000/1001".
    std::string text() const;

    /// Reads "24", "23.976", "29.97", "24000/1001", "24/1". The decimal names mean their 1001 fractions. Refuses 0, negative,
    /// above 240 and what is not a number.
    static Result<FrameRate> parse(std::string_view text);
    static Result<FrameRate> create(std::int64_t num, std::int64_t den);
};

inline constexpr FrameRate rate23976{24000, 1001}, rate24{24, 1}, rate25{25, 1}, rate2997{30000, 1001}, rate30{30, 1}, rate48{48, 1}, rate50{50, 1},
    rate5994{60000, 1001}, rate60{60, 1};

} // namespace rushes::time
