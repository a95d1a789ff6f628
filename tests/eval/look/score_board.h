// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/eval/look/metrics.h"
#include "tests/eval/look/shot_frames.h"

#include <functional>

namespace rushes::eval {

/// How near one way of painting comes to the truth: means over the tested frames. What cannot be said is NaN.
struct Score {
    double psnr = 0, line = 0, ssim = 0, patch = 0; ///< dB, dB within 2 px of a line, 0..1, 0 best
    double unseen = 0;                              ///< dB on surface that no painted frame shows
    double warp = 0, warpTruth = 0;                 ///< 0..255 along true motion
    double sharpness = 0;                           ///< high-pass energy as a share of the truth's
    Swaps swaps;
};

/// What a look is measured against, worked out once for all ways of painting.
class ScoreBoard {
public:
    ScoreBoard(const ShotFrames& frames, const LookCase& look);
    Score score(const Pictures& pictures) const;
    const look::Plane& truth(int frame) const { return m_truths.at(frame).picture; }

private:
    struct Truth {
        look::Plane picture, grey;
        PatchProjections patches;
        double highPass = 0;
    };

    const ShotFrames& m_frames;
    const LookCase m_look;
    std::map<int, Truth> m_truths;
};

} // namespace rushes::eval
