// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/sets/built_set.h"

#include <glm/vec3.hpp>

#include <optional>
#include <vector>

namespace rushes::stage {

/// A place to be, on the floor of the set.
struct Slot {
    glm::vec3 position{0};
    float yaw = 0; ///< degrees
    std::optional<float> seat;
};

/// Where one stands who is about to sit down there.
glm::vec3 frontOfSeat(const Slot& seat);

/// Standing places in the order in which the cast gets them: the two of a talk, then free floor about them. Stable for a set.
std::vector<Slot> standingSlots(const sets::BuiltSet& set, std::size_t count);

enum class CrowdPlace { floor, seats, stands };

/// Places of the first few of a crowd: a loose body on the most open floor near the heart, towards where the set is seen from; or the
/// first seats, or the middle of the stands, where the set has them.
std::vector<Slot> crowdSlots(const sets::BuiltSet& set, std::size_t count, CrowdPlace place);

/// The seats that face one table, for `count` people: of the nearest table to `near` that has as many. Where tables have fewer, places beside
/// one of them without a seat follow, for chairs that are brought. Empty when there is no such table.
std::vector<Slot> seatsAtOneTable(const sets::BuiltSet& set, const glm::vec3& near, std::size_t count);

/// The nearest seat (or bed for `lying`, or driver's place) to `near` that no one of `taken` has.
std::optional<Slot> seatNear(const sets::BuiltSet& set, const glm::vec3& near, std::string_view pose, const std::vector<glm::vec3>& taken);

} // namespace rushes::stage
