// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/stage/blocking.h"

#include <string>

namespace rushes::stage {

/// Metres from the ground to the top of what is ridden, over its origin: a back, a hump.
float backHeight(const StagedProp& ridden);

/// Metres that a rider must be raised to sit on that back, doing `act`. Never less than 0.
float saddleLift(const StagedPerson& rider, const std::string& act, const StagedProp& ridden);

} // namespace rushes::stage
