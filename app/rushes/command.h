// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/rushes/console.h"
#include "engine/edit/editor.h"
#include "engine/project/store.h"

#include <CLI/CLI.hpp>

#include <filesystem>
#include <functional>
#include <memory>
#include <string>

namespace rushes::app {

/// What a command line is parsed into. Each add…Commands function declares its options on `app` and sets `run` when its command was
/// chosen; main calls it after parsing.
struct CommandLine {
    CLI::App app{"Rushes: from screenplay to playing film, on this machine alone.", "rushes"};
    Console console;
    std::function<int()> run;
};

/// An open project and its editor.
struct OpenProject {
    std::unique_ptr<project::ProjectStore> store;
    std::unique_ptr<edit::Editor> editor;

    const project::Project& film() const { return store->project(); }
};

Result<OpenProject> openProject(const std::filesystem::path& folder);

/// Adds --json, --quiet and --strict to a command.
void addCommonOptions(CLI::App& command, Console& console);

void addProjectCommands(CommandLine& line);   ///< new, import, verify
void addShotCommands(CommandLine& line);      ///< shots, shot set/add/remove/move, reference add
void addModelCommands(CommandLine& line);     ///< model add/list/remove
void addLookCommands(CommandLine& line);      ///< look keep/list/use/remove
void addGenerateCommands(CommandLine& line);  ///< generate, queue, cancel
void addTakeCommands(CommandLine& line);      ///< takes, circle
void addHistoryCommands(CommandLine& line);   ///< undo, redo, history
void addExportCommand(CommandLine& line);     ///< export
void addStageCommands(CommandLine& line);     ///< stage, shot explain
void addPaintCommands(CommandLine& line);     ///< frame, paint
void addPaperCommands(CommandLine& line);     ///< camera export, floorplan, shotlist
void addDoctorCommand(CommandLine& line);     ///< doctor

/// The text of `rushes --version`.
std::string versionText();

} // namespace rushes::app
