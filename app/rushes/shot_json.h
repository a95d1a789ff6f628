// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/project/project.h"

#include <nlohmann/json.hpp>

namespace rushes::app {

using Json = nlohmann::ordered_json;

/// The documents of `rushes shots --json` and `rushes takes --json`.
Json shotsJson(const project::Project& film);
Json takesJson(const project::Project& film, const std::vector<const project::Take*>& takes);

} // namespace rushes::app
