// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/stage/blocking.h"

namespace rushes::stage {

/// Swimmers swim in the set's water, on its surface, and whoever would stand in over their depth treads water with the head out. Where the
/// whole place lies under water (a reef), and where there is none, nothing changes.
void setAfloat(Blocking& blocking);

} // namespace rushes::stage
