// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/stage/worker.h"

namespace rushes::stage {

/// Whom everybody faces who has nobody else to face: who talks, else the nearest.
void findPartners(BlockingWork& work);

/// Puts two who do one thing hand in hand at the distance that it wants, and gives the other one the answer to it.
void bringPairsTogether(BlockingWork& work);

} // namespace rushes::stage
