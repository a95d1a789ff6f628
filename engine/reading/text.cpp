// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/reading/text.h"

namespace rushes::reading {

std::string lowerAscii(std::string_view text) {
    std::string result(text);
    for (char& c : result) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    }
    return result;
}

bool hasPhrase(std::string_view text, std::string_view phrase) {
    const bool open = phrase.ends_with('*');
    if (open) phrase.remove_suffix(1);
    for (std::size_t at = text.find(phrase); at != std::string_view::npos; at = text.find(phrase, at + 1)) {
        const std::size_t end = at + phrase.size();
        const bool begins = at == 0 || text[at - 1] == ' ';
        if (begins && (open || end == text.size() || text[end] == ' ')) return true;
    }
    return false;
}

bool isOneOf(std::string_view word, std::string_view list) { return !word.empty() && hasPhrase(list, word); }

bool hasAnyPhrase(std::string_view text, std::initializer_list<std::string_view> phrases) {
    return std::any_of(phrases.begin(), phrases.end(), [&](std::string_view phrase) { return hasPhrase(text, phrase); });
}

} // namespace rushes::reading
