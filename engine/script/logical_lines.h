// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/script/fountain.h"

#include <deque>

namespace rushes::script {

/// A note or boneyard, cut out of the text before the elements are read.
struct Cut {
    ElementType type = ElementType::note;
    std::string_view text;            ///< between the brackets
    std::uint32_t begin = 0, end = 0; ///< with the brackets, bytes of the text
    int firstLine = 1, lastLine = 1;
};

/// A line as the writer means it: without notes and boneyards, so it may span several lines of the file. A run of empty
/// lines is one.
struct LogicalLine {
    std::string_view text;
    int firstLine = 1, lastLine = 1;
    bool cutOnly = false; ///< nothing but blank space is left of a line that held a note or boneyard

    bool blank() const;
};

struct LogicalText {
    std::vector<LogicalLine> lines;
    std::vector<Cut> cuts; ///< in the order of the text
    std::vector<ScriptWarning> warnings;
    std::deque<std::string> joined; ///< owns the text of lines that had cuts in them
};

/// `text` has plain line ends and outlives the result. One pass over the text for each kind of bracket.
LogicalText splitLines(std::string_view text);

} // namespace rushes::script
