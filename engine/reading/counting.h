// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/reading/lexicon.h"
#include "engine/reading/noun_phrases.h"
#include "engine/reading/tagger.h"

#include <optional>
#include <string>

namespace rushes::reading {

/// "7", "1920": digits alone, four at most.
bool isNumeral(const std::string& word);

/// How many a noun phrase stands for: numbers, plurals, and words for several ("a jury", "a family of five"). Owns nothing; lives within one
/// reading.
class Counting {
  public:
    Counting(const TaggedText& text, FormTable& forms) : m_t(text), m_forms(forms), m_lexicon(forms.lexicon()) {}

    /// `thing` is what the lexicon knows the head as, or null.
    int countOf(const NounPhrase& phrase, const NounForm* thing) const;

    /// Of "a gang of bikers", "a group of five boys": how many there are, as the group's word says or the members' own number; `head` is the group's noun.
    std::optional<int> groupOf(const NounPhrase& group, const NounPhrase& members, const std::string& head) const;

  private:
    std::optional<int> numberAt(std::size_t k, std::size_t end) const;
    std::optional<int> numberBefore(const NounPhrase& phrase) const;
    std::optional<int> numberAfter(const NounPhrase& phrase) const;
    std::optional<int> ownNumber(const NounPhrase& phrase) const;
    bool isPerson(const NounPhrase& phrase) const;
    int sized(const NounPhrase& phrase, int count) const;
    int usualCount(const NounPhrase& phrase, bool plural, bool numbered) const;

    const TaggedText& m_t;
    FormTable& m_forms;
    const Lexicon& m_lexicon;
};

} // namespace rushes::reading
