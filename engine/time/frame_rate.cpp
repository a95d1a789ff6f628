// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/time/frame_rate.h"

#include <charconv>
#include <cmath>
#include <numeric>

namespace rushes::time {
namespace {

template <class T> bool readWhole(std::string_view text, T& out) {
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), out);
    return code == std::errc{} && end == text.data() + text.size();
}

/// 23.976, 23.98, 29.97, 47.952, 59.94, 119.88 are spoken names of n * 1000/1001.
bool isNtsc(double value, int& nominal) {
    nominal = int(std::lround(value * 1.001));
    return std::abs(value - nominal / 1.001) < 0.006 && std::abs(value - std::round(value)) > 0.004;
}

} // namespace

std::string FrameRate::text() const { return std::to_string(num) + "/" + std::to_string(den); }

Result<FrameRate> FrameRate::create(std::int64_t num, std::int64_t den) {
    if (num <= 0 || den <= 0 || double(num) / double(den) > 240.0 || double(num) / double(den) < 1.0)
        return fail(ErrorCategory::badInput, "A frame rate of " + std::to_string(num) + "/" + std::to_string(den) + " is out of range",
                    "Give between 1 and 240 frames a second, such as 24 or 24000/1001.");
    const std::int64_t common = std::gcd(num, den);
    return FrameRate{std::int32_t(num / common), std::int32_t(den / common)};
}

Result<FrameRate> FrameRate::parse(std::string_view text) {
    const auto refuse = [&] {
        return fail(ErrorCategory::badInput, "\"" + std::string(text) + "\" is not a frame rate",
                    "Give 23.976, 24, 25, 29.97, 30, 48, 50, 59.94 or 60, or a fraction such as 24000/1001.");
    };
    if (const auto slash = text.find('/'); slash != std::string_view::npos) {
        std::int64_t num = 0, den = 0;
        if (!readWhole(text.substr(0, slash), num) || !readWhole(text.substr(slash + 1), den)) return refuse();
        return create(num, den);
    }
    double value = 0;
    if (!readWhole(text, value) || !std::isfinite(value) || value <= 0 || value > 240) return refuse();
    int nominal = 0;
    if (isNtsc(value, nominal)) return create(std::int64_t(nominal) * 1000, 1001);
    if (std::abs(value - std::round(value)) > 1e-9) return create(std::llround(value * 1000), 1000);
    return create(std::llround(value), 1);
}

} // namespace rushes::time
