// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/reading/lexicon.h"
#include "engine/reading/reader.h"

#include <deque>

namespace rushes::reading {

/// One of the film's own locations and the kind of place that its name or description speaks of.
struct LocationMatch {
    std::string name;
    const PlaceEntry* place = nullptr;
};

/// The film's own names as a phrase table. Keeps references to `names`; belongs to one reading.
class NameTable {
  public:
    NameTable(const Lexicon& lexicon, const Names& names);

    /// The longest name of the cast at this word, when the text writes it with a capital.
    PhraseTable<const CastName*>::Hit character(const Words& w, const std::vector<bool>& capital, std::size_t i) const;
    PhraseTable<const LocationMatch*>::Hit location(const Words& w, std::size_t i) const { return m_locations.at(w, i); }

  private:
    PhraseTable<const CastName*> m_cast;
    PhraseTable<const LocationMatch*> m_locations;
    std::deque<LocationMatch> m_matches;
};

} // namespace rushes::reading
