// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/sets/random.h"

#include <cmath>

namespace rushes::sets {

namespace {

__extension__ using Wide = unsigned __int128;

Wide wide(std::uint64_t high, std::uint64_t low) { return (Wide(high) << 64) | low; }

std::uint32_t hashMix(std::uint32_t value, std::uint32_t& constant) {
    value ^= constant;
    constant *= 0x931e8875u;
    value *= constant;
    return value ^ (value >> 16);
}

std::uint32_t mix(std::uint32_t x, std::uint32_t y) {
    const std::uint32_t r = 0xca01f9ddu * x - 0x4973f715u * y;
    return r ^ (r >> 16);
}

std::array<std::uint32_t, 4> seedPool(std::array<std::uint32_t, 4> entropy) {
    std::uint32_t constant = 0x43b0d7e5u;
    std::array<std::uint32_t, 4> pool{};
    for (int i = 0; i < 4; ++i)
        pool[i] = hashMix(entropy[i], constant);
    for (int from = 0; from < 4; ++from)
        for (int to = 0; to < 4; ++to)
            if (from != to) pool[to] = mix(pool[to], hashMix(pool[from], constant));
    return pool;
}

} // namespace

Random::Random(std::uint32_t seed) { seedFrom(seedPool({seed, 0, 0, 0})); }

Random::Random(std::uint32_t seed, std::uint32_t index) { seedFrom(seedPool({seed, index, 0, 0})); }

void Random::seedFrom(std::array<std::uint32_t, 4> pool) {
    std::array<std::uint64_t, 4> words{};
    std::uint32_t constant = 0x8b51f9ddu;
    for (int i = 0; i < 8; ++i) {
        std::uint32_t v = pool[i % 4] ^ constant;
        constant *= 0x58f38dedu;
        v *= constant;
        v ^= v >> 16;
        words[i / 2] |= std::uint64_t(v) << (32 * (i % 2));
    }
    const Wide increment = (wide(words[2], words[3]) << 1) | 1u;
    m_incHigh = std::uint64_t(increment >> 64);
    m_incLow = std::uint64_t(increment);
    step();
    const Wide state = wide(m_high, m_low) + wide(words[0], words[1]);
    m_high = std::uint64_t(state >> 64);
    m_low = std::uint64_t(state);
    step();
}

void Random::step() {
    const Wide multiplier = wide(0x2360ed051fc65da4ull, 0x4385df649fccf645ull);
    const Wide state = wide(m_high, m_low) * multiplier + wide(m_incHigh, m_incLow);
    m_high = std::uint64_t(state >> 64);
    m_low = std::uint64_t(state);
}

std::uint64_t Random::next() {
    step();
    const std::uint64_t x = m_high ^ m_low;
    const unsigned turn = unsigned(m_high >> 58);
    return (x >> turn) | (x << ((64 - turn) & 63));
}

std::uint32_t Random::nextHalf() {
    if (m_hasHalf) {
        m_hasHalf = false;
        return m_half;
    }
    const std::uint64_t word = next();
    m_half = std::uint32_t(word >> 32);
    m_hasHalf = true;
    return std::uint32_t(word);
}

double Random::unit() { return double(next() >> 11) * (1.0 / 9007199254740992.0); }

std::uint32_t Random::below(std::uint32_t count) {
    if (count <= 1) return 0;
    std::uint64_t product = std::uint64_t(nextHalf()) * count;
    if (std::uint32_t(product) < count) {
        const std::uint32_t threshold = (0u - count) % count;
        while (std::uint32_t(product) < threshold)
            product = std::uint64_t(nextHalf()) * count;
    }
    return std::uint32_t(product >> 32);
}

double Random::normal() {
    const double u = 1.0 - unit(), v = unit();
    return std::sqrt(-2.0 * std::log(u)) * std::cos(6.283185307179586 * v);
}

} // namespace rushes::sets
