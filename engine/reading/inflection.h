// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace rushes::reading {

/// The plural of the last word of a phrase ("post office" → "post offices"); by rule, with the common irregular ones.
std::string pluralOf(std::string_view phrase);

/// Words that are one thing in the plural: scissors, jeans, stairs … and are their own lemma.
bool isPluralOnly(std::string_view word);

/// The present of the most common irregular verbs, for a machine without WordNet: "sat" → "sit".
std::optional<std::string> irregularVerb(std::string_view word);

} // namespace rushes::reading
