// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/script/camera_words.h"

namespace rushes::script {

/// Finds moves of the camera in a sentence ("we PUSH IN on Mara", "PAN TO the boat", "the camera circles the table"),
/// notes the first in `note`, and returns the sentence with the camera as their subject: "the camera pushes in on
/// Mara".
std::string withCameraAsSubject(std::string_view sentence, CameraNote& note);

} // namespace rushes::script
