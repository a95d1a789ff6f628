// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/stage/motion_table.h"

namespace rushes::stage {

/// A row for a verb with what hangs on it, and whether it asks for more than the verb alone.
struct PhraseMatch {
    const MotionPlay* play = nullptr; ///< null: the motion's own rows hold
    bool saysMore = false;
};

/// The row for a verb with its particle, its object and the part of the body that does it ("takes off his hat", "her fingers drum").
/// The row that asks for most wins: a part before an object before a particle before the verb.
PhraseMatch phrasePlay(const reading::Action& action);

/// The first row that plays one of the figures' acts, or null.
const MotionPlay* phrasePlayOf(std::string_view act);

/// Whether `said` is one of `list` (words apart by spaces), also in the plural.
bool isListed(std::string_view list, std::string_view said);

/// Whether any word of `said` (words apart by spaces or hyphens) is one of `list`, also in the plural.
bool saysAny(std::string_view list, std::string_view said);

} // namespace rushes::stage
