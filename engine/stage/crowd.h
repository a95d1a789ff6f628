// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/stage/staging.h"

#include <string_view>
#include <vector>

namespace rushes::stage {

/// People who come to see something: they sit where a place has rows of seats.
bool isAudience(std::string_view noun);
/// Who looks on from the stands of a stadium: an audience, or any crowd that cheers (`motion`, of the figures).
bool isSpectator(std::string_view noun, std::string_view motion);

/// Puts the crowd into a shot that is blocked, framed and has its camera moves: spread over the floor that the camera sees, each at what the
/// prompt says that the crowd does (marching the same way, dancing, cheering towards whom the shot is about, sitting in the rows), without
/// hiding the people whom the shot is about and without standing in the lens. Appends them to the blocking, after everybody else, and warns
/// when the place has no room for all.
void fillCrowd(StagedShot& shot, std::vector<StagedPerson> extras);

} // namespace rushes::stage
