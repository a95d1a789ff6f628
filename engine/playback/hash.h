// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>

namespace rushes::playback {

/// FNV-1a over bytes, chained through `seed`: identities of cached pictures, nothing else.
inline std::uint64_t hashOf(std::string_view bytes, std::uint64_t seed = 14695981039346656037ull) {
    for (const char c : bytes) seed = (seed ^ std::uint8_t(c)) * 1099511628211ull;
    return seed;
}

inline std::uint64_t hashOf(std::uint64_t value, std::uint64_t seed) {
    for (int i = 0; i < 8; ++i) seed = (seed ^ ((value >> (8 * i)) & 255)) * 1099511628211ull;
    return seed;
}

} // namespace rushes::playback
