// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/eval/look/look_run.h"

#include <map>

namespace rushes::eval {

/// What a shot cost before any look was learned.
struct ShotCost {
    std::string shot;
    double guideSeconds = 0, correspondenceSeconds = 0; ///< a frame
};

struct Report {
    int width = 0, height = 0, keys = 1, steps = 0;
    std::vector<ShotCost> shots;
    std::vector<LookRun> runs;

    std::string toJson() const;
    /// For people: a line a shot and look, means, and which bars are missed.
    std::string toTable() const;
};

} // namespace rushes::eval
