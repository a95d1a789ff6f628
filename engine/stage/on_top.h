// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/reading/shot_description.h"
#include "engine/sets/set_library.h"
#include "engine/stage/blocking.h"

namespace rushes::stage {

/// "Stands on a table and shouts", "jump on the bed": puts those who stay there on top of the thing, the set's own or one that is brought to where
/// they stand. Who sits, lies or goes is left as they are, and so is everything one does not step on (nothing higher than 1.6 m). Call it when
/// everybody has their place.
void standOnThings(Blocking& blocking, const sets::SetLibrary& sets, const reading::ShotDescription& description);

/// Whether what the action names is what its subject is on: "stands on a crate", which is not in the hand then.
bool standsOnIt(const reading::ShotDescription& description, const reading::Action& action);

} // namespace rushes::stage
