// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/reading/film_reader.h"

#include "engine/reading/film_sentence.h"
#include "engine/reading/text.h"

#include <algorithm>

namespace rushes::reading {

namespace {

/// "wide shot of", "a close-up": the little words around a cut phrase go with it.
void cutGlue(FilmState& state, Range sentence) {
    std::vector<bool>& cut = state.out.cut;
    const std::vector<bool> before = cut;
    for (std::size_t q = sentence.begin; q < sentence.end; ++q) {
        if (!before[q]) continue;
        if (q + 1 < sentence.end && isOneOf(state.w[q + 1], "of shot view frame from angle")) cut[q + 1] = true;
        if (q > sentence.begin && isAny(state.w[q - 1], {"a", "an", "the", "in"})) cut[q - 1] = true;
    }
}

} // namespace

FilmReading readFilmWords(const Lexicon& lexicon, const Words& w, const std::vector<Span>& spans, const std::vector<bool>& hidden) {
    FilmReading out;
    out.cut.assign(w.size(), false);
    FilmState state{lexicon, w, spans, hidden, out, std::vector<bool>(w.size()), std::vector<bool>(w.size()), {}, {}, 0, {}, false};
    for (const Range range : sentences(w)) {
        // 1. What is negated, who moves, and where its parts are.
        FilmSentence sentence;
        sentence.range = range;
        sentence.first = range.begin == 0;
        sentence.only = markNegated(lexicon, w, range, state.negated);
        sentence.agent = cameraAgent(lexicon, w, range);
        sentence.segments = segments(w, range);
        sentence.text = join(w, range);
        if (!sentence.only && saysCameraIsStill(w, range)) state.stillByNegation = true;
        // 2. Tables, then moves.
        readFilmTables(state, sentence);
        readMoves(state, sentence);
        cutGlue(state, range);
    }
    // 3. What only the whole text decides.
    finishMoves(state);
    finishFraming(state);
    return out;
}

} // namespace rushes::reading
