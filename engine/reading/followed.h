// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/reading/shot_description.h"

namespace rushes::reading {

/// Whom the camera follows goes somewhere, though no verb says so: "a drone follows a red convertible along the coast". Adds that action,
/// with an empty span, where nobody does anything.
void letFollowedGo(ShotDescription& out);

} // namespace rushes::reading
