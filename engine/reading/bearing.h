// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/reading/action_text.h"
#include "engine/reading/complements.h"
#include "engine/reading/lexicon.h"
#include "engine/reading/verb_motion.h"

#include <optional>
#include <string>

namespace rushes::reading {

/// How somebody bears themselves without a verb of their own: "a sleeping couple", "arms raised", "hands in his pockets".

/// What an adjective at `at` before a person or an animal says that they do: the verb of "sleeping", or "be fallen" where deeds.json has it. Empty when nothing.
std::string verbOfAdjective(const ActionText& text, std::size_t at);

/// "arms raised": the participle `verb` right behind a part of the body is done with that part, and by its owner.
void takeOwnPart(const ActionText& text, ReadVerb& verb, Complements& complements);

/// Where a part of the body is said to be.
struct PartPosture {
    const DeedEntry* deed = nullptr;
    std::string part;
    std::size_t end = 0; ///< behind its last word
};

/// "hands on hips", "his head in his hands", "a hand over her mouth" at this phrase, as deeds.json lists them with "have" ("have hand hip").
std::optional<PartPosture> postureOf(const ActionText& text, const NounPhrase& part);

/// "A woman on the phone paces": she is on the phone, whatever else she does. Relations of people to telephones become what they do.
void readCalls(ShotDescription& out);

/// "Walks up the aisle on her father's arm": he goes along.
void readEscorts(std::string_view prompt, ShotDescription& out);

} // namespace rushes::reading
