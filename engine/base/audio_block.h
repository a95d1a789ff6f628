// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

namespace rushes {

/// A run of sound: interleaved float samples, -1..1.
struct AudioBlock {
    int sampleRate = 48000;
    int channels = 2;
    std::int64_t start = 0; ///< first sample's index from the start of the medium
    std::vector<float> samples;

    std::int64_t frames() const { return channels > 0 ? std::int64_t(samples.size()) / channels : 0; }
};

} // namespace rushes
