// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/sets/set_library.h"
#include "engine/stage/blocking.h"

namespace rushes::stage {

/// Glasses, goggles, monocles, eye patches and masks that the words put on people: things before their eyes that go with their heads.
void wearEyewear(Blocking& blocking, const sets::SetLibrary& sets, const reading::ShotDescription& description);

} // namespace rushes::stage
