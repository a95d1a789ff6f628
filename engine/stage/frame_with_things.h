// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/stage/frame_people.h"
#include "engine/stage/staging.h"

namespace rushes::stage {

/// People were framed before the things beside them were set down: when most of a thing that the prompt names is outside, the frame opens
/// from the same side until it holds it. Sizes that the prompt asks for stay, and so do shots over a shoulder.
void openForThings(const StagedShot& shot, ShotFrame& frame);

} // namespace rushes::stage
