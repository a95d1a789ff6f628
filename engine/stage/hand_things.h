// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/stage/hand_staging.h"

namespace rushes::stage {

/// The set with its own things where the hand put them; the set itself where none was moved or the hand was at another one.
std::shared_ptr<const sets::BuiltSet> setByHand(std::shared_ptr<const sets::BuiltSet> set, const HandStaging& hand);

/// Puts the shot's things from index `first` on where the hand put them: what stands on them and who sits on them goes along.
void putThingsByHand(StagedShot& shot, const HandStaging& hand, std::size_t first);

} // namespace rushes::stage
