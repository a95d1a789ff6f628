// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rushes::script {

/// A word of a sentence: letters, digits, apostrophes and inner hyphens. `core` is without a possessive 's.
struct Word {
    std::size_t begin = 0, end = 0; ///< bytes of the sentence
    std::string_view core;
    bool possessive = false;

    std::size_t coreEnd() const { return begin + core.size(); }
};
std::vector<Word> wordsOf(std::string_view text);

/// Words a reader reads. Scripts that write without blanks count three letters as a word.
double wordCount(std::string_view text);

/// At . ! ? and what closes a quote behind them; not after Mr., initials or "..." that goes on in small letters.
std::vector<std::string> sentencesOf(std::string_view text);

/// One blank for every run of blank space.
std::string squeezed(std::string_view text);
/// "MARA" → "Mara", "SECOND SAILOR" → "Second Sailor", "O'BRIEN" → "O'Brien", "DJ" stays. Words with small letters stay
/// as they are.
std::string titleCased(std::string_view text);
std::string capitalised(std::string text);
/// The bare text replaced, every occurrence, left to right.
std::string replacedAll(std::string text, std::string_view from, std::string_view to);

bool isOneOf(std::string_view word, std::span<const std::string_view> list);
/// A word for a person by trade, age or kin ("sailor", "girl"), one person; in any case.
bool isPersonNoun(std::string_view word);
/// "TV", "FBI": stays in capitals.
bool isAcronym(std::string_view word);
enum class Sex { unknown, male, female };
/// Of a person noun or title: "boy", "Mrs".
Sex sexOfNoun(std::string_view word);

} // namespace rushes::script
