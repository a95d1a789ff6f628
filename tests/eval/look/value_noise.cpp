// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/eval/look/value_noise.h"

#include <cmath>
#include <numbers>

namespace rushes::eval {
namespace {

constexpr float kWeaker = 0.55f, kFiner = 2.03f, kStretch = 1.6f; // the last because sums of octaves rarely reach their ends

float eased(float t) { return t * t * (3 - 2 * t); }

float lattice(const glm::vec3& p, std::uint32_t seed) {
    const glm::vec3 floor(std::floor(p.x), std::floor(p.y), std::floor(p.z));
    const float u = eased(p.x - floor.x), v = eased(p.y - floor.y), w = eased(p.z - floor.z);
    const auto x = std::int32_t(floor.x), y = std::int32_t(floor.y), z = std::int32_t(floor.z);
    float sum = 0;
    for (int k = 0; k < 8; ++k) {
        const int a = k & 1, b = k >> 1 & 1, c = k >> 2;
        sum += (hashed(x + a, y + b, z + c, seed) * 2 - 1) * (a ? u : 1 - u) * (b ? v : 1 - v) * (c ? w : 1 - w);
    }
    return sum;
}

} // namespace

float hashed(std::int32_t x, std::int32_t y, std::int32_t z, std::uint32_t seed) {
    std::uint32_t h = std::uint32_t(x) * 73856093u ^ std::uint32_t(y) * 19349663u ^ std::uint32_t(z) * 83492791u ^ seed * 2654435761u;
    h ^= h >> 15;
    h *= 0x2c1b3c6du;
    h ^= h >> 12;
    h *= 0x297a2d39u;
    h ^= h >> 15;
    return float(h & 0xffffffu) / float(0xffffff);
}

float valueNoise(const glm::vec3& point, std::uint32_t seed, const glm::vec3& scale, int octaves) {
    glm::vec3 p(point.x * scale.x, point.y * scale.y, point.z * scale.z);
    float sum = 0, weight = 1, total = 0;
    for (int octave = 0; octave < octaves; ++octave) {
        sum += lattice(p, seed * 7u + std::uint32_t(octave)) * weight;
        total += weight;
        weight *= kWeaker;
        p *= kFiner;
    }
    return sum / total * kStretch;
}

std::uint32_t Draws::number() {
    // SplitMix64 (Steele, Lea and Flood 2014)
    std::uint64_t z = m_state += 0x9E3779B97F4A7C15ull;
    z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9ull;
    z = (z ^ z >> 27) * 0x94D049BB133111EBull;
    return std::uint32_t((z ^ z >> 31) >> 32);
}

float Draws::normal() {
    const float radius = std::sqrt(-2 * std::log(1 - share())), angle = 2 * std::numbers::pi_v<float> * share();
    return radius * std::cos(angle);
}

} // namespace rushes::eval
