// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/reading/names.h"
#include "engine/reading/shot_description.h"
#include "engine/reading/tokenizer.h"

#include <optional>
#include <string_view>
#include <vector>

namespace rushes::reading {

/// A scene heading that a prompt begins with, as screenplays write it: "INT. POLICE CAR - NIGHT."
struct Heading {
    Span span;             ///< from "INT." to the full stop or the end of the line
    Span title;            ///< the place alone: "POLICE CAR"
    bool exterior = false; ///< EXT. alone; "INT./EXT." counts as within
    std::optional<Place> place;

    bool isThere() const { return span.end > span.begin; }
};

/// Empty when the prompt begins with none. The place is the film's own location or the longest the lexicon knows of the title, of two as
/// long the later: "HOSPITAL CORRIDOR" is a corridor.
Heading readHeading(std::string_view prompt, const std::vector<Token>& tokens, const Lexicon& lexicon, const NameTable& names);

/// Whether a place of the text says more than the heading does: the kitchen of "INT. HOUSE".
bool isMoreThan(const Place& heading, const Place& text);

/// The heading's road vehicle becomes a subject with everybody in it ("INT. TAXI"), but where the text names one itself or the heading is
/// one of the film's locations.
void boardHeading(std::string_view prompt, const Heading& heading, const Lexicon& lexicon, ShotDescription& out);

} // namespace rushes::reading
