// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace rushes::script {

/// The code point that starts at `at` and the bytes it takes (1 for a broken sequence, which reads as U+FFFD). `at` <
/// text.size().
struct CodePoint {
    char32_t value = 0;
    std::size_t bytes = 1;
};
CodePoint codePointAt(std::string_view text, std::size_t at);
void appendUtf8(std::string& out, char32_t value);

/// Case for the alphabets that screenplays are written in: Latin, Greek, Cyrillic, Armenian. Does not ask the locale.
bool isUpper(char32_t c);
bool isLower(char32_t c);
char32_t toLower(char32_t c);
/// A letter of any alphabet; everything beyond Latin that is no punctuation counts.
bool isLetter(char32_t c);

std::string lowered(std::string_view text);
/// At least one letter that has case, and none in lower case.
bool isAllCaps(std::string_view text);
bool hasLetter(std::string_view text);

inline bool isBlankChar(char c) { return c == ' ' || c == '\t' || c == '\f' || c == '\v'; }
inline bool isDigit(char c) { return c >= '0' && c <= '9'; }
std::string_view trimmed(std::string_view text);
std::string_view trimmedRight(std::string_view text);
/// ASCII letters compared without case.
bool startsWithNoCase(std::string_view text, std::string_view prefix);
bool equalsNoCase(std::string_view a, std::string_view b);

} // namespace rushes::script
