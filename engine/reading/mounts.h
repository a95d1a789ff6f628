// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/reading/shot_description.h"

namespace rushes::reading {

/// "A rider on horseback crosses the desert": whoever is on horseback rides, whichever of the two the verb was read of. A surfer's board is a
/// surfboard, and the board that is written on a blackboard.
void mountRiders(ShotDescription& out);

} // namespace rushes::reading
