// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/script/introductions.h"

#include "engine/script/letters.h"
#include "engine/script/words.h"

#include <algorithm>
#include <array>

namespace rushes::script {

namespace {

constexpr std::array<std::string_view, 27> ageWords{"age",
                                                    "aged",
                                                    "early",
                                                    "mid",
                                                    "late",
                                                    "barely",
                                                    "about",
                                                    "around",
                                                    "teens",
                                                    "twenties",
                                                    "thirties",
                                                    "forties",
                                                    "fifties",
                                                    "sixties",
                                                    "seventies",
                                                    "eighties",
                                                    "young",
                                                    "old",
                                                    "elderly",
                                                    "middle-aged",
                                                    "twentysomething",
                                                    "thirtysomething",
                                                    "fortysomething",
                                                    "teenage",
                                                    "mid-twenties",
                                                    "mid-thirties",
                                                    "mid-forties"};
constexpr std::array<std::string_view, 13> openers{"a",    "an",      "the",     "his", "her",     "their", "in",
                                                   "with", "wearing", "dressed", "now", "retired", "former"};

/// Whether a part between commas goes on describing ("30s", "a clerk", "in a red coat"), rather than telling what
/// happens.
bool isDescriptive(std::string_view part, bool first) {
    const std::vector<Word> words = wordsOf(part);
    if (words.empty() || words.size() > 14) return false;
    if (isDigit(words[0].core[0]) || isOneOf(words[0].core, ageWords)) return true;
    if (equalsNoCase(words[0].core, "in") && words.size() > 1) { // "in a coat" describes, "in the corner" tells where
        return equalsNoCase(words[1].core, "a") || equalsNoCase(words[1].core, "an") ||
               equalsNoCase(words[1].core, "his") || equalsNoCase(words[1].core, "her");
    }
    if (isOneOf(words[0].core, openers)) return true;
    const std::string_view lead = words[0].core;
    if (lead.size() > 4 && lead.substr(lead.size() - 3) == "ing") return false; // "turning her back on her sister"
    return first && std::any_of(words.begin(), words.end(), [](const Word& w) { return isPersonNoun(w.core); }) &&
           words.size() <= 6;
}

std::string behindName(std::string_view sentence, std::size_t end) {
    std::size_t at = end;
    while (at < sentence.size() && sentence[at] == ' ')
        ++at;
    if (at < sentence.size() && sentence[at] == '(') {
        const std::size_t close = sentence.find(')', at);
        if (close != std::string_view::npos && close - at <= 80)
            return std::string(trimmed(sentence.substr(at + 1, close - at - 1)));
    }
    std::string out;
    std::string_view rest = sentence.substr(end);
    if (const std::size_t dash = rest.find(" --"); dash != std::string_view::npos) rest = rest.substr(0, dash);
    bool first = true;
    while (!rest.empty() && rest.front() == ',') {
        rest.remove_prefix(1);
        const std::size_t comma = std::min(rest.find(','), rest.find_first_of(".;:!?"));
        const std::string_view part = trimmed(rest.substr(0, comma));
        if (!isDescriptive(part, first)) break;
        // The last part runs into the verb when no comma closes it: "a clerk in a red coat locks the door." is not
        // taken apart.
        if (comma == std::string_view::npos || (rest[comma] != ',' && !first && wordCount(part) > 9)) break;
        out += (out.empty() ? "" : ", ") + std::string(part);
        rest = rest.substr(comma);
        first = false;
    }
    return out;
}

/// "his 7 year-old son, MATTHEW", "his wife KATE".
std::string beforeName(std::string_view sentence, std::size_t begin) {
    if (begin < 3 || sentence[begin - 1] != ' ') return {};
    const std::string_view head = trimmed(sentence.substr(0, sentence[begin - 2] == ',' ? begin - 2 : begin - 1));
    const std::vector<Word> words = wordsOf(head);
    if (words.empty() || words.back().end != head.size()) return {};
    for (std::size_t back = 1; back <= std::min<std::size_t>(6, words.size()); ++back) {
        const Word& word = words[words.size() - back];
        if (head.substr(word.begin).find(',') != std::string_view::npos) return {};
        static constexpr std::array<std::string_view, 6> determiners{"his", "her", "their", "a", "an", "the"};
        if (!isOneOf(word.core, determiners) && !word.possessive) continue;
        const std::string noun(trimmed(head.substr(word.possessive ? word.begin : word.end)));
        return isPersonNoun(words.back().core) ? noun : std::string{};
    }
    return {};
}

} // namespace

std::string descriptionAround(std::string_view sentence, std::size_t begin, std::size_t end) {
    constexpr std::size_t window =
        300; // no description is longer; a whole paragraph for every name would take time squared
    const std::size_t from = begin > window ? begin - window : 0;
    sentence = sentence.substr(from, end - from + window);
    const std::string behind = squeezed(behindName(sentence, end - from));
    return behind.empty() ? squeezed(beforeName(sentence, begin - from)) : behind;
}

Introduction introductionBehind(std::string_view sentence, std::size_t nameEnd) {
    Introduction out{squeezed(behindName(sentence.substr(0, nameEnd + 300), nameEnd)), nameEnd};
    if (out.description.empty()) return out;
    const std::size_t lastComma = out.description.rfind(", ");
    const std::string last = lastComma == std::string::npos ? out.description : out.description.substr(lastComma + 2);
    const std::size_t at = sentence.find(last, nameEnd);
    if (at == std::string_view::npos) return {};
    out.end = at + last.size();
    if (out.end < sentence.size() && (sentence[out.end] == ',' || sentence[out.end] == ')')) ++out.end;
    return out;
}

bool describesPerson(std::string_view description) {
    const std::vector<Word> words = wordsOf(description);
    return std::any_of(words.begin(), words.end(), [](const Word& w) {
        const bool age = isDigit(w.core[0]) && w.core.size() <= 4;
        return age || isOneOf(w.core, ageWords) || (!w.possessive && isPersonNoun(w.core));
    });
}

} // namespace rushes::script
