// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "app/rushes/command.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace rushes::app {
namespace {

int runTravel(Console& console, const std::string& film, int steps, bool back) {
    auto project = openProject(film);
    if (!project) return console.failed(project.error());
    for (int i = 0; i < steps; ++i) {
        const std::string label = back ? project->editor->undoLabel() : project->editor->redoLabel();
        const auto done = back ? project->editor->undo() : project->editor->redo();
        if (!done) return console.failed(done.error());
        console.message((back ? "Undone: " : "Redone: ") + label);
    }
    return console.done();
}

int runHistory(Console& console, const std::string& film) {
    const auto project = openProject(film);
    if (!project) return console.failed(project.error());
    const auto steps = project->editor->history();
    if (console.json) {
        nlohmann::ordered_json json{{"history", nlohmann::ordered_json::array()}};
        for (const auto& step : steps) json["history"].push_back({{"id", step.id}, {"label", step.label}, {"at", step.createdAt}, {"undone", step.undone}});
        console.print(json.dump(1) + "\n");
    } else {
        for (const auto& step : steps) console.print(fmt::format("{:<5} {}  {}{}\n", step.id, step.createdAt, step.label, step.undone ? "  (undone)" : ""));
    }
    return console.done();
}

} // namespace

void addHistoryCommands(CommandLine& line) {
    auto film = std::make_shared<std::string>();
    auto steps = std::make_shared<int>(1);
    for (const bool back : {true, false}) {
        auto* command = line.app.add_subcommand(back ? "undo" : "redo", back ? "Take back the last edits" : "Put back what was undone");
        command->add_option("FILM", *film)->required();
        command->add_option("--steps", *steps)->capture_default_str()->check(CLI::PositiveNumber);
        addCommonOptions(*command, line.console);
        command->callback([&line, film, steps, back] { line.run = [&line, film, steps, back] { return runTravel(line.console, *film, *steps, back); }; });
    }
    auto* history = line.app.add_subcommand("history", "Every edit, newest first");
    history->add_option("FILM", *film)->required();
    addCommonOptions(*history, line.console);
    history->callback([&line, film] { line.run = [&line, film] { return runHistory(line.console, *film); }; });
}

} // namespace rushes::app
