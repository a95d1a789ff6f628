// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/stage/blocking.h"

#include <string_view>

namespace rushes::stage {

/// "Holding hands", "hand in hand": two who go the same way side by side go close together, hand in hand. By the prompt's own words;
/// changes their ways and what they do.
void joinHands(Blocking& blocking, std::string_view prompt);

} // namespace rushes::stage
