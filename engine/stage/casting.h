// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/generate/shot_request.h"
#include "engine/stage/blocking.h"
#include "engine/stage/own_models.h"
#include "engine/stage/stage_library.h"

namespace rushes::stage {

/// How many of one group of people are blocked one by one, and how many fill the place behind them.
struct CrowdShare {
    int blocked = 1, extras = 0;
};

/// For each subject of the description: people in small numbers are all blocked; of a crowd the few who lead it, or nobody where the shot is
/// about somebody else. All together they are no more than `maxPeople`; what is cut is cut from the crowds.
std::vector<CrowdShare> crowdShares(const reading::ShotDescription& description);

/// Whether somebody of the blocking is one of a crowd's leaders.
/// Many of one kind, or passers-by about somebody who has the shot.
bool isCrowd(const reading::ShotDescription& description, const reading::Subject& subject);
bool isOfCrowd(const reading::ShotDescription& description, const StagedPerson& person);

/// Everyone who is blocked, as figures without places or beats. A character of the film looks the same in every shot: the
/// design follows from the name and the description that the script gives; a nameless person's from the noun and the request's seed.
/// A prompt that asks for more than `maxPeople` gets a warning.
/// A character with a model of their own is moved by a figure of the model's height.
Result<std::vector<StagedPerson>> castPeople(StageLibrary& library, const reading::ShotDescription& description,
                                             const generate::ShotRequest& request, const OwnModels& own, std::vector<std::string>& warnings);

/// The rest of the crowds, without places: many people of few looks.
Result<std::vector<StagedPerson>> castExtras(StageLibrary& library, const reading::ShotDescription& description,
                                             const generate::ShotRequest& request, const OwnModels& own);

inline constexpr int maxPeople = 200;
inline constexpr int crowdFrom = 9;  ///< so many of one kind are a crowd
inline constexpr int crowdLooks = 16; ///< figures that a crowd is made of

/// The film's names as the prompt reader takes them.
reading::Names namesOf(const generate::ShotRequest& request);

/// Index of a character in the request's cast, letters in any case.
std::optional<std::size_t> castIndex(const generate::ShotRequest& request, std::string_view name);

} // namespace rushes::stage
