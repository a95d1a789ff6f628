// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/reading/thing_class.h"

#include "engine/reading/noun_guess.h"

#include <algorithm>
#include <optional>

namespace rushes::reading {

namespace {

std::optional<SubjectKind> kindNamed(std::string_view name) {
    if (name == "person") return SubjectKind::person;
    if (name == "animal") return SubjectKind::animal;
    if (name == "vehicle") return SubjectKind::vehicle;
    if (name == "plant") return SubjectKind::plant;
    if (name == "structure") return SubjectKind::structure;
    return std::nullopt;
}

bool isOfKind(FormTable& forms, const std::string& noun, SubjectKind kind) {
    if (const ThingEntry* const thing = forms.lexicon().thing(noun)) return thing->kind == kind;
    const auto guess = guessNoun(forms, noun);
    return guess && guess->kind == kind;
}

} // namespace

bool isOfClass(FormTable& forms, const std::string& noun, std::string_view name) {
    if (noun.empty()) return false;
    const std::string lemma = forms.nounLemma(noun);
    if (const auto kind = kindNamed(name)) return isOfKind(forms, lemma, *kind);
    if (name == "body") return contains(forms.lexicon().bodyParts, noun) || contains(forms.lexicon().bodyParts, lemma);
    const ThingEntry* const thing = forms.lexicon().thing(lemma);
    if (thing && thing->category == name) return true;
    if (!forms.wordnet()) return false;
    const std::vector<Hypernym> above = forms.wordnet()->above(lemma, PartOfSpeech::noun, 2, 7);
    return std::any_of(above.begin(), above.end(), [&](const Hypernym& h) { return std::find(h.words.begin(), h.words.end(), name) != h.words.end(); });
}

} // namespace rushes::reading
