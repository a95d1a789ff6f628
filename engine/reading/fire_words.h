// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/reading/noun_phrases.h"

namespace rushes::reading {

/// What burns, smokes or blows up: things ("a burning car", "the shed is ablaze", "the tank explodes") and the place ("in a burning
/// warehouse"). Sets Subject::state and Place::state.
void readFire(const TaggedText& text, const NounPhrases& phrases, ShotDescription& out);

} // namespace rushes::reading
