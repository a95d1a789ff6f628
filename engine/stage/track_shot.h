// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/stage/frame_people.h"
#include "engine/stage/hand_staging.h"

namespace rushes::stage {

/// Lays the camera of a framed shot: its moves, the size it ends on, whom it follows; or through the hand's keys where there are any. A
/// framing that the hand made is not opened. `hand` is of this set.
/// Fills StagedShot::camera, one a frame.
void trackShot(StagedShot& shot, const ShotFrame& frame, const HandStaging& hand);

} // namespace rushes::stage
