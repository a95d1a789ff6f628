// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/reading/shot_description.h"
#include "engine/stage/blocking.h"

#include <glm/vec3.hpp>

namespace rushes::stage {

/// Whether a thing lies on the ground and is gone over: a puddle, a rug, a hole.
bool isFlat(const StagedProp& prop);

/// Where the `copy`th of a flat thing lies: under whoever has to do with it, where they are half way through the shot, and the others round the first;
/// with nobody, under `focus`. On the ground.
glm::vec3 flatSpot(const Blocking& blocking, const reading::ShotDescription& description, const reading::Subject& subject, const StagedProp& prop, int copy, const glm::vec3& focus);

} // namespace rushes::stage
