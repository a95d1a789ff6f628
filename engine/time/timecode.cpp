// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/time/timecode.h"

#include <array>
#include <charconv>
#include <cstdio>
#include <cstdlib>

namespace rushes::time {
namespace {

struct Drop {
    std::int64_t perMinute; ///< labels skipped in a minute
    std::int64_t framesInMinute, framesInTenMinutes;
};

Drop dropOf(FrameRate rate) {
    const std::int64_t n = rate.nominal(), d = n / 15;
    return {d, 60 * n - d, 600 * n - 9 * d};
}

/// Real frames → the label's own count, with the skipped labels put in.
std::int64_t labelOf(std::int64_t frames, FrameRate rate) {
    const Drop drop = dropOf(rate);
    const std::int64_t tens = frames / drop.framesInTenMinutes, rest = frames % drop.framesInTenMinutes;
    const std::int64_t minutes = rest < drop.framesInMinute + drop.perMinute ? 0 : (rest - drop.perMinute) / drop.framesInMinute;
    return frames + drop.perMinute * (9 * tens + minutes);
}

bool readField(std::string_view text, std::int64_t& out) {
    if (text.empty() || text.size() > 9) return false;
    for (const char c : text)
        if (c < '0' || c > '9') return false;
    return std::from_chars(text.data(), text.data() + text.size(), out).ec == std::errc{};
}

} // namespace

std::string Timecode::text() const {
    const std::int64_t count = drop == DropFrame::yes ? labelOf(std::llabs(frames), rate) : std::llabs(frames);
    const std::int64_t n = rate.nominal(), seconds = count / n;
    char out[64];
    std::snprintf(out, sizeof out, "%s%02lld:%02lld:%02lld%c%02lld", frames < 0 ? "-" : "", (long long)(seconds / 3600),
                  (long long)(seconds / 60 % 60), (long long)(seconds % 60), drop == DropFrame::yes ? ';' : ':', (long long)(count % n));
    return out;
}

Result<Timecode> Timecode::parse(std::string_view text, FrameRate rate) {
    const auto refuse = [&](const std::string& why) {
        return fail(ErrorCategory::badInput, "\"" + std::string(text) + "\" is not a timecode at " + rate.text() + ": " + why,
                    "Write it as HH:MM:SS:FF, such as 01:00:00:00.");
    };
    std::string_view rest = text;
    const bool negative = !rest.empty() && rest.front() == '-';
    if (negative) rest.remove_prefix(1);
    std::array<std::int64_t, 4> field{};
    DropFrame drop = DropFrame::no;
    for (int i = 0; i < 4; ++i) {
        const auto end = i < 3 ? rest.find_first_of(i < 2 ? ":" : ":;.") : rest.size();
        if (end == std::string_view::npos || !readField(rest.substr(0, end), field[i])) return refuse("four numbers are expected");
        if (i == 2 && rest[end] != ':') drop = DropFrame::yes;
        rest.remove_prefix(i < 3 ? end + 1 : end);
    }
    const std::int64_t n = rate.nominal();
    if (field[1] > 59 || field[2] > 59) return refuse("minutes and seconds go to 59");
    if (field[3] >= n) return refuse("frames go to " + std::to_string(n - 1));
    if (drop == DropFrame::yes && !rate.canDrop()) return refuse("only 29.97 and 59.94 have drop-frame");
    const std::int64_t minutes = field[0] * 60 + field[1];
    std::int64_t frames = (minutes * 60 + field[2]) * n + field[3];
    if (drop == DropFrame::yes) {
        const std::int64_t skipped = dropOf(rate).perMinute;
        if (field[1] % 10 != 0 && field[2] == 0 && field[3] < skipped) return refuse("drop-frame has no such frame");
        frames -= skipped * (minutes - minutes / 10);
    }
    return Timecode{negative ? -frames : frames, rate, drop};
}

Timecode timecodeAt(const RationalTime& time, const Timecode& start) {
    return {start.frames + time.rescaledTo(start.rate).value, start.rate, start.drop};
}

} // namespace rushes::time
