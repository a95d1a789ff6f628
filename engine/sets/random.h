// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>

namespace rushes::sets {

/// PCG64 (XSL-RR, O'Neill 2014) seeded through O'Neill's seed sequence: the generator the place files were composed
/// with, so an authored seed grows the same street here. Not thread-safe; copy it.
class Random {
public:
    explicit Random(std::uint32_t seed);
    /// The stream of element `index` in the set with this seed: editing one element never changes another.
    Random(std::uint32_t seed, std::uint32_t index);

    double unit(); ///< [0, 1)
    double between(double low, double high) { return low + (high - low) * unit(); }
    std::uint32_t below(std::uint32_t count); ///< 0 … count - 1, unbiased (Lemire 2019)
    double normal();                          ///< mean 0, deviation 1 (Box-Muller)

private:
    std::uint64_t next();
    std::uint32_t nextHalf();
    void seedFrom(std::array<std::uint32_t, 4> pool);
    void step();

    std::uint64_t m_high = 0, m_low = 0, m_incHigh = 0, m_incLow = 0;
    std::uint32_t m_half = 0;
    bool m_hasHalf = false;
};

} // namespace rushes::sets
