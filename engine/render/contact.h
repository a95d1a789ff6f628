// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/render/tone_frame.h"
#include "engine/render/worker_pool.h"

namespace rushes::render {

/// Samples between two points of `contact`, a power of two: coarse for the board, which shows little of it, closer for the lit looks.
constexpr int kContactStepBoard = 8, kContactStepLit = 4;

/// Fills `contact` and `contactZ` with frame.contactStep between points: how much of the near half space is filled, from world points on a spiral.
void fillContact(ToneFrame& frame, WorkerPool& pool);

} // namespace rushes::render
