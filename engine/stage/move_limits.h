// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/geometry/camera.h"
#include "engine/reading/shot_description.h"

#include <string>
#include <vector>

namespace rushes::stage {

/// What carries a camera, and how fast it can: metres a second along, degrees a second turning.
struct Gear {
    const char* name;
    float travel, turn;
};

/// What a crew would take for the moves that the words ask for: a drone, a shoulder or stabiliser, a crane, a car beside a vehicle, a dolly.
Gear gearOf(const reading::CameraWords& camera, bool besideVehicle);

/// Says where the camera goes or turns faster than its gear can. Limits: a dolly pushed by a grip about 2.5 m/s, a crane's arm 2 m/s, an
/// operator running with a stabiliser 5 m/s, a camera car 25 m/s, a camera drone 15 m/s; a picture smears beyond 60 degrees a second.
void warnOfSpeed(const std::vector<geometry::Camera>& samples, double fps, const Gear& gear, std::vector<std::string>& warnings);

} // namespace rushes::stage
