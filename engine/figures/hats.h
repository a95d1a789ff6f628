// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/figures/character_design.h"
#include "engine/figures/hair_shell.h"
#include "engine/figures/solids.h"

#include <optional>

namespace rushes::figures {

/// A hat turned round the head's middle, metres at a head of 23 cm. Rows are (radius, height) from the brim up; the band is the row
/// between `band` and the next, none when negative.
struct TurnedHat {
    std::vector<std::pair<float, float>> profile;
    int band = -1;
    float curl = 0.016f; ///< how far the brim's sides are turned up
};

/// Hat, top hat, cowboy's, witch's, cook's and crown; nothing for other headwear.
std::optional<TurnedHat> turnedHat(Headwear what);
Solid solidOf(const TurnedHat& hat, int around);

/// Soft cap, hard hat, veil and hood: shells over the skull.
std::optional<ShellStyle> shellHat(Headwear what);

/// A closed head piece and its eye slit: knight's helm and robot's head; empty for other headwear.
struct ClosedHelm {
    Solid shell, slit;
};
std::optional<ClosedHelm> closedHelm(Headwear what, bool fine);

} // namespace rushes::figures
