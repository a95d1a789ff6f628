// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/sets/set_library.h"
#include "engine/stage/blocking.h"

namespace rushes::stage {

/// Brings what people's acts need: the thing that a verb is done to or its usual tool into the hand, and the counter, piano, bicycle
/// or cart to where the act wants it (the set's own when one is near). May turn and move those who need a place to work, and gives
/// their beats the height of the work. Things that come here are done; blockProps leaves them alone.
void bringThings(Blocking& blocking, const sets::SetLibrary& sets, const reading::ShotDescription& description, std::vector<std::string>& warnings);

} // namespace rushes::stage
