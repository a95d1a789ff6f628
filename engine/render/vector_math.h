// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
//
// Small functions for loops that the compiler turns into vector code: no branches, no tables, no calls.
#pragma once

#include "engine/base/row_builds.h"

#include <cmath>
#include <cstdint>

namespace rushes::render::lane {

RUSHES_INLINE float least(float a, float b) { return a < b ? a : b; }
RUSHES_INLINE float most(float a, float b) { return a > b ? a : b; }
RUSHES_INLINE float within(float x, float low, float high) { return least(most(x, low), high); }
RUSHES_INLINE float unit(float x) { return least(most(x, 0.0f), 1.0f); }
RUSHES_INLINE float size(float x) { return x < 0 ? -x : x; }
/// Largest integer not above x, for |x| < 2^31.
RUSHES_INLINE int wholeBelow(float x) {
    const int i = int(x);
    return i - (float(i) > x ? 1 : 0);
}
RUSHES_INLINE float below(float x) { return float(wholeBelow(x)); }
RUSHES_INLINE float smooth(float x) {
    const float t = unit(x);
    return t * t * (3 - 2 * t);
}
/// sin of a full turn, within 0.001: a parabola and its correction.
RUSHES_INLINE float sineOfTurns(float turns) {
    const float x = turns - below(turns + 0.5f);
    const float y = x * (8 - 16 * size(x));
    return y * (0.775f + 0.225f * size(y));
}
/// 2^floor(log2 x) for x > 0.
RUSHES_INLINE float powerBelow(float x) { return __builtin_bit_cast(float, __builtin_bit_cast(std::uint32_t, x) & 0x7f800000u); }
/// 0 ≤ r < 1 from two integers.
RUSHES_INLINE float hash(int a, int b) {
    std::uint32_t x = std::uint32_t(a) * 0x9E3779B1u + std::uint32_t(b) * 0x85EBCA77u + 0x27D4EB2Fu;
    x ^= x >> 15;
    x *= 0x2C1B3C6Du;
    x ^= x >> 12;
    x *= 0x297A2D39u;
    x ^= x >> 15;
    return float(int(x >> 8)) * (1.0f / 16777216.0f);
}
/// Value noise 0..1, one cell a unit.
RUSHES_INLINE float noise(float x, float y) {
    const int i = wholeBelow(x), j = wholeBelow(y);
    float f = x - float(i), g = y - float(j);
    f = f * f * (3 - 2 * f);
    g = g * g * (3 - 2 * g);
    const float top = hash(i, j) * (1 - f) + hash(i + 1, j) * f, bottom = hash(i, j + 1) * (1 - f) + hash(i + 1, j + 1) * f;
    return top * (1 - g) + bottom * g;
}

} // namespace rushes::render::lane
