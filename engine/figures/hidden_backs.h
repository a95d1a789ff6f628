// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/figures/garment.h"

namespace rushes::figures {

/// One entry a face: 1 when nobody outside sees its back. What lies close to the body shows its inside at its rims alone: at cuffs,
/// collars and hems. `level` is of detail, 0 the finest. Skirts and hair show theirs anywhere, and get 0.
std::vector<std::uint8_t> hiddenBacks(const Layer& layer, int level);

} // namespace rushes::figures
