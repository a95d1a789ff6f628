// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/reading/word_forms.h"

#include <optional>
#include <string>

namespace rushes::reading {

/// What a noun is that the lexicon does not list.
struct NounGuess {
    SubjectKind kind = SubjectKind::prop;
    const ThingEntry* entry = nullptr; ///< what stands for it; null when nothing does
    bool rough = false;                ///< only its kind is known, or a far relative stands for it
};

/// By the hypernyms of WordNet, nearest first; absent when it is no thing that can be seen, or unknown.
std::optional<NounGuess> guessNoun(const FormTable& forms, const std::string& lemma);

/// Whether WordNet knows the noun at all.
bool isKnownNoun(const FormTable& forms, const std::string& lemma);

} // namespace rushes::reading
