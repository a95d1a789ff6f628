// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/generate/shot_request.h"
#include "engine/reading/shot_description.h"
#include "engine/stage/shot_settings.h"

namespace rushes::stage {

/// Puts what the director chose by hand (size, angle, lens, move) over what the prompt's words say. Words that name no known size, angle
/// or move change nothing. A move may be several ("dolly in, then tilt up"); one that the prompt names as well is left as the prompt has it.
void putChoices(const generate::CameraChoice& choice, reading::CameraWords& camera);

/// The same for the sensor and the stop that the shot's settings name.
void putSettings(const ShotSettings& settings, reading::CameraWords& camera);

} // namespace rushes::stage
