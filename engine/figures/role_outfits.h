// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/figures/wardrobe.h"

namespace rushes::figures {

/// The outfits of roles and times: gown, armour, scrubs, robot … False when the design's is none of them.
bool dressForRole(Wardrobe& wardrobe, const CharacterDesign& design);

} // namespace rushes::figures
