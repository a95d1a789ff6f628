// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/reading/film_reader.h"

#include <array>
#include <string>
#include <vector>

namespace rushes::reading {

/// A phrase that names a framing, where it stands.
struct FramingHit {
    std::size_t at = 0;
    std::size_t length = 0;
    std::string value;
};

enum class Framing { size, angle, height, pov };

/// A camera move on its way through the merging, with where it came from.
struct FoundMove {
    CameraMove move;
    std::size_t at = 0;
    std::size_t length = 0;
    std::string head;
    bool noDirection = false;
};

/// What one reading of film words works on, from sentence to sentence.
struct FilmState {
    const Lexicon& lexicon;
    const Words& w;
    const std::vector<Span>& spans;
    const std::vector<bool>& hidden;
    FilmReading& out;
    std::vector<bool> negated;
    std::vector<bool> known; ///< words of the tables' phrases
    std::array<std::vector<FramingHit>, 4> framing;
    std::vector<FoundMove> moves;
    int order = 0;
    std::optional<Range> unnamedMove; ///< "the camera moves"
    bool stillByNegation = false;
};

/// One sentence of it.
struct FilmSentence {
    Range range;
    std::vector<Range> segments;
    bool first = false; ///< of the text
    bool only = false;  ///< "only", "nothing but"
    AgentStrength agent = AgentStrength::none;
    std::string text;
};

/// Film words and words that may stand among them; `known` marks those of the tables' phrases.
bool isFilmWord(const Lexicon& lexicon, const Words& w, std::size_t i, bool known);

/// Sizes, angles, lenses, light, weather … of one sentence.
void readFilmTables(FilmState& state, const FilmSentence& sentence);

/// Camera moves of one sentence, in order.
void readMoves(FilmState& state, const FilmSentence& sentence);

/// The merging over the whole text, and the orders counted from 0.
void finishMoves(FilmState& state);

/// Where the framing starts and ends.
void finishFraming(FilmState& state);

} // namespace rushes::reading
