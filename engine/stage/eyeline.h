// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/stage/blocking.h"

#include <glm/vec3.hpp>

#include <optional>
#include <vector>

namespace rushes::stage {

/// The line between two who deal with one another, and the side of it that the scene is filmed from (the 180-degree rule).
struct Eyeline {
    glm::vec3 from{0}, to{0}; ///< on the floor: the person of the shot, and whom they look at
    glm::vec3 side{0};        ///< unit, on the floor, across the line, towards the cameras

    /// How far a camera is on the right side: 1 straight across the line, 0 on it, below 0 beyond it.
    float facing(const glm::vec3& eye) const;
};

/// The line of the person `who`: to whom they look in the shot, also among three and more, else to where the others of the scene have their
/// marks. Nothing for someone alone, and for one who walks. The side depends on the place and the two marks alone, so all shots of a talk get
/// the same: the one that the set was composed to be seen from; where the pair stands along that view, the side of the place's first two
/// marks, then the freer side.
std::optional<Eyeline> eyelineOf(const Blocking& blocking, const std::vector<PersonMoment>& moments, std::size_t who);

} // namespace rushes::stage
