// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/reading/action_text.h"
#include "engine/reading/complements.h"
#include "engine/reading/motions.h"

#include <cstddef>
#include <string>

namespace rushes::reading {

/// A verb in its place, with what it was found to go with.
struct ReadVerb {
    std::size_t at = 0;
    Tag form = Tag::verb;
    std::string verb;          ///< lemma
    int by = nobody;           ///< who does it
    bool passive = false;      ///< it is done to them, by nobody who is named
    std::string part;          ///< of the body that is the subject
};

/// What shows a verb: a motion of motions.json, and the act of deeds.json where that says more.
struct VerbMotion {
    std::string motion;
    Deed deed;
};

/// The motion of a verb with its complements: words that the tables have as one action first, then motionOf and what its subject can do. May
/// replace the complements' objects by the whole that they name ("push-ups", the game around).
VerbMotion motionOfVerb(const ActionText& text, const ReadVerb& verb, Complements& complements);

/// Words of the tables that begin with this verb ("does push ups") make one action.
bool isListedPhrase(const ActionText& text, std::size_t at, const std::string& verb);

} // namespace rushes::reading
