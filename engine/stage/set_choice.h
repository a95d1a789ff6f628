// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/generate/shot_request.h"
#include "engine/reading/shot_description.h"
#include "engine/render/view.h"
#include "engine/sets/set_library.h"
#include "engine/stage/own_models.h"

#include <string>
#include <vector>

namespace rushes::stage {

/// The set of a shot, with its light and air.
struct ChosenSet {
    std::shared_ptr<const sets::BuiltSet> set;
    render::Atmosphere atmosphere;
    std::vector<render::Light> lights;
};

/// The film's location comes first, then the place that the prompt names, then what the reading infers from who and what is there; things at
/// rest lie on a bare studio floor. Every shot of a location gets the same set. The film's own model of the place comes before all; its light
/// and air are those of the set that the words name.
Result<ChosenSet> chooseSet(const sets::SetLibrary& library, const reading::ShotDescription& description,
                            const generate::ShotRequest& request, const OwnModels& own, std::vector<std::string>& warnings);

} // namespace rushes::stage
