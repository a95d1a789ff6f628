// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/generate/shot_request.h"
#include "engine/stage/blocking.h"
#include "engine/sets/set_library.h"
#include "engine/stage/scene_so_far.h"

namespace rushes::stage {

/// Gives everyone a place and beats: characters keep their marks from shot to shot of a location (by their place in the film's cast),
/// talkers face each other, seats are found for those who sit, and actions follow each other in their order.
/// `before` is what the scene's earlier shots leave: who sat sits, and who went out to one side comes from the other.
/// Fills people's beats and may add a chair to `blocking.props`. Warnings tell what could not be done as written.
void blockPeople(Blocking& blocking, const sets::SetLibrary& sets, const reading::ShotDescription& description,
                 const generate::ShotRequest& request, const SceneSoFar& before, std::vector<std::string>& warnings);

} // namespace rushes::stage
