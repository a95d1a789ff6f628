// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

namespace rushes::look {

/// What the `look` generator reads of a shot's settings, one JSON object: {"looseness": 0..1, "lookSteps": steps of learning}; the
/// rest of the settings is the stage's.
struct LookSettings {
    std::optional<double> looseness; ///< nothing: found from the painting
    int steps = 1500;                ///< 100 to 5000

    /// Never fails: what cannot be read counts as unsaid.
    static LookSettings of(const std::string& settingsJson);
};

} // namespace rushes::look
