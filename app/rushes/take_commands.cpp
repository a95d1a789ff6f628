// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "app/rushes/command.h"
#include "app/rushes/shot_json.h"
#include "engine/edit/take_commands.h"

#include <fmt/format.h>

namespace rushes::app {
namespace {

int runTakes(Console& console, const std::string& name, const std::string& shotName) {
    const auto project = openProject(name);
    if (!project) return console.failed(project.error());
    const auto& film = project->film();
    std::vector<const project::Take*> takes;
    if (shotName.empty()) {
        for (const auto* shot : film.shots.of(project::mainSequence(film)->id))
            for (const auto* take : film.takes.of(shot->id)) takes.push_back(take);
    } else {
        const auto shot = project::findShot(film, shotName);
        if (!shot) return console.failed(shot.error());
        takes = film.takes.of((*shot)->id);
    }
    if (console.json) {
        console.print(takesJson(film, takes).dump(1) + "\n");
        return console.done();
    }
    for (const auto* take : takes) {
        const auto* shot = film.shots.find(take->shot);
        console.print(fmt::format("{:<5} {:<6} take {:<3} {:<8} {:>5} frames  {}x{}  {:.1f} s{}\n", take->id.value, shot ? shot->number : "-", take->number,
                                  take->generator, take->frames, take->width, take->height, take->seconds,
                                  shot && shot->circled == take->id ? "  circled" : ""));
    }
    return console.done();
}

int runCircle(Console& console, const std::string& film, const std::string& takeName) {
    auto project = openProject(film);
    if (!project) return console.failed(project.error());
    const auto take = project::findTake(project->film(), takeName);
    if (!take) return console.failed(take.error());
    const auto circled = edit::circleTake(*project->editor, (*take)->shot, (*take)->id);
    return circled ? console.done() : console.failed(circled.error());
}

} // namespace

void addTakeCommands(CommandLine& line) {
    auto* takes = line.app.add_subcommand("takes", "The takes of the film or of one shot");
    auto film = std::make_shared<std::string>(), name = std::make_shared<std::string>();
    takes->add_option("FILM", *film)->required();
    takes->add_option("--shot", *name, "Only of this shot");
    addCommonOptions(*takes, line.console);
    takes->callback([&line, film, name] { line.run = [&line, film, name] { return runTakes(line.console, *film, *name); }; });

    auto* circle = line.app.add_subcommand("circle", "Choose a take: by its id, or as 12A-3");
    circle->add_option("FILM", *film)->required();
    circle->add_option("TAKE", *name)->required();
    addCommonOptions(*circle, line.console);
    circle->callback([&line, film, name] { line.run = [&line, film, name] { return runCircle(line.console, *film, *name); }; });
}

} // namespace rushes::app
