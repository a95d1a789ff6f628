// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/render/picture.h"
#include "engine/render/tone_frame.h"
#include "engine/render/worker_pool.h"

namespace rushes::render {

/// Fills picture.albedo, picture.light and picture.part from what the tone pass found; after it has drawn the frame. With two samples a
/// pixel the upper left one is taken.
void fillGuidePasses(const ToneFrame& frame, WorkerPool& pool, Picture& picture);

} // namespace rushes::render
