// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/stage/frame_people.h"
#include "engine/stage/hand_staging.h"

namespace rushes::stage {

/// Lays the camera of a framed shot: its moves, the size it ends on, whom it follows; or through the hand's keys where there are any.
/// Fills StagedShot::camera, one a frame.
void trackShot(StagedShot& shot, const ShotFrame& frame, const std::vector<CameraKey>& keys);

} // namespace rushes::stage
