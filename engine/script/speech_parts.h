// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rushes::script {

struct SpeechPart {
    std::string text;
    std::size_t number = 0;
    bool first = true;
};

/// A speech in parts of at most some 24 words, cut between sentences, or at commas when a sentence is longer. One part
/// when it is short.
std::vector<SpeechPart> partsOf(std::string_view speech);

/// A sentence in pieces of at most some 48 words, cut behind commas, semicolons and dashes, else at blanks, and at 2000
/// bytes where there is neither. One piece for every sentence that a person would write.
std::vector<std::string> piecesOf(const std::string& sentence);

} // namespace rushes::script
