// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/sets/node.h"
#include "engine/sets/prop_book.h"
#include "engine/sets/set_library.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rushes::sets {

/// Lower case, letters and digits kept, everything else one space, articles and possessives dropped.
std::string plainWords(std::string_view text);
/// The word without its plural ending; unchanged when it has none.
std::string singular(const std::string& word);

/// Which kit stands for a place word, which prop for a noun.
class WordBook {
public:
    /// kits/_places.json: the lexicon's kinds, and words of headings. Throws ReadError.
    void readPlaces(const Node& file, const std::vector<std::string>& kits);
    /// The lexicon's places.json: words -> kind. Kinds without a kit are left out.
    void readLexicon(const Node& file);
    /// props/nouns.json. Throws ReadError.
    void readNouns(const Node& file, const PropBook& props);

    std::optional<Match> place(std::string_view words) const;
    std::optional<Match> noun(std::string_view noun) const;

private:
    std::optional<Match> placePhrase(const std::string& phrase) const;
    std::optional<Match> nounPhrase(const std::string& phrase) const;

    std::map<std::string, Match> m_places, m_nouns;
};

} // namespace rushes::sets
