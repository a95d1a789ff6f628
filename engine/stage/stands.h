// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/stage/slots.h"

#include <vector>

namespace rushes::stage {

/// Places for spectators on the steps of a stadium's stands or a circus's benches, found in the set's geometry: level steps with another one
/// a little higher behind and one lower before, some 1.1 m apart, each looking down the steps. Nearest to the heart first; empty for a
/// place without (less than 30).
std::vector<Slot> standsOf(const sets::BuiltSet& set);

} // namespace rushes::stage
