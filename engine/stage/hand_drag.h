// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
//
// What a drag in the picture means on the set. Places in the picture are shares of its width and height from the top left.
#pragma once

#include "engine/stage/hand_staging.h"

#include <glm/vec2.hpp>

namespace rushes::stage {

/// Where the sight through a place in the picture meets the level `height` (metres); nothing above the horizon or beyond 200 m.
std::optional<glm::vec3> floorUnder(const geometry::Camera& camera, const glm::vec2& place, float height);

/// The camera panned and tilted by as much as makes what was at `from` come to lie at `to`; it tilts at most 85 degrees.
HandCamera turned(const HandCamera& by, const geometry::Camera& seen, const glm::vec2& from, const glm::vec2& to);
/// The camera moved sideways and up so that what is as far away as its target comes along from `from` to `to`. Never lower than `floor`.
HandCamera trucked(const HandCamera& by, const geometry::Camera& seen, const glm::vec2& from, const glm::vec2& to, float floor);
/// The camera carried about its target, a whole picture's width being half a turn.
HandCamera orbited(const HandCamera& by, const glm::vec2& from, const glm::vec2& to, float floor);
/// The camera `share` of the way nearer to its target (negative: away from it), at least 0.3 m from it; the target stays.
HandCamera dollied(const HandCamera& by, float share);

} // namespace rushes::stage
