// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/time/rational_time.h"

#include <cmath>

namespace rushes::time {
namespace {

__extension__ using Wide = __int128; // products of two 64-bit counts do not fit 64 bits

std::int64_t divideRounded(Wide numerator, Wide denominator) {
    const Wide half = denominator / 2;
    return std::int64_t(numerator >= 0 ? (numerator + half) / denominator : -((-numerator + half) / denominator));
}

} // namespace

RationalTime RationalTime::rescaledTo(FrameRate other) const {
    if (other == rate) return *this;
    return {divideRounded(Wide(value) * rate.den * other.num, Wide(rate.num) * other.den), other};
}

std::strong_ordering operator<=>(const RationalTime& a, const RationalTime& b) {
    const Wide left = Wide(a.value) * a.rate.den * b.rate.num;
    const Wide right = Wide(b.value) * b.rate.den * a.rate.num;
    return left < right ? std::strong_ordering::less : left > right ? std::strong_ordering::greater : std::strong_ordering::equal;
}

RationalTime operator+(const RationalTime& a, const RationalTime& b) { return {a.value + b.rescaledTo(a.rate).value, a.rate}; }
RationalTime operator-(const RationalTime& a, const RationalTime& b) { return {a.value - b.rescaledTo(a.rate).value, a.rate}; }

RationalTime fromSeconds(double seconds, FrameRate rate) { return {std::int64_t(std::llround(seconds * rate.num / rate.den)), rate}; }

} // namespace rushes::time
