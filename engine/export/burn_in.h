// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/image.h"
#include "engine/playback/cut.h"

namespace rushes::exports {

/// Draws the labels of a review copy into a picture (rgba8 or bgra8): timecode at the bottom left, shot, take and generator at the top
/// left, on small dark tags. `item` null: only the timecode.
void burnIn(Image& image, const time::Timecode& timecode, const playback::CutItem* item);

} // namespace rushes::exports
