// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/stage/framing.h"

#include <string_view>

namespace rushes::stage {

/// The frame of a part of the body ("close-up of her hands") in the close sizes; nothing for wider ones and for parts that the usual frame
/// shows as well.
std::optional<FrameSubject> frameOfPart(const StagedPerson& person, const PersonMoment& moment, std::string_view part, reading::ShotSize size);

/// Whether the words frame such a part, so that the face need not be in the picture.
bool framesPart(const reading::CameraWords& words);

/// Degrees from where the person looks to where the camera shows that part best; nothing when it does not matter.
std::optional<float> sideOfPart(std::string_view part);

} // namespace rushes::stage
