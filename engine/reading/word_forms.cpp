// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/reading/word_forms.h"

#include "engine/reading/inflection.h"

#include <array>
#include <utility>

namespace rushes::reading {

const WordForms& FormTable::of(const std::string& word) {
    const auto known = m_known.find(word);
    if (known != m_known.end()) return known->second;
    return m_known.emplace(word, look(word)).first->second;
}

std::string FormTable::nounLemma(const std::string& word) { return isPluralOnly(word) ? word : of(word).noun.value_or(word); }

std::optional<std::string> FormTable::verbByMotions(const std::string& word) const {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 6> endings = {
        {{"ing", ""}, {"ing", "e"}, {"ed", ""}, {"ed", "e"}, {"s", ""}, {"es", ""}}};
    for (const auto& [from, to] : endings) {
        if (!word.ends_with(from)) continue;
        std::string base = word.substr(0, word.size() - from.size()).append(to);
        if (m_lexicon.motion(base)) return base;
        if (base.size() > 3 && base.back() == base[base.size() - 2] && m_lexicon.motion(base.substr(0, base.size() - 1))) return base.substr(0, base.size() - 1);
    }
    return m_lexicon.motion(word) ? std::optional(word) : std::nullopt;
}

void FormTable::lookWithoutWordNet(const std::string& word, WordForms& forms) const {
    if (const NounForm* noun = m_lexicon.nouns.exact(word)) {
        forms.noun = noun->lemma;
        forms.nounCount = 2;
        forms.isNoun = !noun->plural;
    } else if (contains(m_lexicon.notThings, word) || m_lexicon.places.exact(word)) {
        forms.noun = word;
        forms.nounCount = 2;
        forms.isNoun = true;
    }
    const bool adjective = m_lexicon.colours.exact(word) || m_lexicon.materials.exact(word) || m_lexicon.sizeWords.exact(word) ||
                           m_lexicon.expressions.exact(word) || m_lexicon.ages.exact(word) || m_lexicon.builds.exact(word) || m_lexicon.hair.exact(word);
    if (adjective) {
        forms.adjective = word;
        forms.adjectiveCount = 2;
    }
}

WordForms FormTable::look(const std::string& word) const {
    WordForms forms;
    if (m_wordnet) {
        forms.verb = m_wordnet->baseForm(word, PartOfSpeech::verb);
        forms.noun = m_wordnet->baseForm(word, PartOfSpeech::noun);
        forms.adjective = m_wordnet->baseForm(word, PartOfSpeech::adjective);
        forms.irregularVerb = m_wordnet->isIrregular(word, PartOfSpeech::verb);
        forms.isNoun = m_wordnet->has(word, PartOfSpeech::noun);
        if (forms.noun) forms.nounCount = m_wordnet->count(*forms.noun, PartOfSpeech::noun);
        if (forms.adjective) forms.adjectiveCount = m_wordnet->count(*forms.adjective, PartOfSpeech::adjective);
    } else {
        lookWithoutWordNet(word, forms);
    }
    if (!forms.verb) {
        if (auto irregular = m_wordnet ? std::nullopt : irregularVerb(word)) {
            forms.verb = *irregular;
            forms.irregularVerb = true;
        } else {
            forms.verb = verbByMotions(word);
        }
    }
    if (forms.verb) forms.verbCount = m_wordnet ? m_wordnet->count(*forms.verb, PartOfSpeech::verb) : 1;
    return forms;
}

} // namespace rushes::reading
