// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/edit/editor.h"

#include <optional>

namespace rushes::edit {

/// A script broken down into scenes and shots, as the importer takes it. `engine/script` makes one; the app maps it here.
struct ScriptImport {
    struct Scene {
        std::string number; ///< empty: counted from 1
        std::string heading;
        std::string synopsis;
        std::string place;
        std::string timeOfDay;
        project::LineRange lines;
    };
    struct Shot {
        int scene = -1; ///< index into `scenes`; -1: before the first
        std::string prompt;
        std::optional<std::string> size, angle;
        std::optional<double> lensMm;
        std::optional<std::string> move;
        std::int64_t frames = 48;
        std::vector<std::string> characters; ///< by name
        std::string location;                ///< by name; empty: none
        std::vector<project::DialogueLine> dialogue;
        project::LineRange lines;
    };
    struct Named {
        std::string name;
        std::string description;
    };

    std::string fileName; ///< "ferry.fountain"
    std::string text;
    std::string title; ///< becomes the sequence's name when given
    std::vector<Scene> scenes;
    std::vector<Shot> shots;
    std::vector<Named> characters;
    std::vector<Named> locations;
    std::string generator = "stage"; ///< for new shots
};

struct ImportReport {
    int scenesAdded = 0, scenesKept = 0, scenesRemoved = 0;
    int shotsAdded = 0;     ///< new in the script
    int shotsUnchanged = 0; ///< found again, as planned before
    int shotsReplanned = 0; ///< found again, changed in the script
    int shotsRemoved = 0;   ///< no longer in the script, and nothing was done to them
    int shotsKept = 0;      ///< the user's own or edited by hand: left alone
    std::vector<std::string> warnings;
};

/// Puts a script into the film in one step: the first time everything is new; later, scenes and shots are found again by number,
/// heading and content and keep their ids and takes. The user's own shots, and shots edited by hand, are never changed or removed;
/// nor are shots with takes, panels, references or notes removed. Locations and characters are only added; a description the film
/// already has stays. Refuses a script without scenes and shots.
Result<ImportReport> importScript(Editor& editor, const ScriptImport& script, project::SequenceId sequence = {});

} // namespace rushes::edit
