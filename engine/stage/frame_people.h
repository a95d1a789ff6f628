// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/stage/staging.h"
#include "engine/stage/viewpoint.h"

namespace rushes::stage {

/// How a shot is framed before the camera moves.
struct ShotFrame {
    reading::ShotSize size = reading::ShotSize::medium;
    FrameSubject subject;
    Viewpoint view;
};

/// Frames the people of the shot: whom the size holds, from the side that the moves ask for, over a shoulder where the words say so. Sets
/// `frame.subject` and `frame.view`; what stands in the way goes into the shot's warnings.
void framePeople(StagedShot& shot, CameraWish wish, ShotFrame& frame);

} // namespace rushes::stage
