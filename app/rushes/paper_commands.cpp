// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "app/rushes/command.h"

#ifdef RUSHES_STAGE
#include "app/papers/shot_papers.h"
#include "engine/base/paths.h"
#include "engine/shoot/make_shot_request.h"

#include <fmt/format.h>
#endif

namespace rushes::app {

#ifdef RUSHES_STAGE
namespace {

struct PaperArguments {
    std::string film, shot, out;
};

struct FilmShot {
    OpenProject project;
    const project::Shot* shot = nullptr;
    stage::StagedShot staged;
};

Result<FilmShot> stageOne(const PaperArguments& arguments) {
    auto project = openProject(arguments.film);
    if (!project) return fail(project.error());
    const auto shot = project::findShot(project->film(), arguments.shot);
    if (!shot) return fail(shot.error());
    const auto request = shoot::makeShotRequest(project->film(), (*shot)->id);
    if (!request) return fail(request.error());
    const auto library = stage::StageLibrary::load();
    if (!library) return fail(library.error());
    auto staged = stage::stageShot(**library, *request);
    if (!staged) return fail(staged.error());
    return FilmShot{std::move(*project), *shot, std::move(*staged)};
}

int runCamera(Console& console, const PaperArguments& arguments) {
    const auto one = stageOne(arguments);
    if (!one) return console.failed(one.error());
    const auto path = cameraPathOf(one->staged, one->shot->number);
    if (auto done = interchange::writeCamera(path, arguments.out); !done) return console.failed(done.error());
    for (const auto& warning : one->staged.warnings) console.warning(warning);
    console.message(fmt::format("Wrote {}: the camera of shot {}, {} frames", arguments.out, one->shot->number, path.samples.size()));
    return console.done();
}

Result<void> writePages(const std::vector<interchange::Page>& pages, const std::string& title, const std::filesystem::path& file) {
    const std::string ending = file.extension().string();
    if (ending == ".pdf") return writeFileAtomically(file, interchange::pdfOf(pages, title));
    if (ending == ".svg" && pages.size() == 1) return writeFileAtomically(file, interchange::svgOf(pages.front()));
    return fail(ErrorCategory::badInput, "This cannot be written as \"" + ending + "\"", "Name a floor plan .svg or .pdf, a shot list .csv or .pdf.");
}

int runFloorPlan(Console& console, const PaperArguments& arguments) {
    const auto one = stageOne(arguments);
    if (!one) return console.failed(one.error());
    const auto* scene = one->project.film().scenes.find(one->shot->scene);
    const std::string title = "Shot " + one->shot->number + (scene ? ", " + scene->heading : "");
    const auto plan = floorPlanOf(one->staged, title, one->shot->prompt, stage::HandStaging::of(one->shot->settingsJson));
    if (auto done = writePages({interchange::drawFloorPlan(plan)}, title, arguments.out); !done) return console.failed(done.error());
    console.message(fmt::format("Wrote {}: {} marks", arguments.out, plan.marks.size()));
    return console.done();
}

int runShotList(Console& console, const PaperArguments& arguments) {
    auto project = openProject(arguments.film);
    if (!project) return console.failed(project.error());
    const auto library = stage::StageLibrary::load();
    if (!library) return console.failed(library.error());
    const auto& film = project->film();
    std::vector<interchange::ShotListRow> rows;
    for (const auto* shot : film.shots.of(project::mainSequence(film)->id)) {
        if (Console::interrupted().cancelled()) return exitInterrupted;
        const auto request = shoot::makeShotRequest(film, shot->id);
        const auto staged = request ? stage::stageShot(**library, *request) : Result<stage::StagedShot>(fail(request.error()));
        if (!staged) console.warning("Shot " + shot->number + ": " + staged.error().text());
        rows.push_back(shotListRowOf(film, *shot, staged ? &*staged : nullptr));
    }
    const std::filesystem::path out = arguments.out;
    const std::string title = "Shot list: " + std::filesystem::path(arguments.film).stem().string();
    const auto done = out.extension() == ".csv" ? writeFileAtomically(out, interchange::shotListCsv(rows)) : writePages(interchange::shotListPages(rows, title), title, out);
    if (!done) return console.failed(done.error());
    console.message(fmt::format("Wrote {}: {} shots", arguments.out, rows.size()));
    return console.done();
}

} // namespace

void addPaperCommands(CommandLine& line) {
    auto arguments = std::make_shared<PaperArguments>();
    auto* camera = line.app.add_subcommand("camera", "The camera of a shot, for other programs");
    camera->require_subcommand(1);
    auto* write = camera->add_subcommand("export", "Write it as USD, glTF, JSON or CSV: one sample a frame, metres, Y up");
    write->add_option("FILM", arguments->film)->required();
    write->add_option("SHOT", arguments->shot)->required();
    write->add_option("OUT", arguments->out, "Ends in .usda, .gltf, .json or .csv")->required();
    addCommonOptions(*write, line.console);
    write->callback([&line, arguments] { line.run = [&line, arguments] { return runCamera(line.console, *arguments); }; });

    auto* plan = line.app.add_subcommand("floorplan", "Draw a shot from above: set, marks, camera, lens, move");
    plan->add_option("FILM", arguments->film)->required();
    plan->add_option("SHOT", arguments->shot)->required();
    plan->add_option("OUT", arguments->out, "Ends in .svg or .pdf")->required();
    addCommonOptions(*plan, line.console);
    plan->callback([&line, arguments] { line.run = [&line, arguments] { return runFloorPlan(line.console, *arguments); }; });

    auto* list = line.app.add_subcommand("shotlist", "Write the film's shot list for the set: lenses, heights, distances, cast, props");
    list->add_option("FILM", arguments->film)->required();
    list->add_option("OUT", arguments->out, "Ends in .csv or .pdf")->required();
    addCommonOptions(*list, line.console);
    list->callback([&line, arguments] { line.run = [&line, arguments] { return runShotList(line.console, *arguments); }; });
}

#else

void addPaperCommands(CommandLine&) {}

#endif

} // namespace rushes::app
