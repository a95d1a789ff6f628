// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/figures/baked_data.h"

#include <vector>

namespace rushes::figures {

/// "walk", "run" and "walk_back" made from the joint angles of normal gait (after Winter, Biomechanics and Motor Control of Human
/// Movement, and Novacheck, The biomechanics of running, 1998), for packages without recorded motions.
std::vector<Clip> authoredGaits();

} // namespace rushes::figures
