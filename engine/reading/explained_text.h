// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/reading/reader.h"

#include <string>
#include <string_view>
#include <vector>

namespace rushes::reading {

/// What the director said that words of a shot mean: {"meanings": {"semaphore": "signal lamp"}} of its settings. Settings that cannot be
/// read explain nothing.
std::vector<WordMeaning> meaningsOf(const std::string& settingsJson);

/// Bytes of a prompt and what is read in their place.
struct Replacement {
    Span at;
    std::string text;
};

/// A prompt with what a person explained put in for their words, and the way back to the bytes that were written.
class ExplainedText {
  public:
    /// Whole words and phrases, letters in any case, the longest first; nothing is put in twice.
    ExplainedText(std::string_view prompt, const std::vector<WordMeaning>& meanings);
    /// Replacements in the order of the prompt, apart from each other.
    ExplainedText(std::string_view prompt, const std::vector<Replacement>& replacements);

    const std::string& text() const { return m_text; }
    bool changed() const { return !m_pieces.empty(); }
    /// Moves every span of a description of `text()` to the prompt as written; what is said in quotes is as written, too.
    void moveBack(ShotDescription& description) const;

  private:
    struct Piece {
        std::size_t written, writtenEnd; ///< bytes of the prompt
        std::size_t put, putEnd;         ///< bytes of `m_text`
    };
    std::size_t back(std::size_t byte, bool end) const;
    void move(Span& span) const;

    std::string_view m_prompt;
    std::string m_text;
    std::vector<Piece> m_pieces;
};

} // namespace rushes::reading
