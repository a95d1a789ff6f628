// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/reading/noun_phrases.h"

#include <cstddef>
#include <string>
#include <vector>

namespace rushes::reading {

/// An action on its way, with where its verb stands.
struct FoundAction {
    int subject = nobody;
    int target = nobody;
    std::size_t at = 0;
    Tag form = Tag::verb;
    std::string verb;
    std::string motion;
    std::string object;
    std::string particle;
    std::string act;
    bool actByVerb = false;
    std::string part;
    int tool = nobody;
    std::string course; ///< "around" its target, "upstairs", "downstairs"
    int order = 0;
    bool fast = false;
    bool slow = false;
    Span span;
    bool ongoing = false; ///< a posture they are in already
};

/// Walks the clauses and finds who does what to whom, in which order. Adds implied people ("she walks") and what is worn to
/// `out.subjects`, and verbs that nothing plays to `out.unknown`.
std::vector<FoundAction> readActions(const TaggedText& text, FormTable& forms, NounPhrases& phrases, ShotDescription& out);

} // namespace rushes::reading
