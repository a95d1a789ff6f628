// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/reading/actions.h"
#include "engine/reading/clauses.h"

#include <string>
#include <vector>

namespace rushes::reading {

/// A phrase of staging.json, where it stands in the text.
struct StagingPhrase {
    Range at;
    std::string id;
    bool formation = false; ///< else a course
    Span span;              ///< in the prompt
};

/// Where people go as the camera sees it and how they stand together; what is said of the camera's own way is left alone, and so is `hidden`.
std::vector<StagingPhrase> readStagingWords(const Lexicon& lexicon, const Words& w, const std::vector<Span>& spans, const std::vector<bool>& hidden);

/// Gives each phrase to the deed it belongs to, the last before it in its sentence, else the next; a formation without a deed goes to who
/// stands before it. `kept` are the places in the whole text of the words that the actions were read from.
void applyStaging(const std::vector<StagingPhrase>& staging, const Words& w, const std::vector<std::size_t>& kept, const NounPhrases& phrases, std::vector<FoundAction>& actions,
                  ShotDescription& out);

} // namespace rushes::reading
