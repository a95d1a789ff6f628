// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

namespace rushes::neural {

/// How far a patch is from what was painted: 0.7 of the mean difference, 0.6 of the mean square, and 0.25 of the mean difference of
/// the slopes along x and along y, at full and at half size.
class PatchLoss {
public:
    /// `patch` pixels each way, even.
    explicit PatchLoss(int patch);

    /// The loss; `gradient` (patch x patch x 3) receives its slope by every value of `out`, times `scale`.
    double operator()(const float* out, const float* target, float scale, float* gradient);

private:
    int m_patch;
    std::vector<float> m_error, m_half, m_halfGradient;
};

} // namespace rushes::neural
