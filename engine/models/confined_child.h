// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/result.h"

#include <functional>
#include <string>

namespace rushes::models {

struct ChildLimits {
    int seconds = 60;                      ///< of processor time, and by the clock
    std::size_t memoryBytes = 3ull << 30;  ///< on top of what the program has
    std::size_t answerBytes = 256u << 20;
};

/// Runs `work` in a child process and returns the bytes it gives back. Readers of foreign formats have crashed and hung on broken files
/// since there are files; here that ends a child, not the studio. badInput when the work failed (its own message), crashed, or went past
/// a limit. The child shares nothing back but its answer; `work` must not touch threads, devices or locks of the program.
Result<std::string> runInChild(const std::function<Result<std::string>()>& work, const ChildLimits& limits = {});

} // namespace rushes::models
