// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/edit/command_support.h"
#include "engine/edit/shot_commands.h"

namespace rushes::edit {

/// The patch with every value checked and in the form that is kept. No project needed.
Result<ShotPatch> checkPatch(const ShotPatch& patch);

/// Writes a checked patch into the shot (not yet into the database) and returns the names of the fields that changed.
Result<std::vector<std::string>> applyPatch(Transaction& transaction, project::Shot& shot, const ShotPatch& patch);

/// Whether a hand on this field keeps the importer's hands off the shot. The engine, seed, settings and number do not.
bool guardsShot(std::string_view field);

} // namespace rushes::edit
