// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/look/guide_frame.h"

#include <array>

namespace rushes::eval {

/// The simplest baseline: one quadratic function of colour for the whole picture, fitted on the painted frame by least squares in
/// double precision. Planes are 3 channels of 0..1.
class ColourTransfer {
public:
    ColourTransfer(const look::Plane& stage, const look::Plane& painted);
    look::Plane apply(const look::Plane& stage) const;

private:
    static constexpr std::size_t kTerms = 9;
    using Terms = std::array<double, kTerms>;
    static Terms termsOf(const float* colour);

    std::array<Terms, 3> m_weights{};
};

} // namespace rushes::eval
