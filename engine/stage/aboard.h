// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/sets/set_library.h"
#include "engine/stage/blocking.h"
#include "engine/stage/slots.h"

namespace rushes::stage {

/// Puts those who drive, row, fly, ride in or sit in a vehicle of the prompt on its seats: brings the vehicle to where it has room (on the
/// road, the water, in the air), lays its way when it goes, and fills StagedPerson::aboard. Nothing happens in a set that is itself the inside
/// of a vehicle. Call it before the people get beats.
void boardVehicles(Blocking& blocking, const sets::SetLibrary& sets, const reading::ShotDescription& description);

/// The seat of somebody aboard as a place in the world, half way through the shot.
Slot seatAboard(const Blocking& blocking, const Aboard& aboard);

/// What the beats of people aboard become: at their seats, hands on the wheel where they drive.
void settleAboard(Blocking& blocking);

/// Where somebody aboard is at a moment: position of the feet's floor and yaw in degrees.
std::pair<glm::vec3, float> placeAboard(const Blocking& blocking, const Aboard& aboard, double seconds);

/// The side (degrees in the world, from the person to the camera) from which somebody aboard is seen through an open window.
float viewAboard(const Blocking& blocking, const Aboard& aboard, double seconds, bool close);

/// Whether it goes: a camera for a close view is fixed to it.
bool isUnderWay(const Blocking& blocking, const StagedPerson& person);

} // namespace rushes::stage
