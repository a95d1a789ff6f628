// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/stage/frame_people.h"

namespace rushes::stage {

/// Where no free place for the camera was found: takes away what stands between camera and subject (a wall, a shelf, a post), as is done
/// on a sound stage, and says so in the shot's warnings. The ground, and objects longer than a house front, stay; then the warning says
/// that something is in the way. `ways`: metres from the subject to where it is at other moments; within a building walls are taken away there, too.
void openWalls(StagedShot& shot, const ShotFrame& frame, const std::vector<glm::vec3>& ways = {});

/// Whether a ray through the set is blocked once the shot's opened objects are away.
bool blockedInShot(const StagedShot& shot, const glm::vec3& from, const glm::vec3& to);

} // namespace rushes::stage
