// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/generate/shot_request.h"
#include "engine/stage/blocking.h"
#include "engine/stage/own_models.h"
#include "engine/stage/stage_library.h"

namespace rushes::stage {

/// Everyone whom the description names, as figures without places or beats. A character of the film looks the same in every shot: the
/// design follows from the name and the description that the script gives; a nameless person's from the noun and the request's seed.
/// Crowds are cut at `maxPeople` with a warning.
/// A character with a model of their own is moved by a figure of the model's height.
Result<std::vector<StagedPerson>> castPeople(StageLibrary& library, const reading::ShotDescription& description,
                                             const generate::ShotRequest& request, const OwnModels& own, std::vector<std::string>& warnings);

inline constexpr int maxPeople = 24;

/// The film's names as the prompt reader takes them.
reading::Names namesOf(const generate::ShotRequest& request);

/// Index of a character in the request's cast, letters in any case.
std::optional<std::size_t> castIndex(const generate::ShotRequest& request, std::string_view name);

} // namespace rushes::stage
