// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/reading/couples.h"

#include "engine/reading/text.h"

#include <algorithm>
#include <cctype>
#include <string>

namespace rushes::reading {
namespace {

struct Word {
    std::string text; ///< small letters
    Span at;
};

/// Runs of letters, and marks as words of their own.
std::vector<Word> wordsOf(std::string_view prompt) {
    std::vector<Word> words;
    const auto isLetter = [](char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0 || c == '-'; };
    for (std::size_t i = 0; i < prompt.size();) {
        const char c = prompt[i];
        std::size_t end = i + 1;
        while (isLetter(c) && end < prompt.size() && isLetter(prompt[end])) ++end;
        if (std::isspace(static_cast<unsigned char>(c)) == 0) {
            std::string text(prompt.substr(i, end - i));
            std::transform(text.begin(), text.end(), text.begin(), [](unsigned char x) { return char(std::tolower(x)); });
            words.push_back({std::move(text), {i, end}});
        }
        i = end;
    }
    return words;
}

bool actsApart(const Word& word) { return isAny(word.text, {"he", "she", "husband", "wife"}); }

/// Where the phrase that ends with "couple" at `at` begins: its article, at most three words before. `at` when it has none.
std::size_t articleOf(const std::vector<Word>& words, std::size_t at) {
    for (std::size_t k = at; k-- > 0 && at - k <= 3;) {
        if (isAny(words[k].text, {"a", "an", "the"})) return k;
        if (!std::isalpha(static_cast<unsigned char>(words[k].text.front())) || isOneOf(words[k].text, "gay lesbian and of")) return at;
    }
    return at;
}

} // namespace

std::vector<Replacement> couplesApart(std::string_view prompt) {
    const std::vector<Word> words = wordsOf(prompt);
    const auto couple = std::find_if(words.begin(), words.end(), [](const Word& w) { return w.text == "couple"; });
    if (couple == words.end() || std::none_of(couple, words.end(), actsApart)) return {};
    const auto at = std::size_t(couple - words.begin()), first = articleOf(words, at);
    if (first == at || (at + 1 < words.size() && words[at + 1].text == "of")) return {};
    const std::string before(prompt.substr(words[first].at.begin, words[at].at.begin - words[first].at.begin)); // "An old "
    std::string again = before;
    again.front() = char(std::tolower(static_cast<unsigned char>(again.front())));
    std::vector<Replacement> out{{{words[first].at.begin, words[at].at.end}, before + "man and " + again + "woman"}};
    for (std::size_t k = at + 2; k < words.size(); ++k) {
        if (!isAny(words[k].text, {"husband", "wife"}) || !isAny(words[k - 1].text, {"the", "his", "her"})) continue;
        out.push_back({{words[k - 1].at.begin, words[k].at.end}, words[k].text == "wife" ? "the woman" : "the man"});
    }
    return out;
}

} // namespace rushes::reading
