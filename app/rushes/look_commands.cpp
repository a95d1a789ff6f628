// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "app/rushes/command.h"

#ifdef RUSHES_STAGE
#include "app/papers/film_looks.h"
#include "engine/look/kept_look.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#endif

namespace rushes::app {

#ifdef RUSHES_STAGE
namespace {

struct LookArguments {
    std::string film, shot, name, artist, consent;
};

int runKeep(Console& console, const LookArguments& arguments) {
    auto project = openProject(arguments.film);
    if (!project) return console.failed(project.error());
    const auto shot = project::findShot(project->film(), arguments.shot);
    if (!shot) return console.failed(shot.error());
    const auto look = lookToKeep(project->film(), **shot, arguments.name, arguments.artist, arguments.consent);
    if (!look) return console.failed(look.error());
    const auto written = writeLook(*look, project->store->media());
    if (!written) return console.failed(written.error());
    if (written->fields.consent->empty()) console.warning("No word on what the artist agreed to; say it with --consent.");
    const auto media = project->store->recordMedia(written->media);
    if (!media) return console.failed(media.error());
    const auto added = edit::addReference(*project->editor, project::ShotId{}, written->fields);
    if (!added) return console.failed(added.error());
    if (console.json) console.print(nlohmann::ordered_json{{"id", added->value}, {"name", arguments.name}, {"frames", written->frames}}.dump(1) + "\n");
    else console.print(fmt::format("Kept the look {} of shot {}: {} painted frame{}\n", arguments.name, (*shot)->number, written->frames, written->frames == 1 ? "" : "s"));
    return console.done();
}

int runList(Console& console, const LookArguments& arguments) {
    const auto project = openProject(arguments.film);
    if (!project) return console.failed(project.error());
    auto rows = nlohmann::ordered_json::array();
    for (const auto* row : keptLooks(project->film())) {
        const auto kept = look::readKeptLook(project::mediaPath(project->film(), row->media));
        if (!kept) console.warning(kept.error().text());
        const std::size_t frames = kept ? kept->frames.size() : 0;
        const std::string shot = kept ? kept->frames.front().request.shotNumber : "damaged or missing";
        rows.push_back({{"id", row->id.value}, {"name", row->subject}, {"artist", row->artist}, {"consent", row->consent}, {"paintedOver", shot}, {"frames", frames}});
        if (!console.json) console.print(fmt::format("{:<24} {:<6} {} frame{}  {}  {}\n", row->subject, shot, frames, frames == 1 ? "" : "s", row->artist, row->consent));
    }
    if (console.json) console.print(rows.dump(1) + "\n");
    else if (rows.empty()) console.print("No looks are kept. `rushes look keep FILM SHOT --name NAME` keeps that of a painted shot.\n");
    return console.done();
}

int runUse(Console& console, const LookArguments& arguments) {
    auto project = openProject(arguments.film);
    if (!project) return console.failed(project.error());
    const auto shot = project::findShot(project->film(), arguments.shot);
    if (!shot) return console.failed(shot.error());
    const auto kept = keptLook(project->film(), arguments.name);
    if (!kept) return console.failed(kept.error());
    if (useOf(project->film(), (*shot)->id, **kept)) return console.done();
    const auto added = edit::addReference(*project->editor, (*shot)->id, useFields(**kept));
    if (!added) return console.failed(added.error());
    console.message("Shot " + (*shot)->number + " uses the look " + (*kept)->subject + "; shoot it with --generator look.");
    return console.done();
}

int runRemove(Console& console, const LookArguments& arguments) {
    auto project = openProject(arguments.film);
    if (!project) return console.failed(project.error());
    const auto kept = keptLook(project->film(), arguments.name);
    if (!kept) return console.failed(kept.error());
    const auto removed = edit::removeReference(*project->editor, (*kept)->id);
    return removed ? console.done() : console.failed(removed.error());
}

} // namespace

void addLookCommands(CommandLine& line) {
    auto* command = line.app.add_subcommand("look", "Keep the look of a painted shot, and use it on others");
    command->require_subcommand(1);
    auto arguments = std::make_shared<LookArguments>();
    auto* keep = command->add_subcommand("keep", "Keep the look of a shot's painted frames under a name");
    keep->add_option("FILM", arguments->film)->required();
    keep->add_option("SHOT", arguments->shot)->required();
    keep->add_option("--name", arguments->name)->required();
    keep->add_option("--artist", arguments->artist, "Who painted it; else as on the paintings");
    keep->add_option("--consent", arguments->consent, "What the artist agreed to; else as on the paintings");
    keep->callback([&line, arguments] { line.run = [&line, arguments] { return runKeep(line.console, *arguments); }; });

    auto* list = command->add_subcommand("list", "The looks that the film keeps");
    list->add_option("FILM", arguments->film)->required();
    list->callback([&line, arguments] { line.run = [&line, arguments] { return runList(line.console, *arguments); }; });

    auto* use = command->add_subcommand("use", "Let a shot use a kept look");
    use->add_option("FILM", arguments->film)->required();
    use->add_option("SHOT", arguments->shot)->required();
    use->add_option("NAME", arguments->name)->required();
    use->callback([&line, arguments] { line.run = [&line, arguments] { return runUse(line.console, *arguments); }; });

    auto* remove = command->add_subcommand("remove", "Forget a kept look; shots that use it keep it, and `rushes undo` brings it back");
    remove->add_option("FILM", arguments->film)->required();
    remove->add_option("NAME", arguments->name)->required();
    remove->callback([&line, arguments] { line.run = [&line, arguments] { return runRemove(line.console, *arguments); }; });
    for (auto* each : {keep, list, use, remove}) addCommonOptions(*each, line.console);
}
#else
void addLookCommands(CommandLine&) {}
#endif

} // namespace rushes::app
