// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/reading/names.h"

#include "engine/reading/text.h"

namespace rushes::reading {

namespace {

/// The last place that a text names: "Mara's cabin, harbour side" is about the harbour's side, but "INT. FERRY CABIN" about a cabin.
const PlaceEntry* lastPlace(const Lexicon& lexicon, std::string_view text) {
    const Words w = words(text);
    const PlaceEntry* place = nullptr;
    for (std::size_t i = 0; i < w.size();) {
        const auto hit = lexicon.places.at(w, i);
        if (hit) place = *hit.value;
        i += hit ? hit.length : 1;
    }
    return place;
}

} // namespace

NameTable::NameTable(const Lexicon& lexicon, const Names& names) {
    for (const CastName& member : names.cast) m_cast.add(member.name, &member);
    for (const LocationName& location : names.locations) {
        const PlaceEntry* place = lastPlace(lexicon, location.name);
        if (!place) place = lastPlace(lexicon, location.description);
        if (!place) continue; // nothing known: the words of the prompt speak for themselves
        m_matches.push_back({location.name, place});
        m_locations.add(location.name, &m_matches.back());
    }
}

PhraseTable<const CastName*>::Hit NameTable::character(const Words& w, const std::vector<bool>& capital, std::size_t i) const {
    return capital[i] ? m_cast.at(w, i) : PhraseTable<const CastName*>::Hit{};
}

} // namespace rushes::reading
