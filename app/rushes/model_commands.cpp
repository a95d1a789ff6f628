// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "app/rushes/command.h"
#include "engine/base/paths.h"
#include "engine/edit/fields.h"
#include "engine/edit/take_commands.h"
#include "engine/models/import.h"
#include "engine/models/model_file.h"
#include "engine/sets/set_library.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace rushes::app {
namespace {

struct ModelArguments {
    std::string film, file, as, name, up;
    double height = 0, turn = 0;
};

struct Kind {
    const char* word;
    models::Use use;
    const char* role;
};
constexpr Kind kinds[] = {{"character", models::Use::figure, "figure_model"}, {"prop", models::Use::prop, "prop_model"}, {"place", models::Use::place, "place_model"}};

const Kind* kindOf(const std::string& word) {
    for (const auto& kind : kinds)
        if (word == kind.word || word == kind.role) return &kind;
    return nullptr;
}

/// The name as the film has it.
Result<std::string> subjectOf(const project::Project& film, const Kind& kind, const std::string& name) {
    if (kind.use == models::Use::figure) {
        const auto* character = project::findCharacter(film, name);
        return character ? character->name : name;
    }
    if (kind.use == models::Use::prop) return name;
    if (const auto* location = project::findLocation(film, name)) return location->name;
    std::string known;
    for (const auto& [id, location] : film.locations) known += (known.empty() ? "" : ", ") + location.name;
    return fail(ErrorCategory::notFound, "The film has no location \"" + name + "\"", known.empty() ? "Import a script, or give a shot a location." : "It has: " + known + ".");
}

Result<models::FitOptions> fitFor(const ModelArguments& arguments, const Kind& kind) {
    models::FitOptions fit;
    fit.use = kind.use;
    if (arguments.height > 0) fit.heightM = arguments.height;
    if (!arguments.up.empty()) fit.up = arguments.up[0];
    fit.turnDegrees = arguments.turn;
    if (kind.use != models::Use::prop) return fit;
    const auto sets = sets::SetLibrary::load();
    if (!sets) return fail(sets.error());
    if (const auto match = (*sets)->propFor(arguments.name))
        if (const auto prop = (*sets)->prop(match->name)) fit.expected = (*prop)->size;
    return fit;
}

/// The converted model as a file of the project.
Result<project::MediaFile> keep(project::ProjectStore& store, const models::Model& model) {
    const auto part = store.media().temporary("model", std::string(models::fileExtension));
    if (auto written = writeFileAtomically(part, models::encode(model)); !written) return fail(written.error());
    const auto adopted = store.media().adopt(part);
    if (!adopted) return fail(adopted.error());
    return store.recordMedia(*adopted);
}

int runAdd(Console& console, const ModelArguments& arguments) {
    const Kind& kind = *kindOf(arguments.as);
    auto project = openProject(arguments.film);
    if (!project) return console.failed(project.error());
    const auto subject = subjectOf(project->film(), kind, arguments.name);
    if (!subject) return console.failed(subject.error());
    const auto fit = fitFor(arguments, kind);
    if (!fit) return console.failed(fit.error());
    const auto model = models::importModel(arguments.file, *fit);
    if (!model) return console.failed(model.error());
    const auto media = keep(*project->store, *model);
    if (!media) return console.failed(media.error());
    const auto added = edit::addModel(*project->editor, {kind.role, *subject, media->name});
    if (!added) return console.failed(added.error());
    for (const auto& note : model->notes) console.warning(note);
    const glm::vec3 size = model->mesh.bounds.size();
    if (console.json)
        console.print(nlohmann::ordered_json{{"id", added->value}, {"as", kind.word}, {"name", *subject}, {"triangles", model->mesh.triangles()}, {"size", {size.x, size.y, size.z}}, {"notes", model->notes}}.dump(1) + "\n");
    else
        console.print(fmt::format("{} stands for {} ({}): {:.2f} × {:.2f} × {:.2f} m, {} triangles\n", model->source, *subject, kind.word, size.x, size.y, size.z, model->mesh.triangles()));
    return console.done();
}

int runList(Console& console, const ModelArguments& arguments) {
    const auto project = openProject(arguments.film);
    if (!project) return console.failed(project.error());
    auto rows = nlohmann::ordered_json::array();
    for (const auto* row : project->film().references.of(project::ShotId{})) {
        const Kind* kind = kindOf(row->role);
        if (!kind || row->role == kind->word) continue;
        const auto model = models::readModelFile(project::mediaPath(project->film(), row->media));
        const std::string source = model ? model->source : "damaged or missing";
        rows.push_back({{"id", row->id.value}, {"as", kind->word}, {"name", row->subject}, {"source", source}, {"media", row->media}});
        if (!console.json) console.print(fmt::format("{:>4}  {:<10} {:<24} {}\n", row->id.value, kind->word, row->subject, source));
        if (!model) console.warning(model.error().text());
    }
    if (console.json) console.print(rows.dump(1) + "\n");
    return console.done();
}

int runRemove(Console& console, const ModelArguments& arguments) {
    auto project = openProject(arguments.film);
    if (!project) return console.failed(project.error());
    for (const auto* row : project->film().references.of(project::ShotId{})) {
        const Kind* kind = kindOf(row->role);
        if (!kind || row->role == kind->word || edit::lowerCase(row->subject) != edit::lowerCase(arguments.name)) continue;
        if (!arguments.as.empty() && kind->word != arguments.as) continue;
        const auto removed = edit::removeReference(*project->editor, row->id);
        return removed ? console.done() : console.failed(removed.error());
    }
    return console.failed(Error{ErrorCategory::notFound, "No model stands for \"" + arguments.name + "\"", {}, "`rushes model list` shows them."});
}

} // namespace

void addModelCommands(CommandLine& line) {
    auto* model = line.app.add_subcommand("model", "Your own 3D models (GLB, glTF, VRM, FBX, OBJ) for characters, props and places");
    model->require_subcommand(1);
    auto arguments = std::make_shared<ModelArguments>();
    auto* add = model->add_subcommand("add", "Convert a model into the project; it stands for the name in every shot");
    add->add_option("FILM", arguments->film)->required();
    add->add_option("FILE", arguments->file)->required();
    add->add_option("NAME", arguments->name, "The character, the noun or the location")->required();
    add->add_option("--as", arguments->as)->required()->check(CLI::IsMember({"character", "prop", "place"}));
    add->add_option("--height", arguments->height, "Metres; else the file's own, or guessed")->check(CLI::Range(0.01, 1000.0));
    add->add_option("--up", arguments->up, "Which axis is up; else the file's own, or guessed")->check(CLI::IsMember({"y", "z"}));
    add->add_option("--turn", arguments->turn, "Degrees about the upright, so that it faces the front");
    add->callback([&line, arguments] { line.run = [&line, arguments] { return runAdd(line.console, *arguments); }; });

    auto* list = model->add_subcommand("list", "The film's own models");
    list->add_option("FILM", arguments->film)->required();
    list->callback([&line, arguments] { line.run = [&line, arguments] { return runList(line.console, *arguments); }; });

    auto* remove = model->add_subcommand("remove", "Take a model away; `rushes undo` brings it back");
    remove->add_option("FILM", arguments->film)->required();
    remove->add_option("NAME", arguments->name)->required();
    remove->add_option("--as", arguments->as, "Where the name stands for several")->check(CLI::IsMember({"character", "prop", "place"}));
    remove->callback([&line, arguments] { line.run = [&line, arguments] { return runRemove(line.console, *arguments); }; });
    for (auto* command : {add, list, remove}) addCommonOptions(*command, line.console);
}

} // namespace rushes::app
