// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/render/picture.h"
#include "engine/stage/staging.h"

#include <string>
#include <vector>

namespace rushes::stage {

/// What one frame shows: object boxes from the id pass.
struct SeenFrame {
    std::int64_t frame = 0;
    std::vector<render::ObjectBox> objects;
};

/// shot.json as the stage's contract has it: description, camera, blocking, seen, warnings. Stable order.
std::string shotJson(const StagedShot& shot, const std::vector<SeenFrame>& seen);

} // namespace rushes::stage
