// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/result.h"
#include "engine/edit/script_import.h"
#include "engine/script/breakdown.h"

#include <filesystem>

namespace rushes::interchange {

/// A screenplay file as the film's importer takes it: read, broken down into shots, lengths in frames of `rate`. Refuses what is no
/// screenplay (badInput, with the line where there is one), a missing file (notFound) and one above script::maxScriptBytes.
/// Takes up to a second for a long script: not on a ui thread.
Result<edit::ScriptImport> readScript(const std::filesystem::path& file, time::FrameRate rate);

/// The same from a breakdown that is there already.
edit::ScriptImport importOf(const script::Breakdown& breakdown, time::FrameRate rate);

} // namespace rushes::interchange
