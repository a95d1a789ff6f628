// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/reading/noun_phrases.h"

namespace rushes::reading {

/// "a woman in a red dress and a straw hat", "with glasses": marks the garments as worn and gives them to who wears them.
void readClothes(const TaggedText& text, const Lexicon& lexicon, const NounPhrases& phrases, ShotDescription& out);

} // namespace rushes::reading
