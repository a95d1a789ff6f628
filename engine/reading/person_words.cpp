// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/reading/person_words.h"

#include "engine/reading/noun_guess.h"

namespace rushes::reading {

bool isPersonAt(const TaggedText& t, const Lexicon& lexicon, std::size_t i) {
    if (t.entities[i].character) return true;
    const NounForm* thing = t.entities[i].thing ? t.entities[i].thing : lexicon.nouns.exact(t.w[i]);
    return thing && thing->entry->kind == SubjectKind::person;
}

bool namesPerson(const TaggedText& t, FormTable& forms, std::size_t i) {
    if (isPersonAt(t, forms.lexicon(), i)) return true;
    if (t.entities[i] || !forms.of(t.w[i]).isNoun) return false;
    const auto guess = guessNoun(forms, t.w[i]);
    return guess && guess->kind == SubjectKind::person;
}

bool namesPersons(const TaggedText& t, FormTable& forms, std::size_t i) {
    if (namesPerson(t, forms, i)) return true;
    const auto guess = guessNoun(forms, forms.nounLemma(t.w[i]));
    return guess && guess->kind == SubjectKind::person;
}

} // namespace rushes::reading
