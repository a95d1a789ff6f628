// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "app/rushes/arguments.h"
#include "app/rushes/command.h"
#include "engine/export/export_movie.h"
#include "engine/playback/project_cut.h"

#include <fmt/format.h>

#include <cstdio>

namespace rushes::app {
namespace {

struct ExportArguments {
    std::string film, out, range, size;
    bool burnIn = false;
};

Result<exports::ExportOptions> optionsOf(const ExportArguments& arguments) {
    exports::ExportOptions options;
    options.burnIn = arguments.burnIn;
    long long first = 0, last = 0;
    int used = 0;
    if (!arguments.range.empty()) {
        if (std::sscanf(arguments.range.c_str(), "%lld-%lld%n", &first, &last, &used) != 2 || std::size_t(used) != arguments.range.size())
            return fail(ErrorCategory::badInput, "\"" + arguments.range + "\" is not a range of frames", "Give first and last frame, such as 0-47.");
        options.range = {first, last};
    }
    if (arguments.size.empty()) return options;
    const auto size = parsePictureSize(arguments.size);
    if (!size) return fail(size.error());
    options.width = size->width;
    options.height = size->height;
    return options;
}

int runExport(Console& console, const ExportArguments& arguments) {
    const auto options = optionsOf(arguments);
    if (!options) return console.failed(options.error());
    const auto project = openProject(arguments.film);
    if (!project) return console.failed(project.error());
    const auto cut = playback::cutOfProject(project->film());
    const auto result = exports::exportMovie(cut, arguments.out, *options, [&](const Progress& progress) { console.progress(progress); }, Console::interrupted());
    console.endProgress();
    if (!result) return console.failed(result.error());
    for (const auto& warning : result->warnings) console.warning(warning);
    console.message(fmt::format("Wrote {}: {} frames, {}, in {:.1f} s", arguments.out, result->frames,
                                minutes(time::RationalTime{result->frames, cut.rate}.seconds()), result->seconds));
    return console.done();
}

} // namespace

void addExportCommand(CommandLine& line) {
    auto* command = line.app.add_subcommand("export", "Write the cut as a movie; shots without a take show a card");
    auto arguments = std::make_shared<ExportArguments>();
    command->add_option("FILM", arguments->film)->required();
    command->add_option("OUT.mp4", arguments->out)->required();
    command->add_option("--range", arguments->range, "First and last frame, such as 0-47");
    command->add_option("--size", arguments->size, "Instead of the film's, such as 1920x1080");
    command->add_flag("--burn-in", arguments->burnIn, "Timecode, shot, take and generator in the picture");
    addCommonOptions(*command, line.console);
    command->callback([&line, arguments] { line.run = [&line, arguments] { return runExport(line.console, *arguments); }; });
}

} // namespace rushes::app
