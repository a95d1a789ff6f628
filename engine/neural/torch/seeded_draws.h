// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

namespace rushes::neural {

/// Random numbers from a seed and a place in the work (step, patch), so that what is drawn does not depend on who draws it or when.
/// splitmix64 (Steele, Lea, Flood 2014, "Fast splittable pseudorandom number generators").
class SeededDraws {
public:
    SeededDraws(std::uint64_t seed, std::uint64_t step, std::uint64_t item) : m_state(mix(mix(mix(seed) + step) + item)) {}

    std::uint64_t bits() { return mix(m_state += 0x9e3779b97f4a7c15u); }
    /// 0 … 1, 1 never.
    double unit() { return double(bits() >> 11) * 0x1p-53; }
    /// 0 … count - 1.
    int below(int count) { return int((std::uint64_t(std::uint32_t(bits() >> 32)) * std::uint64_t(count)) >> 32); }
    /// Mean 0, deviation 1, nearly normal: four even draws added.
    float normal() {
        const std::uint64_t b = bits();
        const auto sum = std::int64_t((b & 0xffff) + (b >> 16 & 0xffff) + (b >> 32 & 0xffff) + (b >> 48));
        return float(double(sum - 2 * 0xffff) * (1.7320508075688772 / 0xffff));
    }

private:
    static std::uint64_t mix(std::uint64_t z) {
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
        return z ^ (z >> 31);
    }
    std::uint64_t m_state;
};

} // namespace rushes::neural
