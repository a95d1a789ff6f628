// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/reading/actions.h"
#include "engine/reading/tokenizer.h"

#include <string_view>
#include <vector>

namespace rushes::reading {

/// Words between a pair of quotes that somebody says.
struct Quote {
    std::size_t open = 0;  ///< the token of the first quote
    std::size_t close = 0; ///< and of the last; the end of the text when it is missing
};

/// The quotes that are dialogue: more than one word, or a word with a verb of saying beside it.
std::vector<Quote> findDialogue(const std::vector<Token>& tokens);

/// Gives each quote its speaker and, when no verb of saying stands for it, an action "say". `kept` are the token numbers that the
/// rest of the reading saw, in order.
void readDialogue(const std::vector<Token>& tokens, const std::vector<Quote>& quotes, const std::vector<std::size_t>& kept, std::string_view prompt,
                  const NounPhrases& phrases, std::vector<FoundAction>& actions, ShotDescription& out);

} // namespace rushes::reading
