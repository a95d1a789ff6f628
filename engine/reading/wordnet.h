// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rushes::reading {

enum class PartOfSpeech { noun, verb, adjective, adverb };

/// A word sense on the way up from a lemma.
struct Hypernym {
    double cost = 0;                ///< steps, and 1.6 for each less common sense
    double depth = 0;               ///< steps
    int sense = 0;                  ///< of the lemma, most common first
    std::vector<std::string> words; ///< lower case, underscores for spaces
    std::string_view file;          ///< WordNet's lexicographer file: "noun.person", "verb.motion" …
    bool withObject = false, alone = false; ///< of verbs: the sentence frames of the sense one started from have an object, or have none
};

/// WordNet 3.0's own files, mapped and searched in place: nothing is loaded, so opening costs no time and little memory.
/// Format: wndb(5WN), cntlist(5WN), morphy(7WN). Never changes after open(); any thread.
class WordNet {
  public:
    /// Null when the folder lacks one of the files.
    static std::unique_ptr<WordNet> open(const std::filesystem::path& folder);
    ~WordNet();

    bool has(std::string_view lemma, PartOfSpeech pos) const; ///< spaces or underscores
    /// How often the lemma was tagged with this part of speech in WordNet's corpora.
    int count(std::string_view lemma, PartOfSpeech pos) const;
    /// The base form by the list of exceptions and the rules of morphy; absent when none is a word.
    std::optional<std::string> baseForm(std::string_view word, PartOfSpeech pos) const;
    bool isIrregular(std::string_view word, PartOfSpeech pos) const; ///< in the list of exceptions
    /// Everything above the first `senses` senses of a lemma, nearer and more common first.
    std::vector<Hypernym> above(std::string_view lemma, PartOfSpeech pos, int senses = 3, double depth = 9) const;

  private:
    struct Files;
    explicit WordNet(std::unique_ptr<Files> files);
    std::unique_ptr<Files> m_files;
};

} // namespace rushes::reading
