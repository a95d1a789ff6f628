// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/render/tone_frame.h"
#include "engine/render/worker_pool.h"

namespace rushes::render {

/// Fills `contact`, a quarter of the samples each way: how much of the near half space is filled, from world points on a spiral.
void fillContact(ToneFrame& frame, WorkerPool& pool);

} // namespace rushes::render
