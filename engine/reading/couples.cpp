// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/reading/couples.h"

#include "engine/reading/text.h"
#include "engine/reading/tokenizer.h"

#include <algorithm>
#include <cctype>
#include <string>

namespace rushes::reading {
namespace {

bool actsApart(const Token& word) { return isAny(word.text, {"he", "she", "husband", "wife"}); }

/// Where the phrase that ends with "couple" at `at` begins: its article, at most three words before, of which "middle-aged" is one. `at` when it has none.
std::size_t articleOf(std::string_view prompt, const std::vector<Token>& words, std::size_t at) {
    int between = 0;
    for (std::size_t k = at; k-- > 0 && between < 3;) {
        if (isAny(words[k].text, {"a", "an", "the"})) return k;
        if (words[k].kind != TokenKind::word || isOneOf(words[k].text, "gay lesbian and of")) return at;
        const std::size_t begin = words[k].span.begin;
        between += begin == 0 || prompt[begin - 1] != '-' ? 1 : 0;
    }
    return at;
}

} // namespace

std::vector<Replacement> couplesApart(std::string_view prompt) {
    const std::vector<Token> words = tokenize(prompt);
    const auto couple = std::find_if(words.begin(), words.end(), [](const Token& w) { return w.text == "couple"; });
    if (couple == words.end() || std::none_of(couple, words.end(), actsApart)) return {};
    const auto at = std::size_t(couple - words.begin()), first = articleOf(prompt, words, at);
    if (first == at || (at + 1 < words.size() && words[at + 1].text == "of")) return {};
    const std::string before(prompt.substr(words[first].span.begin, words[at].span.begin - words[first].span.begin)); // "An old "
    std::string again = before;
    again.front() = char(std::tolower(static_cast<unsigned char>(again.front())));
    std::vector<Replacement> out{{{words[first].span.begin, words[at].span.end}, before + "man and " + again + "woman"}};
    for (std::size_t k = at + 2; k < words.size(); ++k) {
        if (!isAny(words[k].text, {"husband", "wife"}) || !isAny(words[k - 1].text, {"the", "his", "her"})) continue;
        out.push_back({{words[k - 1].span.begin, words[k].span.end}, words[k].text == "wife" ? "the woman" : "the man"});
    }
    return out;
}

} // namespace rushes::reading
