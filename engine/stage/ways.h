// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/sets/built_set.h"

#include <glm/vec3.hpp>

#include <optional>
#include <vector>

namespace rushes::stage {

/// Points that somebody walks along, from the first to the last. World space, metres.
using Way = std::vector<glm::vec3>;

float lengthOf(const Way& way);

/// The first or the last `reach` metres of a way.
Way firstOf(const Way& way, float reach);
Way lastOf(const Way& way, float reach);

/// The way of one who keeps `aside` metres to the left of the first one and `behind` metres after them; a way of one point stays as it is.
Way beside(const Way& way, float aside, float behind);

/// True when a body fits all along it; the ends may be a chair or a counter.
bool wayClear(const sets::BuiltSet& set, const Way& way);

/// A straight walk of up to `reach` metres that nothing stands in, as near to `yaw` (degrees) as can be: the vector walked. `arriving` asks
/// for a walk that ends at `here`.
glm::vec3 clearStep(const sets::BuiltSet& set, const glm::vec3& here, float yaw, float reach, bool arriving);

/// The same for a direction that matters more than the length: within 55 degrees of `yaw`; zero where there is none.
glm::vec3 stepTowards(const sets::BuiltSet& set, const glm::vec3& here, float yaw, float reach, bool arriving);

/// In from the place's door, or off towards its way out: `reach` metres of it; a straight walk as near to `yaw` as can be where there is none.
Way wayIn(const sets::BuiltSet& set, const glm::vec3& here, float yaw, float reach);
Way wayOut(const sets::BuiltSet& set, const glm::vec3& here, float yaw, float reach);

/// The yaw of what is right in the picture, as far as one can know before the camera is placed: as the set was composed to be seen. Nothing
/// for a set without a composed view.
std::optional<float> rightOfPicture(const sets::BuiltSet& set);

/// The same way with every step on the ground: steps, kerbs and slopes between its points become points of it.
Way onGround(const sets::BuiltSet& set, const Way& way);

} // namespace rushes::stage
