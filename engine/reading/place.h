// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/reading/noun_phrases.h"

#include <string_view>

namespace rushes::reading {

/// Decides which noun phrases are where the shot is, and keeps the best of them.
class PlaceReader {
  public:
    PlaceReader(const TaggedText& text, FormTable& forms, const NounPhrases& phrases, ShotDescription& out);

    /// True when the phrase is a place and nothing else; `phrase.place` is set when it is (also) one.
    bool read(NounPhrase& phrase);

  private:
    bool isPlace(const NounPhrase& phrase, const Entity& entity) const;
    bool isLookedAt(const NounPhrase& phrase) const;
    bool isWholeOf(const NounPhrase& phrase) const;
    bool isLeftAtLast(const NounPhrase& phrase) const;
    const PlaceEntry* placeAboard(const NounPhrase& phrase) const;
    const PlaceEntry* placeOfSteps(const NounPhrase& phrase) const;
    bool isLeftBehind(const NounPhrase& phrase, const PlaceEntry& place) const;
    const PlaceEntry* kindred(const NounPhrase& phrase) const;
    void propose(const NounPhrase& phrase, const PlaceEntry& place, const std::string& location, int rank);
    void readModifier(const NounPhrase& phrase);
    int rank(const NounPhrase& phrase, const PlaceEntry& place) const;

    const TaggedText& m_text;
    FormTable& m_forms;
    const NounPhrases& m_phrases;
    ShotDescription& m_out;
    bool m_verbless = true; ///< no verb in the text: a noun alone may be the place
    int m_best = 0;
};

/// "a dark bedroom": how the place is lit, by the words before it. Dark is night unless the words say another hour.
void readPlaceLight(const TaggedText& text, const NounPhrases& phrases, ShotDescription& out);

/// "EXT. BANK - DAY": before the bank, not in it. Never of the film's own locations, which have their setting from the script.
void goOutside(const Lexicon& lexicon, Place& place);

/// Where a shot plays whose words name a thing that is a place too: before the door of what is left or seen from outside ("outside the
/// bank", "a burning warehouse"), else about a building or a mountain that is looked at ("a lighthouse in a storm").
std::optional<Place> placeOfThings(const TaggedText& text, const Lexicon& lexicon, const NounPhrases& phrases);

} // namespace rushes::reading
