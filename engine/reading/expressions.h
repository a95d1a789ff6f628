// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/reading/actions.h"

#include <vector>

namespace rushes::reading {

/// What people feel, beyond the adjectives before their nouns: "looks angry", "in shock", "with a mix of joy and fear", "angrily", what
/// faces do ("scowls", "gasps") and how lines are said. Fills the expression of those who have none.
void readExpressions(const TaggedText& text, FormTable& forms, const NounPhrases& phrases, const std::vector<FoundAction>& actions, ShotDescription& out);

/// The expression that a noun of feeling means ("fury": angry), by its own name or by what WordNet has above it; empty for other nouns.
std::string expressionOfFeeling(FormTable& forms, const std::string& noun);

} // namespace rushes::reading
