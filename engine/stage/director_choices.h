// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/generate/shot_request.h"
#include "engine/reading/shot_description.h"

#include <string>

namespace rushes::stage {

/// Puts what the director chose by hand (size, angle, lens, move) over what the prompt's words say. Words that name no known size, angle
/// or move change nothing. A move may be several ("dolly in, then tilt up"); one that the prompt names as well is left as the prompt has it.
void putChoices(const generate::CameraChoice& choice, reading::CameraWords& camera);

/// The same for what stands in the shot's settings: {"sensor": a word of the lexicon, "stop": f-number}. Others are left alone.
void putSettings(const std::string& settingsJson, reading::CameraWords& camera);

} // namespace rushes::stage
