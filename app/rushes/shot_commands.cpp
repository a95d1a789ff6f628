// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "app/rushes/command.h"
#include "app/rushes/shot_json.h"
#ifdef RUSHES_STAGE
#include "app/papers/painting_check.h"
#endif
#include "engine/edit/shot_commands.h"
#include "engine/edit/take_commands.h"
#include "engine/media/movie_reader.h"

#include <fmt/format.h>

namespace rushes::app {
namespace {

struct ShotArguments {
    std::string film, shot, after;
    std::vector<std::string> fields, shots;
    std::string file, role, subject, artist, consent;
    std::optional<std::int64_t> at;
    double strength = 1.0;
};

int runShots(Console& console, const std::string& film) {
    const auto project = openProject(film);
    if (!project) return console.failed(project.error());
    if (console.json) {
        console.print(shotsJson(project->film()).dump(1) + "\n");
        return console.done();
    }
    const auto* sequence = project::mainSequence(project->film());
    project::ScriptSceneId scene{-1};
    for (const auto* shot : project->film().shots.of(sequence->id)) {
        if (shot->scene != scene) {
            scene = shot->scene;
            const auto* row = project->film().scenes.find(scene);
            console.print(row ? fmt::format("\n{}  {}\n", row->number, row->heading) : std::string("\n"));
        }
        const auto takes = project->film().takes.countOf(shot->id);
        console.print(fmt::format("  {:<6} {:>5.1f} s  {:<16} {}{}\n", shot->number, project::durationOf(project->film(), *shot).seconds(),
                                  shot->size.value_or("-"), shot->prompt, takes ? fmt::format("  [{} take{}]", takes, takes == 1 ? "" : "s") : ""));
    }
    return console.done();
}

Result<edit::ShotPatch> patchOf(const std::vector<std::string>& fields) {
    edit::ShotPatch patch;
    for (const auto& field : fields) {
        const auto equals = field.find('=');
        if (equals == std::string::npos)
            return fail(ErrorCategory::badInput, "\"" + field + "\" is not FIELD=VALUE", "For example: rushes shot set Film.rushes 12A size=close_up");
        if (auto set = edit::setField(patch, field.substr(0, equals), field.substr(equals + 1)); !set) return fail(set.error());
    }
    return patch;
}

int runSet(Console& console, const ShotArguments& arguments) {
    const auto patch = patchOf(arguments.fields);
    if (!patch) return console.failed(patch.error());
    auto project = openProject(arguments.film);
    if (!project) return console.failed(project.error());
    const auto shot = project::findShot(project->film(), arguments.shot);
    if (!shot) return console.failed(shot.error());
    const auto set = edit::setShot(*project->editor, (*shot)->id, *patch);
    return set ? console.done() : console.failed(set.error());
}

int runAdd(Console& console, const ShotArguments& arguments) {
    const auto patch = patchOf(arguments.fields);
    if (!patch) return console.failed(patch.error());
    auto project = openProject(arguments.film);
    if (!project) return console.failed(project.error());
    edit::NewShot fresh;
    fresh.fields = *patch;
    if (!arguments.after.empty()) {
        const auto after = project::findShot(project->film(), arguments.after);
        if (!after) return console.failed(after.error());
        fresh.after = (*after)->id;
    }
    const auto added = edit::addShot(*project->editor, fresh);
    if (!added) return console.failed(added.error());
    console.print(fmt::format("{}\n", project->film().shots.find(*added)->number));
    return console.done();
}

Result<std::vector<project::ShotId>> findShots(const project::Project& film, const std::vector<std::string>& names) {
    std::vector<project::ShotId> ids;
    for (const auto& name : names) {
        const auto shot = project::findShot(film, name);
        if (!shot) return fail(shot.error());
        ids.push_back((*shot)->id);
    }
    return ids;
}

int runRemoveOrMove(Console& console, const ShotArguments& arguments, bool remove) {
    auto project = openProject(arguments.film);
    if (!project) return console.failed(project.error());
    const auto shots = findShots(project->film(), arguments.shots);
    if (!shots) return console.failed(shots.error());
    if (remove) {
        const auto removed = edit::removeShots(*project->editor, *shots);
        return removed ? console.done() : console.failed(removed.error());
    }
    project::ShotId after;
    if (!arguments.after.empty()) {
        const auto found = project::findShot(project->film(), arguments.after);
        if (!found) return console.failed(found.error());
        after = (*found)->id;
    }
    const auto moved = edit::moveShots(*project->editor, *shots, after);
    return moved ? console.done() : console.failed(moved.error());
}

int runReference(Console& console, const ShotArguments& arguments) {
    // Checked before the file is copied, so that a refused one leaves nothing in media/.
    if (const auto picture = media::probe(arguments.file); !picture) return console.failed(picture.error());
    else if (!picture->hasVideo)
        return console.failed(Error{ErrorCategory::badInput, arguments.file + " has no picture in it", {}, "Give a picture or a movie."});
    auto project = openProject(arguments.film);
    if (!project) return console.failed(project.error());
    const auto shot = project::findShot(project->film(), arguments.shot);
    if (!shot) return console.failed(shot.error());
    const auto media = project->store->adoptMedia(arguments.file);
    if (!media) return console.failed(media.error());
    edit::ReferencePatch fields;
    fields.role = arguments.role;
    fields.media = media->name;
    fields.atFrame = arguments.at.value_or(0);
    fields.painted = arguments.role == "look" && arguments.at;
    if (!arguments.artist.empty()) fields.artist = arguments.artist;
    if (!arguments.consent.empty()) fields.consent = arguments.consent;
    fields.strength = arguments.strength;
    fields.subject = arguments.subject;
    const auto added = edit::addReference(*project->editor, (*shot)->id, fields);
    if (!added) return console.failed(added.error());
#ifdef RUSHES_STAGE
    if (*fields.painted)
        if (const auto strange = whatIsStrange(paintingCheck(project->film(), **shot, *fields.atFrame, project::mediaPath(project->film(), media->name))); !strange.empty())
            console.warning(arguments.file + ": " + strange);
#endif
    return console.done();
}

void addShotGroup(CommandLine& line, CLI::App& group, const std::shared_ptr<ShotArguments>& arguments) {
    std::string fields;
    for (const auto& name : edit::shotFieldNames()) fields += (fields.empty() ? "" : ", ") + name;
    auto* set = group.add_subcommand("set", "Edit fields of a shot: " + fields);
    set->add_option("FILM", arguments->film)->required();
    set->add_option("SHOT", arguments->shot, "Its number, such as 12A")->required();
    set->add_option("FIELD=VALUE", arguments->fields)->required();
    set->callback([&line, arguments] { line.run = [&line, arguments] { return runSet(line.console, *arguments); }; });

    auto* add = group.add_subcommand("add", "Add a shot of your own");
    add->add_option("FILM", arguments->film)->required();
    add->add_option("FIELD=VALUE", arguments->fields)->required();
    add->add_option("--after", arguments->after, "The shot it follows");
    add->callback([&line, arguments] { line.run = [&line, arguments] { return runAdd(line.console, *arguments); }; });

    auto* remove = group.add_subcommand("remove", "Remove shots; `rushes undo` brings them back");
    remove->add_option("FILM", arguments->film)->required();
    remove->add_option("SHOT", arguments->shots)->required();
    remove->callback([&line, arguments] { line.run = [&line, arguments] { return runRemoveOrMove(line.console, *arguments, true); }; });

    auto* move = group.add_subcommand("move", "Move shots behind another, or to the start");
    move->add_option("FILM", arguments->film)->required();
    move->add_option("SHOT", arguments->shots)->required();
    move->add_option("--after", arguments->after, "The shot to stand behind; none: first");
    move->callback([&line, arguments] { line.run = [&line, arguments] { return runRemoveOrMove(line.console, *arguments, false); }; });
    for (auto* command : {set, add, remove, move}) addCommonOptions(*command, line.console);
}

} // namespace

void addShotCommands(CommandLine& line) {
    auto* shots = line.app.add_subcommand("shots", "The shot list");
    auto film = std::make_shared<std::string>();
    shots->add_option("FILM", *film)->required();
    addCommonOptions(*shots, line.console);
    shots->callback([&line, film] { line.run = [&line, film] { return runShots(line.console, *film); }; });

    auto* shot = line.app.add_subcommand("shot", "Edit single shots, or explain a prompt");
    shot->require_subcommand(1);
    auto arguments = std::make_shared<ShotArguments>();
    addShotGroup(line, *shot, arguments);

    auto* reference = line.app.add_subcommand("reference", "Reference pictures of a shot");
    reference->require_subcommand(1);
    auto* add = reference->add_subcommand("add", "Copy a picture into the project and give it a role");
    add->add_option("FILM", arguments->film)->required();
    add->add_option("SHOT", arguments->shot)->required();
    add->add_option("FILE", arguments->file)->required();
    add->add_option("--role", arguments->role)->required()->check(CLI::IsMember({"first", "last", "frame", "character", "location", "prop", "look", "depth", "pose"}));
    add->add_option("--at", arguments->at, "The frame, for the role frame; with the role look: painted over that frame, point for point");
    add->add_option("--strength", arguments->strength)->check(CLI::Range(0.0, 1.0));
    add->add_option("--subject", arguments->subject, "Whom or what it shows");
    add->add_option("--artist", arguments->artist, "Who painted it");
    add->add_option("--consent", arguments->consent, "The artist's words on what it may be used for");
    addCommonOptions(*add, line.console);
    add->callback([&line, arguments] { line.run = [&line, arguments] { return runReference(line.console, *arguments); }; });
}

} // namespace rushes::app
