// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/reading/shot_description.h"
#include "engine/stage/blocking.h"

#include <initializer_list>

namespace rushes::stage {

/// Index of the person whom the shot is about: whom the framing names, who speaks, who acts, the first.
std::size_t mainPerson(const Blocking& blocking, const reading::ShotDescription& description);

/// The size that the words ask for, else the one that such an action and so many people usually get.
reading::ShotSize sizeOf(const reading::ShotDescription& description, std::size_t people);

/// Where a shot begins of which the words say only the size it ends at ("pushes in to a close-up"): `usual`, or far enough from the end for a move.
reading::ShotSize startFor(reading::ShotSize usual, reading::ShotSize end, const std::vector<reading::CameraMove>& moves);

/// The lens that the words ask for (held within 4 to 1200 mm), else the usual one for the size. Millimetres.
double lensOf(const reading::CameraWords& camera, reading::ShotSize size, std::size_t people);

/// Whether one of the moves is of one of these kinds.
bool hasMove(const reading::CameraWords& camera, std::initializer_list<reading::Move> kinds);

/// Whether the prompt itself fixes the camera. A film's shots are called static when nothing is said; an operator still reframes those.
bool fixedByWords(const reading::CameraWords& camera);

/// Whether the camera must not turn with those who walk: the words fix it, or somebody comes into its picture, leaves it, crosses it or passes by.
bool holdsStill(const Blocking& blocking, const reading::CameraWords& camera);

/// Whether the camera goes along with a vehicle that the main person drives or sits in: unless the words ask for a move of its own.
bool ridesAlong(const Blocking& blocking, const reading::ShotDescription& description);

/// Over a shoulder or past a hip.
bool isShoulder(reading::PointOfView pov);

} // namespace rushes::stage
