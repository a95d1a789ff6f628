// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/result.h"
#include "engine/reading/corrections.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rushes::reading {

/// One of the film's own characters: how the script calls them, and what is known of them.
struct CastName {
    std::string name;                  ///< "Mara", "OLD TOM", "Dr Vale": matched as a whole, letters in any case
    Sex sex = Sex::unknown;
    std::optional<AgeClass> age;
    std::optional<int> ageYears;
    std::string description;           ///< free words ("60s, white beard, oilskins"): read for what the other fields leave open
};

/// One of the film's own locations.
struct LocationName {
    std::string name;        ///< "HARBOUR", "Mara's cabin"
    std::string description; ///< free words that say what place it is, when the name does not
};

/// What a person says that a word means: "semaphore" is a "signal lamp". It counts as if the prompt had said so.
struct WordMeaning {
    std::string word;
    std::string meaning;
};

/// The film's own words. An empty one reads the prompt by itself.
struct Names {
    std::vector<CastName> cast;
    std::vector<LocationName> locations;
    std::vector<WordMeaning> meanings; ///< in the order of importance: of two for one word the first counts
    std::vector<Correction> corrections; ///< by hand, over the words (correctionsOf); meanings may be among them
};

struct ReaderOptions {
    std::optional<std::filesystem::path> wordnet; ///< WordNet's folder; absent: $WNSEARCHDIR, else /usr/share/wordnet
};

/// Reads a director's note into a ShotDescription: film words first, then people, things, actions, relations and place by a
/// deterministic chunker. No network, no weights, no randomness.
/// Owned by whoever creates it, lives as long as wanted; after create() it never changes, and read() may run on any number of
/// threads at once.
class Reader {
  public:
    /// Loads assets/lexicon (tens of milliseconds) and maps WordNet's files when they are there; without them everything works
    /// but guessing what an unlisted word is. Fails when the lexicon is missing or damaged.
    static Result<std::unique_ptr<Reader>> create(ReaderOptions options = {});
    ~Reader();
    Reader(const Reader&) = delete;
    Reader& operator=(const Reader&) = delete;

    /// Never fails: what is not understood is in `unknown`. Any bytes may come in; those that are no UTF-8 count as unknown.
    ShotDescription read(std::string_view prompt, const Names& names = {}) const;

    bool hasWordNet() const;

    /// What a correction of this kind may say, sorted: kinds of places, verbs that have a motion; empty for people and meanings, who are
    /// the film's own.
    std::vector<std::string> choices(CorrectionKind kind) const;

  private:
    struct Parts;
    ShotDescription readText(std::string_view prompt, const Names& names) const;
    explicit Reader(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> m_parts;
};

} // namespace rushes::reading
