// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/generate/shot_request.h"
#include "engine/interchange/camera_path.h"
#include "engine/interchange/floor_plan.h"
#include "engine/interchange/shot_list.h"
#include "engine/project/project.h"
#include "engine/stage/hand_staging.h"
#include "engine/stage/staging.h"

namespace rushes::app {

/// A staged shot as papers for the crew.
interchange::CameraPath cameraPathOf(const stage::StagedShot& shot, const std::string& number);
/// `hand` is what of it was moved by hand: the plan says so.
interchange::FloorPlan floorPlanOf(const stage::StagedShot& shot, const std::string& title, const std::string& prompt, const stage::HandStaging& hand = {});
/// `staged` is null where the shot could not be staged; the row then has what the film knows.
interchange::ShotListRow shotListRowOf(const project::Project& film, const project::Shot& shot, const stage::StagedShot* staged);

} // namespace rushes::app
