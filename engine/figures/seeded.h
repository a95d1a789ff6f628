// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cmath>
#include <cstdint>

namespace rushes::figures {

/// splitmix64: the same numbers on every machine.
inline std::uint64_t mix64(std::uint64_t x) {
    x += 0x9E3779B97F4A7C15ull;
    x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9ull;
    x = (x ^ (x >> 27)) * 0x94D049BB133111EBull;
    return x ^ (x >> 31);
}

class Seeded {
public:
    explicit Seeded(std::uint64_t seed) : m_state(seed) {}
    std::uint64_t next() { return mix64(m_state++); }
    double unit() { return double(next() >> 11) * 0x1.0p-53; }
    double between(double low, double high) { return low + (high - low) * unit(); }
    int below(int n) { return int(next() % std::uint64_t(n)); }
    bool chance(double p) { return unit() < p; }

private:
    std::uint64_t m_state;
};

/// 0..1 for a whole number.
inline double hashUnit(std::uint64_t seed, std::int64_t i) {
    return double(mix64(seed ^ mix64(std::uint64_t(i))) >> 11) * 0x1.0p-53;
}

/// Smooth noise in -1..1 that takes a new value every unit of x.
inline double smoothNoise(std::uint64_t seed, double x) {
    const double cell = std::floor(x), t = x - cell, s = t * t * t * (t * (t * 6 - 15) + 10);
    const double a = hashUnit(seed, std::int64_t(cell)), b = hashUnit(seed, std::int64_t(cell) + 1);
    return 2 * (a + (b - a) * s) - 1;
}

} // namespace rushes::figures
