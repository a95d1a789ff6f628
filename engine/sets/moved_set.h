// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/sets/built_set.h"

#include <glm/mat4x4.hpp>
#include <glm/vec2.hpp>

namespace rushes::sets {

/// Where a thing of a set shall stand instead.
struct MovedThing {
    std::uint16_t object = 0;
    glm::vec2 at{0};          ///< x and z of ObjectInfo::position, metres
    std::optional<float> yaw; ///< degrees; none: as it was
};

/// What is carried when an object is moved: things on and in it, lowest number first. A carpet carries nothing.
std::vector<std::uint16_t> carriedBy(const BuiltSet& set, std::uint16_t object);

/// The object that a seat of the set is part of, 0 for none: its mark goes along. Of several the smallest that stands on the same floor.
std::uint16_t objectOfSeat(const BuiltSet& set, const Mark& mark);

/// How a thing is turned about its own foot and carried to where it now comes to rest: on the ground, a step or another thing's top not
/// higher than a step above its foot.
glm::mat4 carriage(const BuiltSet& set, const MovedThing& thing);

/// The set with things moved, what they carry along, and the marks of seats, lamps, sight and free floor with them. Objects keep their
/// numbers. What is listed itself is not carried by others; unknown numbers are left out. Some tens of milliseconds.
std::shared_ptr<const BuiltSet> withMoved(const BuiltSet& set, const std::vector<MovedThing>& things);

} // namespace rushes::sets
