// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/result.h"
#include "engine/figures/character_design.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rushes::figures {

/// How a role, an outfit or a garment looks; what is absent stays as age and sex make it. Colours are sRGB 0..1.
struct Look {
    std::optional<Outfit> cut, womansCut;
    std::optional<Headwear> headwear;
    std::optional<Hair> hair;
    std::optional<Beard> beard;
    std::optional<glm::vec3> upper, lower, detail, shoes, skin;
    std::string sex, age; ///< of whom nothing else is known; as in PersonWords
};

/// assets/cast/looks.json: roles ("knight"), outfits of assets/lexicon/persons.json ("military") and garments ("gown") by word.
class LookBook {
public:
    /// Errors: damaged when it is no JSON or names an unknown cut.
    static Result<LookBook> parse(std::string_view text);
    /// The file that ships with Rushes, read once; without it nobody has a look of their own.
    static const LookBook& standard();

    /// Null when no row has the word.
    const Look* find(std::string_view word) const;
    std::size_t size() const { return m_looks.size(); }

private:
    std::vector<Look> m_looks;
    std::map<std::string, std::size_t, std::less<>> m_of;
};

/// The looks of what is said of a person, the trade first and each garment over it.
std::vector<const Look*> looksOf(const PersonWords& words);

} // namespace rushes::figures
