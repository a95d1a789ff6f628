// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

namespace rushes::look {

/// 0 ≤ r < 1 from up to four numbers, the same on every machine.
inline float steadyHash(std::uint32_t a, std::uint32_t b, std::uint32_t c = 0, std::uint32_t d = 0) {
    std::uint32_t h = a * 0x9E3779B1u + b * 0x85EBCA77u + c * 0xC2B2AE3Du + d;
    h ^= h >> 15;
    h *= 0x2C1B3C6Du;
    h ^= h >> 12;
    h *= 0x297A2D39u;
    h ^= h >> 15;
    return float(h >> 8) / 16777216.0f;
}

} // namespace rushes::look
