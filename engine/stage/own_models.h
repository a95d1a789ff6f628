// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/generate/shot_request.h"
#include "engine/models/model.h"
#include "engine/sets/set_library.h"
#include "engine/stage/stage_library.h"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace rushes::stage {

/// A film's own models that this shot's request brings, read and whole.
struct OwnModels {
    std::map<std::string, std::shared_ptr<const models::Model>> figures; ///< by the character's name in lower case
    std::vector<sets::OwnProp> props;
    std::optional<sets::OwnPlace> place;
};

/// Reads them. One that cannot be used is left out with a warning: the shot is drawn with what the words alone would give.
OwnModels ownModels(StageLibrary& library, const generate::ShotRequest& request, std::vector<std::string>& warnings);

/// What of the project's own files will be missing: milliseconds, foreign formats are not opened.
std::vector<std::string> brokenModels(const generate::ShotRequest& request);

} // namespace rushes::stage
