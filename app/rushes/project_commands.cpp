// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "app/rushes/arguments.h"
#include "app/rushes/command.h"
#include "engine/interchange/read_script.h"

#include <fmt/format.h>

namespace rushes::app {
namespace {

struct NewOptions {
    std::string film, script, rate = "24", size = "1280x720";
};

int reportImport(Console& console, const edit::ImportReport& report, const project::Project& film) {
    for (const auto& warning : report.warnings) console.warning(warning);
    const auto* sequence = project::mainSequence(film);
    double seconds = 0;
    for (const auto* shot : film.shots.of(sequence->id)) seconds += project::durationOf(film, *shot).seconds();
    const std::string kept = report.shotsKept > 0 ? fmt::format(", {} of your own kept", report.shotsKept) : "";
    console.message(fmt::format("{} scenes, {} shots, {}{}", film.scenes.size(), film.shots.size(), minutes(seconds), kept));
    return console.done();
}

int runNew(Console& console, const NewOptions& options) {
    const auto rate = time::FrameRate::parse(options.rate);
    if (!rate) return console.failed(rate.error());
    const auto size = parsePictureSize(options.size);
    if (!size) return console.failed(size.error());
    edit::ScriptImport script;
    if (!options.script.empty()) { // read before anything is made on disk
        auto read = interchange::readScript(options.script, *rate);
        if (!read) return console.failed(read.error());
        script = std::move(*read);
    }
    project::NewProject fresh;
    fresh.rate = *rate;
    fresh.width = size->width;
    fresh.height = size->height;
    fresh.startFrames = std::int64_t(3600) * rate->nominal(); // films start at 01:00:00:00
    auto store = project::ProjectStore::create(options.film, fresh);
    if (!store) return console.failed(store.error());
    if (options.script.empty()) {
        console.message("Made " + options.film);
        return console.done();
    }
    edit::Editor editor(**store);
    const auto report = edit::importScript(editor, script);
    if (!report) {
        const auto folder = (*store)->folder();
        store->reset();
        std::error_code ignored;
        std::filesystem::remove_all(folder, ignored); // made a moment ago: a film without its script would only stand in the way
        return console.failed(report.error());
    }
    console.message("Made " + options.film);
    return reportImport(console, *report, editor.project());
}

int runImport(Console& console, const std::string& film, const std::string& file) {
    auto project = openProject(film);
    if (!project) return console.failed(project.error());
    const auto script = interchange::readScript(file, project::mainSequence(project->film())->rate);
    if (!script) return console.failed(script.error());
    const auto report = edit::importScript(*project->editor, *script);
    if (!report) return console.failed(report.error());
    return reportImport(console, *report, project->film());
}

int runVerify(Console& console, const std::string& film) {
    auto project = openProject(film);
    if (!project) return console.failed(project.error());
    const auto findings = project->store->verify([&](const Progress& progress) { console.progress(progress); });
    console.endProgress();
    if (!findings) return console.failed(findings.error());
    bool damage = false;
    for (const auto& finding : *findings) {
        console.print(fmt::format("{}: {}\n", finding.damage ? "damage" : "note", finding.text));
        damage = damage || finding.damage;
    }
    if (findings->empty()) console.print("All is well.\n");
    return damage ? exitFailed : console.done();
}

} // namespace

Result<OpenProject> openProject(const std::filesystem::path& folder) {
    auto store = project::ProjectStore::open(folder);
    if (!store) return fail(store.error());
    OpenProject project{std::move(*store), nullptr};
    project.editor = std::make_unique<edit::Editor>(*project.store);
    return project;
}

void addCommonOptions(CLI::App& command, Console& console) {
    command.add_flag("--json", console.json, "Print one JSON document and nothing else");
    command.add_flag("--quiet", console.quiet, "No progress, no messages");
    command.add_flag("--strict", console.strict, "Exit with 3 when there were warnings");
}

void addProjectCommands(CommandLine& line) {
    auto* fresh = line.app.add_subcommand("new", "Make a project folder, from a screenplay or empty");
    auto options = std::make_shared<NewOptions>();
    fresh->add_option("FILM.rushes", options->film, "The folder to make; must not exist")->required();
    fresh->add_option("--script", options->script, "A screenplay in Fountain");
    fresh->add_option("--rate", options->rate, "Frames a second: 23.976, 24, 25, 29.97 … or a fraction")->capture_default_str();
    fresh->add_option("--size", options->size, "Picture size")->capture_default_str();
    addCommonOptions(*fresh, line.console);
    fresh->callback([&line, options] { line.run = [&line, options] { return runNew(line.console, *options); }; });

    auto* import = line.app.add_subcommand("import", "Bring a screenplay into a project; your own shots are kept");
    auto names = std::make_shared<std::pair<std::string, std::string>>();
    import->add_option("FILM", names->first)->required();
    import->add_option("SCRIPT", names->second)->required();
    addCommonOptions(*import, line.console);
    import->callback([&line, names] { line.run = [&line, names] { return runImport(line.console, names->first, names->second); }; });

    auto* verify = line.app.add_subcommand("verify", "Check the database and every media file; changes nothing");
    auto film = std::make_shared<std::string>();
    verify->add_option("FILM", *film)->required();
    addCommonOptions(*verify, line.console);
    verify->callback([&line, film] { line.run = [&line, film] { return runVerify(line.console, *film); }; });
}

} // namespace rushes::app
