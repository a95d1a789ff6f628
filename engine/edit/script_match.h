// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/edit/script_import.h"

namespace rushes::edit {

/// Which scenes and shots of the film the new script's are: one entry per scene and shot of the script, none where it is new.
/// Only planned shots are found again; a shot of the film is given out once.
struct ScriptMatch {
    std::vector<project::ScriptSceneId> scenes;
    std::vector<project::ShotId> shots;
};

/// Scenes by heading and content first, then by number and heading, by heading alone, by content alone. Shots within their scene by
/// what the breakdown said of them, word for word, then by likeness; at last word for word anywhere in the film.
ScriptMatch matchScript(const project::Project& film, project::SequenceId sequence, const ScriptImport& script);

} // namespace rushes::edit
