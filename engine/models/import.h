// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/models/fit.h"
#include "engine/models/model.h"

namespace rushes::models {

/// Reads somebody's model: .glb, .gltf, .vrm, .fbx or .obj with the files beside it, or a .model of a project. Foreign formats are read in
/// a child process with limits on time and memory, so no file can crash or hang the program. Errors are sentences that name the file:
/// notFound, badInput for what is broken, empty, too large, or asks for files outside its folder. Up to a minute; any thread.
Result<Model> importModel(const std::filesystem::path& file, const FitOptions& options);

/// The endings that importModel takes, without dots.
const std::vector<std::string>& modelExtensions();

} // namespace rushes::models
