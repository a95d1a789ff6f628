// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/geometry/camera.h"
#include "engine/reading/shot_description.h"
#include "engine/sets/set_library.h"
#include "engine/stage/blocking.h"

#include <optional>

namespace rushes::stage {

struct ThingView {
    geometry::Camera camera;
    glm::vec3 pivot{0}; ///< what a camera move turns about
};

/// Shots of things alone, as a still-life photographer lays them: what is said to be on, under, left of or behind something is; the rest
/// stands side by side; what would be lost beside something large comes forward, on a table where it is a thing for a table.
/// Moves every prop of the blocking that nobody carries about the first one's place, adds tables, and returns the camera: `view` gives
/// its direction and lens, `size` how much of the frame the things fill.
ThingView layThings(Blocking& blocking, const sets::SetLibrary& sets, const reading::ShotDescription& description, const geometry::Camera& view,
                    reading::ShotSize size);

/// Where a thing stands in front of people so that it is seen: near the camera at the frame's edge (`side` -1 left, 1 right), with what it
/// stands on. Nothing when it is large enough beside them.
std::optional<StagedProp> foregroundSpot(StagedProp& prop, const Blocking& blocking, const sets::SetLibrary& sets, const geometry::Camera& camera,
                                         float subjectDistance, float side);

/// A table or pedestal whose top is `height` metres up once it is sunk into the floor as far as it is too tall; no path yet.
std::optional<StagedProp> tableOf(const sets::SetLibrary& sets, float height, float yaw);

/// Share of the frame that a prop covers `distance` metres before the camera.
float frameShare(const StagedProp& prop, const geometry::Camera& camera, float distance);

} // namespace rushes::stage
