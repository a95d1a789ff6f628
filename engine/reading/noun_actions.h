// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/reading/actions.h"

#include <optional>
#include <string_view>
#include <vector>

namespace rushes::reading {

/// "A person is archery", "is clay pottery making": be and a noun that the table knows as an action, for a text without another one.
std::optional<FoundAction> nounAction(const TaggedText& text, FormTable& forms, int subject);

/// "An argument between his parents", "a fight between two boys": a noun of what those do whom "between" names. Its motion, or empty.
std::string_view motionBetween(std::string_view noun);
std::vector<FoundAction> actionsBetween(const TaggedText& text, const NounPhrases& phrases);

} // namespace rushes::reading
