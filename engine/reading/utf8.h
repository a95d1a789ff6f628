// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace rushes::reading {

struct CodePoint {
    char32_t value = 0;  ///< U+FFFD for a byte that is no UTF-8
    std::size_t bytes = 1;
};

/// The code point that begins at `at` (which lies inside `text`). Overlong forms and surrogates count as broken.
CodePoint decodeUtf8(std::string_view text, std::size_t at);
void appendUtf8(std::string& out, char32_t c);

bool isSpace(char32_t c);
bool isInvisible(char32_t c);   ///< joiners, marks of direction, soft hyphen, byte order mark
bool isLatinLetter(char32_t c); ///< with the accented ones
bool isUpper(char32_t c);
char32_t toLower(char32_t c);
/// Curly quotes straight, dashes to hyphen or comma, the ellipsis to a full stop; everything else as it is.
char32_t plainMark(char32_t c);

} // namespace rushes::reading
