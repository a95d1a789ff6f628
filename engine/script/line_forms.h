// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace rushes::script {

// What a single line can be by its look alone; what it is also depends on the lines around it.

/// Starts with INT, EXT, EST or I/E and a dot, blank or slash, in any case; emphasis signs before it do not count.
bool looksLikeHeading(std::string_view line);
/// ".HEADING": one dot and then a letter or digit.
bool isForcedHeading(std::string_view line);
/// Capitals that end in "TO:", or one of the closing transitions that everyone writes with a full stop. A blank after
/// the colon says no.
bool looksLikeTransition(std::string_view line);
/// Capitals with at least one letter, and extensions in brackets of any case.
bool looksLikeCharacter(std::string_view line);
/// Three or more = and nothing else.
bool isPageBreak(std::string_view line);

struct HeadingParts {
    std::string_view text;
    std::string_view number;
};
/// Takes "#12A#" off the end.
HeadingParts splitSceneNumber(std::string_view heading);

struct CueParts {
    std::string name;
    std::string extension; ///< "V.O., CONT'D"
    bool dual = false;
};
/// "MARA (V.O.) (CONT'D) ^", with or without @.
CueParts splitCue(std::string_view line);

} // namespace rushes::script
