// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/stage/frame_people.h"

namespace rushes::stage {

/// Lays the camera of a framed shot: its moves, the size it ends on, whom it follows. Fills StagedShot::camera, one a frame.
void trackShot(StagedShot& shot, const ShotFrame& frame);

} // namespace rushes::stage
