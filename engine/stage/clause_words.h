// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

namespace rushes::stage {

/// The rest of the clause from a byte of the prompt on, in small letters with single blanks, one before and one behind.
std::string clauseFrom(std::string_view prompt, std::size_t begin);

/// Whether the clause has one of the words or their beginnings, given with the blanks that matter: " out ".
bool says(const std::string& clause, std::initializer_list<std::string_view> words);

} // namespace rushes::stage
