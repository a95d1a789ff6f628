// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/figures/act_book.h"
#include "engine/stage/blocking.h"

#include <optional>

namespace rushes::stage {

/// Where a thing stands that somebody works at with their hands, from where they stand and face. Metres and degrees.
struct WorkedAt {
    float ahead = 0.5f;             ///< from their feet to its middle
    float along = 0;                ///< of its middle to their right
    float turn = 180;               ///< of its front against theirs
    float clear = 0.3f;             ///< radius of floor that it needs
    std::optional<float> showFrom;  ///< as in Beat: from where neither hides the other
};

/// An animal or a vehicle: worked at from the side, not from the front.
bool hasFlank(const reading::Subject& subject);

/// True when hands are put to a thing that stands there: a horse that is saddled, a car that is washed, a tree that is shaken. False
/// for what moves by itself, what stands somewhere by the prompt's own words, and who goes somewhere.
bool isWorkedAt(const Beat& beat, const figures::Act& act, const reading::Subject& target, const StagedProp& thing, const reading::ShotDescription& description);

/// Before the hands: animals and vehicles with their flank, other things with their front.
WorkedAt workedAt(const Beat& beat, const reading::Subject& target, const StagedProp& thing);

} // namespace rushes::stage
