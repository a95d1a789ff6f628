// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/stage/camera_track.h"
#include "engine/stage/staging.h"

namespace rushes::stage {

/// Makes a move fit the set and the framing: passes it through the framing earlier or later, or makes less of it, until the camera goes
/// through nothing and the main person's face stays in the picture (at the end of the move, where it goes to that person). What had to be
/// left out is said in the shot's warnings. Gives back at how many of the moments the face is lost even so. `faces` are the main person's eyes at nine evenly spread moments; empty for shots of things.
int fitTrack(TrackOptions& options, StagedShot& shot, const std::vector<glm::vec3>& faces);

} // namespace rushes::stage
