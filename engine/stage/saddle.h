// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/stage/blocking.h"

#include <cstddef>
#include <string>

namespace rushes::stage {

/// Metres from the ground to the top of what is ridden, over its origin: a back, a hump.
float backHeight(const StagedProp& ridden);

/// Metres that a rider must be raised to sit on that back, doing `act`. Never less than 0.
float saddleLift(const StagedPerson& rider, const std::string& act, const StagedProp& ridden);

/// What stands before somebody who mounts it in beat `b`; null where nothing does.
StagedProp* mountOf(Blocking& blocking, std::size_t person, std::size_t b);

/// Who mounts sits in the saddle from then on, until they ride; who dismounts sat there before. Adds beats to people.
void sitInSaddles(Blocking& blocking);

} // namespace rushes::stage
