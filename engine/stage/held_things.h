// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/stage/blocking.h"

#include <glm/mat4x4.hpp>

namespace rushes::stage {

/// A person at a moment with the body already bent.
struct BentPerson {
    PersonMoment moment;
    figures::BodyPose pose;
};

/// Where a carried prop is in the world at `seconds`; `holder` is its person at that moment. Before it is taken it waits where the
/// hand will come (or comes flying), after it is let go it stays there (or flies on and falls).
glm::mat4 heldAt(const Blocking& blocking, const StagedProp& prop, double seconds, const BentPerson& holder);

} // namespace rushes::stage
