// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/reading/tagger.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace rushes::reading {

inline constexpr int nobody = -1;

/// Words [begin, end) around a noun; what they mean is filled in by readSubjects.
struct NounPhrase {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::size_t head = 0;     ///< where the head noun begins
    std::size_t last = 0;     ///< its last word
    std::string lemma;        ///< of the head
    std::string preposition;  ///< before it, or empty
    int subject = nobody;     ///< index of its subject
    const PlaceEntry* place = nullptr;
    bool leftBehind = false;  ///< a place that is seen from outside ("walks out of the bank")
    bool definite = false;
    bool group = false;       ///< "a flock of": stands for the next one
    bool isObject = false;
    std::optional<int> count; ///< handed over by a group
    std::optional<std::string> groupPreposition;
};

/// One of several who is spoken of alone: "one of them", "the older one".
struct Member {
    int group = nobody;   ///< the subject that lost one
    int subject = nobody; ///< who that is
    std::size_t at = 0;   ///< the word from which on they act apart
};

/// The noun phrases of a text in order, and which of them a word belongs to.
struct NounPhrases {
    std::vector<NounPhrase> list;
    std::vector<int> at; ///< index by word, or nobody
    std::vector<Member> members; ///< in order

    NounPhrase* beginningAt(std::size_t i);
    const NounPhrase* beginningAt(std::size_t i) const { return const_cast<NounPhrases*>(this)->beginningAt(i); }
    NounPhrase* around(std::size_t i) { return i < at.size() && at[i] != nobody ? &list[static_cast<std::size_t>(at[i])] : nullptr; }
    const NounPhrase* around(std::size_t i) const { return const_cast<NounPhrases*>(this)->around(i); }
    /// The phrase after this one, if the list has one.
    NounPhrase* after(const NounPhrase& phrase);
    const NounPhrase* after(const NounPhrase& phrase) const { return const_cast<NounPhrases*>(this)->after(phrase); }
};

NounPhrases findNounPhrases(const TaggedText& text);

} // namespace rushes::reading
