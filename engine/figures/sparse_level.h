// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/figures/body.h"

namespace rushes::figures {

/// Fewer triangles for figures of a few dozen pixels: points of `level` that touch within `reachM` metres along its edges become
/// one. An arm does not join the hip that it hangs beside.
BodyLevel sparseLevel(const BodyLevel& level, float reachM);

} // namespace rushes::figures
