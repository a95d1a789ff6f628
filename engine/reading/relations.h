// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/reading/actions.h"

namespace rushes::reading {

/// Fills `out.relations` with "a RELATION b", and a subject's `side` where the frame alone is meant ("a tree on the left").
/// Worn things relate to nothing.
void readRelations(const TaggedText& text, const Lexicon& lexicon, const NounPhrases& phrases, const std::vector<FoundAction>& actions, ShotDescription& out);

} // namespace rushes::reading
