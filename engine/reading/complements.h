// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/reading/action_text.h"
#include "engine/reading/motions.h"
#include "engine/reading/pronouns.h"

#include <cstddef>
#include <string>

namespace rushes::reading {

/// What follows a verb: particles, object, and whom or what a preposition leads to.
struct Complements {
    VerbPhrase phrase;
    std::size_t end = 0;              ///< the first word after verb and particles
    const NounPhrase* object = nullptr;
    int direct = nobody;              ///< the object's subject, also by a pronoun
    int target = nobody;              ///< the object's, else that of "at", "to", "with" …
    int tool = nobody;                ///< what it is done with: "with a stick"
    std::string part;                 ///< "the hood" of "sits on the hood of a car"
    std::string preposition;          ///< that follows instead of an object
};

/// Of the verb at `at`, by its lemma.
Complements complementsOf(const ActionText& text, const Mentions& mentions, std::size_t at, const std::string& verb);

} // namespace rushes::reading
