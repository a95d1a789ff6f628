// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/result.h"
#include "engine/look/guide_frame.h"

#include <cstdint>
#include <memory>

namespace rushes::eval {

/// The baseline that others publish: a U-Net that learns patches of the painted frame (after Texler et al. 2020, "Interactive Video
/// Stylization Using Few-Shot Patch-Based Training", with its generator's shape, and without its adversarial and VGG losses).
/// On one thread, so that its processor time is what it says. Not part of the engine.
class PatchUnet {
public:
    PatchUnet(int channels, std::uint64_t seed);
    ~PatchUnet();
    PatchUnet(const PatchUnet&) = delete;
    PatchUnet& operator=(const PatchUnet&) = delete;

    /// Learns until the process has spent `cpuSeconds` more; returns the steps taken. `guides`: -1..1, `painted`: 3 channels of -1..1,
    /// both of one size of at least 32 x 32. Fails as `internal` with torch's words.
    Result<int> learn(const look::Plane& guides, const look::Plane& painted, double cpuSeconds);
    /// 3 channels of -1..1; sides must be multiples of 4.
    Result<look::Plane> apply(const look::Plane& guides) const;

private:
    struct Network;
    std::unique_ptr<Network> m_network;
    std::uint64_t m_seed;
};

} // namespace rushes::eval
