// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/generate/shot_request.h"
#include "engine/stage/stage_library.h"

#include <map>
#include <string>

namespace rushes::stage {

/// What a character brings along from the scene's shots before.
struct Carried {
    bool sits = false;
    int went = 0; ///< in the last shot, across the picture: 1 to the right, -1 to the left, 0 not or not known
};

/// By name in small letters.
using SceneSoFar = std::map<std::string, Carried>;

/// Reads the earlier prompts of the request: who sat down and did not get up or go since, and to which side of the picture somebody went in the
/// last one, by its words or, where they do not say, as that shot is staged.
SceneSoFar sceneSoFar(StageLibrary& library, const generate::ShotRequest& request);

/// Which side of the picture the words name for a coming or going: "exits frame left", "enters from the right". 1 right, -1 left, 0 none.
/// `at` is a byte of the sentence. For one who comes it is the side they come from.
int sideSaid(std::string_view prompt, std::size_t at);

} // namespace rushes::stage
