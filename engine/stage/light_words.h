// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/stage/staging.h"

#include <vector>

namespace rushes::stage {

/// A lamp of the shot that need not burn evenly.
struct WordLight {
    render::Light light;
    float flicker = 0; ///< share of its strength that a flame takes and gives
    float blinks = 0;  ///< times a second that it goes on and off
};

/// The air and the lamps of a shot after its words on light: neon, candle, fire, moon, spot … (assets/lexicon/light.json).
struct LitAir {
    render::Atmosphere air;
    std::vector<render::Light> lights; ///< of the set
    std::vector<WordLight> words;

    /// All lamps at a moment; flames move with `seconds` alone, so the same frame is the same.
    std::vector<render::Light> lightsAt(double seconds) const;
};

LitAir lightByWords(const StagedShot& shot);

/// How dark (0 day … 1 night) a prompt is by its words on light when it names no hour: nobody lights candles at noon. 0: they say nothing.
float darknessByWords(const reading::Conditions& conditions, bool interior);

} // namespace rushes::stage
