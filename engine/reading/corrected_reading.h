// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/reading/corrections.h"
#include "engine/reading/explained_text.h"
#include "engine/reading/word_forms.h"

#include <string>
#include <string_view>
#include <vector>

namespace rushes::reading {

/// What is put in for words before reading: meanings, and who somebody is ("his hands" → "MIRA's hands", "the old man" → "MIRA"), and
/// for a verb one that is known. What is said in quotes stays what was said.
std::vector<Replacement> replacementsFor(std::string_view prompt, const Names& names);

/// Names with those that corrections bring in: who is said to be MIRA is MIRA, also when the film has none of that name.
Names withCorrectedNames(const Names& names);

/// Puts the place and the actions that were corrected over what was read, and fills `corrected`. `before` is the reading without
/// corrections. Spans are those of the prompt.
void correct(std::string_view prompt, const Names& names, const ShotDescription& before, FormTable& forms, ShotDescription& out);

/// Something in a reading that can be corrected.
struct Corrigible {
    CorrectionKind kind = CorrectionKind::meaning;
    Span span;           ///< bytes of the prompt; empty for a place that no words name
    std::string words;   ///< the prompt's own, as a Correction wants them
    int occurrence = 1;  ///< which of the places of these words it is
    std::string readAs;  ///< "Old Tom", "old woman", "harbor", "walk"; empty: nothing
    bool byHand = false; ///< a correction holds here
};

/// All that can be corrected in a reading, in the order of the prompt: unknown words, people and the pronouns for them, the place (always
/// one), actions.
std::vector<Corrigible> corrigibles(std::string_view prompt, const Names& names, const ShotDescription& description);

/// The correction that says what this is, here alone (`everywhere`: wherever the words stand).
Correction correctionOf(const Corrigible& corrigible, std::string is, bool everywhere = true);

} // namespace rushes::reading
