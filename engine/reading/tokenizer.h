// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/reading/shot_description.h"

#include <string>
#include <string_view>
#include <vector>

namespace rushes::reading {

enum class TokenKind {
    word,   ///< Latin letters, with an apostrophe inside ("don't"), or the possessive "'s"
    number, ///< digits with a unit that touches them: 35mm, 24fps, 4k, 90°
    mark,   ///< one punctuation mark
    foreign ///< a run of letters of another alphabet, a symbol, or bytes that are no UTF-8
};

/// A word of the prompt as the tables see it: lower case, straight quotes, an em dash is a comma; hyphens make no token, so that
/// "close-up" and "close up" are the same.
struct Token {
    std::string text;
    Span span; ///< in the original bytes
    TokenKind kind = TokenKind::mark;
    bool capital = false; ///< begins with an upper-case letter in the original
};

/// Never fails, never skips anything but white space, hyphens and invisible marks.
std::vector<Token> tokenize(std::string_view text);

/// The words alone; how phrases of the lexicon are cut, so that text and tables agree.
std::vector<std::string> words(std::string_view text);

} // namespace rushes::reading
