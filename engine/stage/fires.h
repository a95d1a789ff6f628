// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/geometry/camera.h"
#include "engine/sets/set_library.h"
#include "engine/stage/blocking.h"

namespace rushes::stage {

/// Flames, smoke and explosions of the prompt: on the thing that burns, at the house that does, and where nothing is named behind those
/// who are looked at, as the camera sees it. They are things of the shot like others, with light of their own at night.
void setFires(Blocking& blocking, const sets::SetLibrary& sets, const reading::ShotDescription& description, const geometry::Camera& camera, const glm::vec3& focus);

} // namespace rushes::stage
