// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/stage/motion_table.h"

namespace rushes::stage {

/// How an act is played that deeds.json names and no row of the motion or phrase table has, or has with another mood; null for others.
const MotionPlay* ownPlayOf(std::string_view act);

} // namespace rushes::stage
