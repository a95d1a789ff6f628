// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/reading/clauses.h"
#include "engine/reading/lexicon.h"

#include <string>
#include <vector>

namespace rushes::reading {

/// What the film words of a text say, and which words they are.
struct FilmReading {
    struct StylePhrase {
        Range at;
        std::string text;
    };
    CameraWords camera;
    Conditions conditions;
    std::vector<StylePhrase> style;
    Span framing;             ///< the words of the size, or of the point of view, in the prompt; empty when there are none
    std::vector<bool> cut; ///< word by word: speaks of the camera alone, and is out of the way for the rest of the reading
};

/// Reads camera, light, weather, time, season and style; `hidden` words (dialogue) are left alone. `spans` are the words' bytes.
FilmReading readFilmWords(const Lexicon& lexicon, const Words& w, const std::vector<Span>& spans, const std::vector<bool>& hidden);

} // namespace rushes::reading
