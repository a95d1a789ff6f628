// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/reading/lexicon.h"
#include "engine/reading/wordnet.h"

#include <optional>
#include <string>
#include <string_view>

namespace rushes::reading {

/// What a word can be.
struct WordForms {
    std::optional<std::string> verb;      ///< lemma as a verb
    std::optional<std::string> noun;      ///< lemma as a noun
    std::optional<std::string> adjective; ///< lemma as an adjective
    int verbCount = 0, nounCount = 0, adjectiveCount = 0; ///< how common each is
    bool irregularVerb = false;
    bool isNoun = false; ///< the very form is a noun's lemma
};

/// The forms of the words of one text, remembered: WordNet is asked once a word. Without WordNet the lexicon's own verbs and nouns
/// answer. Belongs to one reading, on one thread.
class FormTable {
  public:
    FormTable(const Lexicon& lexicon, const WordNet* wordnet) : m_lexicon(lexicon), m_wordnet(wordnet) {}

    const WordForms& of(const std::string& word);
    /// Lemma as a verb: by WordNet, else by stripping endings against the table of motions.
    std::optional<std::string> verbLemma(const std::string& word) { return of(word).verb; }
    /// Lemma as a noun; the word itself when there is no other.
    std::string nounLemma(const std::string& word);

    const Lexicon& lexicon() const { return m_lexicon; }
    const WordNet* wordnet() const { return m_wordnet; }

  private:
    WordForms look(const std::string& word) const;
    std::optional<std::string> verbByMotions(const std::string& word) const;
    void lookWithoutWordNet(const std::string& word, WordForms& forms) const;

    const Lexicon& m_lexicon;
    const WordNet* m_wordnet;
    TextMap<WordForms> m_known;
};

} // namespace rushes::reading
