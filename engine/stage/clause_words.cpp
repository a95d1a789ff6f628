// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/stage/clause_words.h"

#include <algorithm>
#include <cctype>

namespace rushes::stage {

std::string clauseFrom(std::string_view prompt, std::size_t begin) {
    std::string clause = " ";
    for (std::size_t i = std::min(begin, prompt.size()); i < prompt.size(); ++i) {
        const char c = char(std::tolower(static_cast<unsigned char>(prompt[i])));
        if (c == '.' || c == ';' || c == ',' || c == '!' || c == '"') break;
        if (std::isspace(static_cast<unsigned char>(c))) {
            if (clause.back() != ' ') clause += ' ';
        } else {
            clause += c;
        }
    }
    clause += ' ';
    return clause.substr(0, std::min(clause.size(), clause.find(" then ")));
}

bool says(const std::string& clause, std::initializer_list<std::string_view> words) {
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return clause.find(word) != std::string::npos; });
}

} // namespace rushes::stage
