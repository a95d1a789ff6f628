// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/stage/hand_staging.h"

namespace rushes::stage {

/// Puts people where the hand put them: their whole way with them, its later points where the hand changed them, or along their keys.
void putPeopleByHand(StagedShot& shot, const HandStaging& hand);

/// Says in warnings what rests: marks of another set, and those of whom or what is not in the shot now. They are kept.
void sayWhoIsAbsent(StagedShot& shot, const HandStaging& hand);

/// Beats that take somebody through keys (by time, at least one). From a key they go at once and no slower than a stroll, faster than a
/// walk they run; where they stand they do what their beats had them do then, or the key's act. Before the first key and after the last
/// they stand at it.
std::vector<Beat> throughKeys(const StagedPerson& person, const sets::BuiltSet& set, const std::vector<PersonKey>& keys);

/// Keys that take somebody the way that they go anyhow: to begin with. One at the start, and at both ends of each way and at its corners.
std::vector<PersonKey> keysAlong(const StagedPerson& person);

} // namespace rushes::stage
