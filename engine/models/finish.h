// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/models/raw_model.h"

namespace rushes::models {

/// Welds, thins out to limits::budget, gives normals with creases at sharp edges, and makes the coarser levels. badInput when nothing that
/// can be seen is left. `raw` is fitted and plainly painted.
Result<Model> finish(RawModel raw, Use use);

} // namespace rushes::models
