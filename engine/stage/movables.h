// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/stage/hand_staging.h"

#include <optional>
#include <string>
#include <vector>

namespace rushes::stage {

/// Something besides people that can be taken in the hand: of the prompt, brought for an act, or the set's own.
struct Movable {
    std::string key;          ///< thingName or setThingName
    std::uint16_t object = 0; ///< its number in the id pass
    glm::vec3 position{0};    ///< of its foot at the shot's start
    float yaw = 0;            ///< degrees
    bool ofSet = false;
    std::vector<std::vector<glm::vec2>> ways; ///< of a thing that goes: the later points
};

/// What a person's mark goes by: the character's name, else the noun of the prompt; the second of the same is "man 2".
std::string markName(const StagedShot& shot, std::size_t person);

/// What a thing of the shot goes by: the noun of the prompt, else its model; the second of the same is "chair 2".
std::string thingName(const StagedShot& shot, std::size_t prop);

/// What the things of a set go by: "set chair", "set chair 2", in the set's order, [i] being of object i + 1. Empty for what cannot be moved:
/// walls, ground, houses.
std::vector<std::string> setThingNames(const sets::BuiltSet& set);

/// What can be moved, things of the shot before the set's own. What is in a hand goes with its person and is not listed.
std::vector<Movable> movablesOf(const StagedShot& shot);

/// What a person sits, lies or rides on, as an index into `movables`; it goes along when they are moved.
std::optional<std::size_t> seatUnder(const StagedShot& shot, std::size_t person, const std::vector<Movable>& movables);

/// Of each way of a person the later points, corners only. A way that ends at a seat ends there, and its last point is not the hand's.
std::vector<std::vector<glm::vec2>> waysOf(const StagedPerson& person);

/// Whether beat `i`, a way, ends at a seat.
bool endsAtSeat(const StagedPerson& person, std::size_t i);

} // namespace rushes::stage
