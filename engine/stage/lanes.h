// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/stage/blocking.h"

namespace rushes::stage {

/// Where a vehicle stands or goes.
struct Room {
    std::vector<glm::vec3> path; ///< one point: it stands
    float yaw = 0;               ///< degrees
};

/// Room for a vehicle and up to `length` metres of way: for what has wheels a lane of the set's roads, right-hand traffic, or where it has
/// none the longest level strip near the heart, open water for
/// boats, the air over the set for what flies. Keeps clear of `taken`. In a place without a lane it stands where there is most floor.
Room roomFor(const sets::BuiltSet& set, const StagedProp& vehicle, float length, const std::vector<Room>& taken);

} // namespace rushes::stage
