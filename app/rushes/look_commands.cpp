// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "app/rushes/command.h"

#ifdef RUSHES_STAGE
#include "engine/base/paths.h"
#include "engine/edit/fields.h"
#include "engine/edit/take_commands.h"
#include "engine/look/kept_look.h"
#include "engine/shoot/make_shot_request.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <fstream>
#include <iterator>
#endif

namespace rushes::app {

#ifdef RUSHES_STAGE
namespace {

struct LookArguments {
    std::string film, shot, name, artist, consent;
};

/// The film's kept looks are its look references that belong to no shot; a shot that uses one refers to the same file.
std::vector<const project::Reference*> keptLooks(const project::Project& film) {
    std::vector<const project::Reference*> list;
    for (const auto* row : film.references.of(project::ShotId{}))
        if (row->role == "look" && look::isKeptLook(row->media)) list.push_back(row);
    return list;
}

Result<const project::Reference*> keptLook(const project::Project& film, const std::string& name) {
    std::string known;
    for (const auto* row : keptLooks(film)) {
        if (edit::lowerCase(row->subject) == edit::lowerCase(name)) return row;
        known += (known.empty() ? "" : ", ") + row->subject;
    }
    return fail(ErrorCategory::notFound, "The film keeps no look \"" + name + "\"", known.empty() ? "`rushes look keep` keeps that of a painted shot." : "It keeps: " + known + ".");
}

/// What a shot's painted frames are, with all that is needed to stage them again.
Result<look::KeptLook> lookOf(const project::Project& film, const project::Shot& shot, const LookArguments& arguments) {
    auto request = shoot::makeShotRequest(film, shot.id);
    if (!request) return fail(request.error());
    look::KeptLook kept{arguments.name, arguments.artist, arguments.consent, {}};
    auto staged = *request;
    std::erase_if(staged.references, [](const auto& reference) { return reference.role == generate::ReferenceRole::look; });
    for (const auto& reference : request->references) {
        if (reference.role != generate::ReferenceRole::look || !reference.painted) continue;
        std::ifstream in(reference.file, std::ios::binary);
        std::vector<std::uint8_t> bytes{std::istreambuf_iterator<char>(in), {}};
        if (!in) return fail(ErrorCategory::notFound, "The painting of frame " + std::to_string(reference.atFrame) + " cannot be read: " + reference.file.string(), "`rushes verify` says what is missing.");
        kept.frames.push_back({staged, reference.atFrame, reference.file.filename().string(), std::move(bytes)});
        if (kept.artist.empty()) kept.artist = reference.artist;
        if (kept.consent.empty()) kept.consent = reference.consent;
    }
    if (kept.frames.empty())
        return fail(ErrorCategory::badInput, "Shot " + shot.number + " has no painted frame", "Paint one: rushes frame FILM " + shot.number + " --at FRAME --layers OUT.ora, then rushes paint.");
    return kept;
}

int runKeep(Console& console, const LookArguments& arguments) {
    auto project = openProject(arguments.film);
    if (!project) return console.failed(project.error());
    const auto shot = project::findShot(project->film(), arguments.shot);
    if (!shot) return console.failed(shot.error());
    if (keptLook(project->film(), arguments.name))
        return console.failed(Error{ErrorCategory::exists, "The film keeps a look \"" + arguments.name + "\" already", {}, "Choose another name, or `rushes look remove` it first."});
    const auto kept = lookOf(project->film(), **shot, arguments);
    if (!kept) return console.failed(kept.error());
    if (kept->consent.empty()) console.warning("No word on what the artist agreed to; say it with --consent.");
    const auto part = project->store->media().temporary("look", look::kKeptLookExtension);
    if (auto written = look::writeKeptLook(*kept, part); !written) return console.failed(written.error());
    const auto adopted = project->store->media().adopt(part);
    if (!adopted) return console.failed(adopted.error());
    const auto media = project->store->recordMedia(*adopted);
    if (!media) return console.failed(media.error());
    edit::ReferencePatch fields;
    fields.role = "look";
    fields.subject = arguments.name;
    fields.media = media->name;
    fields.artist = kept->artist;
    fields.consent = kept->consent;
    const auto added = edit::addReference(*project->editor, project::ShotId{}, fields);
    if (!added) return console.failed(added.error());
    if (console.json) console.print(nlohmann::ordered_json{{"id", added->value}, {"name", arguments.name}, {"frames", kept->frames.size()}}.dump(1) + "\n");
    else console.print(fmt::format("Kept the look {} of shot {}: {} painted frame{}\n", arguments.name, (*shot)->number, kept->frames.size(), kept->frames.size() == 1 ? "" : "s"));
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
    for (const auto* row : project->film().references.of((*shot)->id))
        if (row->media == (*kept)->media) return console.done(); // it uses that look already
    edit::ReferencePatch fields;
    fields.role = "look";
    fields.subject = (*kept)->subject;
    fields.media = (*kept)->media;
    fields.artist = (*kept)->artist;
    fields.consent = (*kept)->consent;
    const auto added = edit::addReference(*project->editor, (*shot)->id, fields);
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
