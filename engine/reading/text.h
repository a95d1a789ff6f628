// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <initializer_list>
#include <string>
#include <string_view>

namespace rushes::reading {

std::string lowerAscii(std::string_view text);

/// isAny(word, {"a", "an"})
inline bool isAny(std::string_view word, std::initializer_list<std::string_view> list) { return std::find(list.begin(), list.end(), word) != list.end(); }

/// isOneOf(word, "at in on"): the words of a list kept as one text; for the long ones. `word` must have no space.
bool isOneOf(std::string_view word, std::string_view list);

/// Whether the phrase stands in the text as whole words; both are words joined by single spaces. A phrase that ends with '*' may go
/// on within its last word ("conclud*").
bool hasPhrase(std::string_view text, std::string_view phrase);
bool hasAnyPhrase(std::string_view text, std::initializer_list<std::string_view> phrases);

} // namespace rushes::reading
