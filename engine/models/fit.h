// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/models/raw_model.h"

#include <optional>

namespace rushes::models {

/// What is known beside the file.
struct FitOptions {
    Use use = Use::prop;
    std::optional<double> heightM; ///< the director's own: outranks every guess
    std::optional<char> up;        ///< 'y' or 'z'; outranks the file
    double turnDegrees = 0;        ///< about the upright, counterclockwise seen from above, after everything else
    glm::vec3 expected{0};         ///< size in metres of what the word usually means; 0: unknown
};

/// Turns, scales and sets down: metres, Y up, a figure facing +Z; a figure or prop on y = 0 and centred, a place with its floor at y = 0.
/// What the file does not say, or says beyond belief, is guessed and noted.
void fit(RawModel& raw, const FitOptions& options);

} // namespace rushes::models
