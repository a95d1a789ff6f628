// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/sets/soup.h"

namespace rushes::sets {

/// One wing at its root on the body's side: +X out, +Z forward. Lengths in metres.
struct WingShape {
    glm::dvec3 root{0};
    double span = 1, chord = .4, thick = .02;
    double backward = 1;  ///< length of the folded wing
    bool membrane = false; ///< a bat's or a dragon's, with its fingers as edge
};

/// The wing of one side (`side` 1 left, -1 right), `spread` 0 folded … 1 open, `flap` degrees up from level.
std::vector<Patch> wing(const WingShape& shape, double side, double flap, double spread);

/// A flat plate about an outline in space.
Patch plate(const std::vector<glm::dvec3>& outline, double thick);

} // namespace rushes::sets
