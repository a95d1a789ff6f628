// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/studio/hand_edits.h"

namespace rushes::studio {

/// The scene's picture with a line about what is chosen in it; the picture as it is when nothing is, or it is not in sight. `scene` has one.
Image marked(const StagedScene& scene, const Taken& chosen);

} // namespace rushes::studio
