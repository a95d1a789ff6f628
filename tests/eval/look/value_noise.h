// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include <glm/vec3.hpp>

namespace rushes::eval {

/// Smooth noise of about -1..1 at a point, its lattice 1/scale metres wide; each octave half as large and 0.55 as strong as the one
/// before. The same point and seed give the same value on every machine.
float valueNoise(const glm::vec3& point, std::uint32_t seed, const glm::vec3& scale, int octaves);

/// A number of 0..1 that belongs to four others.
float hashed(std::int32_t x, std::int32_t y, std::int32_t z, std::uint32_t seed);

/// Draws that are the same everywhere, unlike those of the standard distributions.
class Draws {
public:
    explicit Draws(std::uint64_t seed) : m_state(seed * 0x9E3779B97F4A7C15ull + 1) {}
    std::uint32_t number();
    int below(int end) { return int(std::uint64_t(number()) * std::uint64_t(end) >> 32); }
    float share() { return float(number() >> 8) * (1 / 16777216.0f); }
    /// Mean 0, standard deviation 1.
    float normal();

private:
    std::uint64_t m_state;
};

} // namespace rushes::eval
