// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/eval/look/shot_frames.h"

namespace rushes::eval {

struct UnetOptions {
    double cpuSeconds = 10; ///< of learning
    std::uint64_t seed = 1;
};

/// The tested frames by a U-Net that learned patches of the first painted frame. It reads the stage's colours and, in place of Texler's
/// mixture of Gaussians that is moved along, a noise that hangs on the surfaces. Fails as `unsupported` in a build without torch.
Result<Pictures> unetPictures(const ShotFrames& frames, const LookCase& look, const UnetOptions& options, int& stepsTaken);

} // namespace rushes::eval
