// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/reading/tagger.h"

#include <optional>
#include <string>

namespace rushes::reading {

/// Where a shot plays that names no place: each place of place_clues.json adds up the weights of its clues that the text has (people, things,
/// deeds, weather, hour), and the heaviest is taken; the first of the file where two weigh the same. A noun without a clue of its own takes
/// that of the nearest word above it in WordNet, at half its weight. None when nobody is there and nothing
/// goes: things at rest may lie on a bare floor. `outside`: something is left or passed from outside, so only
/// places in the open count. The result's span is empty, because no words stand for it.
std::optional<Place> guessPlace(const TaggedText& text, FormTable& forms, const ShotDescription& said, bool outside);

/// A place that is named in general words becomes what the clues say of it: a street with cowboys a western one, a bar with a spittoon a
/// saloon ("refines" in place_clues.json). A place of the film keeps what it is, whoever is there.
void refinePlace(Place& place, const TaggedText& text, FormTable& forms, const ShotDescription& said);

/// The place of the lexicon that is nearest above a noun in WordNet ("amphitheatre": theater); null when it is no place, or a place of
/// no known kind.
const PlaceEntry* kindredPlace(const FormTable& forms, const std::string& lemma);

} // namespace rushes::reading
