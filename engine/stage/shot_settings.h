// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/render/view.h"
#include "engine/stage/hand_staging.h"

#include <optional>
#include <string>

namespace rushes::stage {

/// What the stage reads of a shot's settings, one JSON object: {"look": board, clay or colour, "sensor": a word of the lexicon, "stop":
/// f-number, "hand": what was moved by hand}. What explained words mean is the reader's part (reading/corrections.h).
struct ShotSettings {
    render::Look look = render::Look::board;
    std::string sensor;
    std::optional<double> stop;
    HandStaging hand;

    /// Never fails: what cannot be read, or is of another kind than it should be, counts as unsaid.
    static ShotSettings of(const std::string& settingsJson);
};

} // namespace rushes::stage
