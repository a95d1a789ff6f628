// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "app/rushes/arguments.h"
#include "app/rushes/command.h"

#ifdef RUSHES_STAGE
#include "engine/base/paths.h"
#include "engine/gpu/device.h"
#include "engine/media/exr_channels.h"
#include "engine/media/image_file.h"
#include "engine/media/movie_writer.h"
#include "engine/render/renderer.h"
#include "engine/shoot/make_shot_request.h"
#include "engine/stage/arrows.h"
#include "engine/stage/casting.h"
#include "engine/stage/draw.h"
#include "engine/stage/frame_feed.h"
#include "engine/stage/shot_json.h"
#include "engine/stage/staging.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <sstream>
#endif

namespace rushes::app {

#ifdef RUSHES_STAGE
namespace {

namespace fs = std::filesystem;

struct StageArguments {
    std::string prompt, prompts, film, shot, out, size = "640x360", look = "board", passes, references, fps = "24";
    std::int64_t frames = 48;
    std::uint64_t seed = 1;
    std::vector<std::string> models;
    bool movie = false, noFrames = false, all = false, arrows = false;
};

struct OnePrompt {
    std::string id, text;
    std::int64_t frames;
};

/// One shot of the command: where its files go and what is written.
class StageRun {
public:
    StageRun(Console& console, const StageArguments& arguments) : m_console(console), m_arguments(arguments) {}

    Result<void> open() {
        const auto rate = time::FrameRate::parse(m_arguments.fps);
        if (!rate) return fail(rate.error());
        m_rate = *rate;
        const auto size = parsePictureSize(m_arguments.size);
        if (!size) return fail(size.error());
        m_width = size->width;
        m_height = size->height;
        if (m_arguments.frames < 1 || m_arguments.frames > 86400)
            return fail(ErrorCategory::badInput, "A shot of " + std::to_string(m_arguments.frames) + " frames cannot be staged", "Give 1 to 86400.");
        if (auto wanted = readPasses(); !wanted) return wanted;
        auto library = stage::StageLibrary::load();
        if (!library) return fail(library.error());
        auto device = gpu::Device::create(gpu::DeviceOptions{});
        if (!device) return fail(device.error());
        auto renderer = render::Renderer::create(*device);
        if (!renderer) return fail(renderer.error());
        m_library = *library;
        m_renderer = std::move(*renderer);
        return {};
    }

    Result<void> shoot(const OnePrompt& prompt, const fs::path& folder) {
        generate::ShotRequest request;
        request.shotNumber = prompt.id;
        request.prompt = prompt.text;
        request.duration = {prompt.frames, m_rate};
        request.width = m_width;
        request.height = m_height;
        request.seed = m_arguments.seed;
        request.settingsJson = nlohmann::json{{"look", m_arguments.look}}.dump();
        if (auto done = addModels(request); !done) return done;
        auto shot = stage::stageShot(*m_library, request);
        if (!shot) return fail(shot.error());
        std::error_code problem;
        fs::create_directories(folder, problem);
        if (problem) return fail(ErrorCategory::denied, "Cannot make the folder " + folder.string() + ": " + problem.message(), "Choose another --out.");
        const stage::ShotDrawer drawer(*m_library, *shot);
        std::vector<stage::SeenFrame> seen;
        if (m_arguments.noFrames && !m_arguments.movie && !m_arguments.arrows) {
            if (auto done = measure(drawer, *shot, seen); !done) return done;
        } else if (auto done = draw(drawer, *shot, folder, seen); !done) {
            return done;
        }
        return writeFileAtomically(folder / "shot.json", stage::shotJson(*shot, seen));
    }

private:
    /// --model character:MARA=mara.glb
    Result<void> addModels(generate::ShotRequest& request) const {
        using enum generate::ReferenceRole;
        for (const auto& text : m_arguments.models) {
            const auto colon = text.find(':'), equals = text.find('=');
            const std::string as = text.substr(0, colon);
            if (colon == std::string::npos || equals == std::string::npos || equals < colon || (as != "character" && as != "prop" && as != "place"))
                return fail(ErrorCategory::badInput, "--model " + text + " is not KIND:NAME=FILE", "For example: --model prop:chair=chair.glb");
            const std::string name = text.substr(colon + 1, equals - colon - 1);
            generate::Reference reference;
            reference.role = as == "character" ? figureModel : as == "prop" ? propModel : placeModel;
            reference.file = fs::absolute(text.substr(equals + 1));
            reference.subject = name;
            if (reference.role == figureModel) request.cast.push_back({name, {}, true});
            if (reference.role == placeModel) request.location = name;
            request.references.push_back(std::move(reference));
        }
        return {};
    }

    Result<void> readPasses() {
        std::istringstream names(m_arguments.passes);
        for (std::string name; std::getline(names, name, ',');) {
            if (name == "depth") m_passes.depth = true;
            else if (name == "normal") m_passes.normal = true;
            else if (name == "id") m_passes.id = true;
            else if (name == "lines") m_passes.lines = true;
            else if (name == "motion") m_passes.motion = true;
            else if (name == "rest") m_passes.rest = true;
            else if (name == "pose") m_pose = true;
            else return fail(ErrorCategory::badInput, "There is no pass \"" + name + "\"", "Choose from depth, normal, id, pose, lines, motion, rest.");
        }
        if (m_arguments.look != "board" && m_arguments.look != "clay" && m_arguments.look != "colour")
            return fail(ErrorCategory::badInput, "There is no look \"" + m_arguments.look + "\"", "Choose board, clay or colour.");
        return {};
    }

    /// Object boxes from an id pass at half the size, in pixels of the full one.
    Result<void> measure(const stage::ShotDrawer& drawer, const stage::StagedShot& shot, std::vector<stage::SeenFrame>& seen) {
        const std::int64_t step = std::max<std::int64_t>(1, shot.duration.value / 16);
        const int scale = m_width >= 64 && m_height >= 64 ? 2 : 1;
        for (std::int64_t frame = 0; frame < shot.duration.value; frame += step) {
            auto boxes = m_renderer->measure(drawer.view(frame, m_width / scale, m_height / scale));
            if (!boxes) return fail(boxes.error());
            for (auto& box : *boxes) {
                box.pixels *= scale * scale;
                for (int* edge : {&box.x0, &box.y0, &box.x1, &box.y1}) *edge *= scale;
            }
            seen.push_back({frame, std::move(*boxes)});
        }
        return {};
    }

    Result<void> draw(const stage::ShotDrawer& drawer, const stage::StagedShot& shot, const fs::path& folder, std::vector<stage::SeenFrame>& seen) {
        std::optional<media::MovieWriter> movie;
        if (m_arguments.movie) {
            auto made = media::MovieWriter::create(folder / "shot.mp4", media::takeOptions(m_width, m_height, m_rate));
            if (!made) return fail(made.error());
            movie = std::move(*made);
        }
        stage::FeedOptions options{.count = shot.duration.value, .width = m_width, .height = m_height, .passes = m_passes, .pose = m_pose};
        options.passes.boxes = true;
        stage::FrameFeed feed(*m_renderer, drawer, options);
        ProgressMeter meter(shot.duration.value);
        for (std::int64_t frame = 0; frame < shot.duration.value; ++frame) {
            if (Console::interrupted().cancelled()) return fail(ErrorCategory::cancelled, "Stopped", "What was written so far stays.");
            auto made = feed.next();
            if (!made) return fail(made.error());
            seen.push_back({frame, std::move(made->picture.boxes)});
            if (m_arguments.arrows && frame == 0)
                if (auto done = writePanel(shot, made->picture.colour, folder); !done) return done;
            if (movie)
                if (auto done = movie->append(made->picture.colour); !done) return done;
            if (!m_arguments.noFrames)
                if (auto done = writeFrame(*made, folder, frame); !done) return done;
            m_console.progress(meter.at(frame + 1, "Staging"));
        }
        m_console.endProgress();
        return movie ? movie->finish() : Result<void>{};
    }

    /// The first frame as a board's panel, with what is going to move.
    Result<void> writePanel(const stage::StagedShot& shot, Image panel, const fs::path& folder) {
        stage::drawArrows(stage::movementArrows(shot, 0, m_width, m_height), panel);
        return media::writePng(folder / "panel.png", panel);
    }

    Result<void> writeFrame(const stage::ShotPicture& made, const fs::path& folder, std::int64_t frame) {
        const render::Picture& picture = made.picture;
        std::error_code ignored;
        const auto path = [&](const char* name, const char* extension) {
            const fs::path inside = std::string(name) == "frames" ? folder / "frames" : folder / "passes" / name;
            fs::create_directories(inside, ignored);
            return inside / fmt::format("{:05}.{}", frame, extension);
        };
        const std::pair<const char*, const Image*> pngs[] = {{"frames", &picture.colour}, {"id", &picture.id}, {"normal", &picture.normal}, {"lines", &picture.lines}, {"pose", &made.pose}};
        for (const auto& [name, image] : pngs)
            if (!image->empty())
                if (auto done = media::writePng(path(name, "png"), *image); !done) return done;
        if (m_passes.depth)
            if (auto done = media::writeExr(path("depth", "exr"), picture.depth); !done) return done;
        if (m_passes.motion)
            if (auto done = media::writeExr(path("motion", "exr"), {{"R", &picture.motion[0]}, {"G", &picture.motion[1]}}); !done) return done;
        if (m_passes.rest)
            if (auto done = media::writeExr(path("rest", "exr"), {{"R", &picture.rest[0]}, {"G", &picture.rest[1]}, {"B", &picture.rest[2]}}); !done) return done;
        return {};
    }

    Console& m_console;
    const StageArguments& m_arguments;
    std::shared_ptr<stage::StageLibrary> m_library;
    std::unique_ptr<render::Renderer> m_renderer;
    time::FrameRate m_rate;
    render::Passes m_passes;
    bool m_pose = false;
    int m_width = 640, m_height = 360;
};

Result<std::vector<OnePrompt>> readPrompts(const StageArguments& arguments) {
    if (!arguments.prompt.empty()) return std::vector<OnePrompt>{{"", arguments.prompt, arguments.frames}};
    const auto text = readFile(arguments.prompts);
    if (!text) return fail(text.error());
    std::vector<OnePrompt> prompts;
    std::istringstream lines(*text);
    int number = 0;
    for (std::string line; std::getline(lines, line);) {
        ++number;
        if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
        const auto json = nlohmann::json::parse(line, nullptr, false);
        const char* key = json.is_object() && json.contains("prompt") ? "prompt" : "text";
        if (!json.is_object() || !json.contains(key) || !json[key].is_string())
            return fail(ErrorCategory::badInput, arguments.prompts + ", line " + std::to_string(number) + ": expected an object with \"prompt\"", {});
        std::string id = json.contains("id") ? (json["id"].is_string() ? json["id"].get<std::string>() : json["id"].dump()) : std::to_string(number);
        std::replace(id.begin(), id.end(), '/', '_');
        if (id.empty() || id[0] == '.') id = std::to_string(number);
        prompts.push_back({id, json[key], json.value("frames", arguments.frames)});
    }
    return prompts;
}

int runStage(Console& console, const StageArguments& arguments) {
    const auto prompts = readPrompts(arguments);
    if (!prompts) return console.failed(prompts.error());
    StageRun run(console, arguments);
    if (auto ready = run.open(); !ready) return console.failed(ready.error());
    for (const auto& prompt : *prompts) {
        const auto done = run.shoot(prompt, prompt.id.empty() ? fs::path(arguments.out) : fs::path(arguments.out) / prompt.id);
        if (!done) return console.failed(done.error());
        if (Console::interrupted().cancelled()) return exitInterrupted;
    }
    return console.done();
}

/// A prompt by itself, or a shot of a film with the film's own names and the director's choices.
Result<generate::ShotRequest> requestToExplain(const StageArguments& arguments) {
    generate::ShotRequest request;
    request.prompt = arguments.prompt;
    if (arguments.film.empty()) return request;
    const auto project = openProject(arguments.film);
    if (!project) return fail(project.error());
    const auto shot = project::findShot(project->film(), arguments.shot);
    if (!shot) return fail(shot.error());
    return shoot::makeShotRequest(project->film(), (*shot)->id);
}

int runExplain(Console& console, const StageArguments& arguments) {
    const auto request = requestToExplain(arguments);
    if (!request) return console.failed(request.error());
    const auto reader = reading::Reader::create();
    if (!reader) return console.failed(reader.error());
    const auto description = (*reader)->read(request->prompt, stage::namesOf(*request));
    console.print((arguments.all ? description.toDetailedJson() : description.toJson()) + "\n");
    return console.done();
}

} // namespace

void addStageCommands(CommandLine& line) {
    auto arguments = std::make_shared<StageArguments>();
    auto* command = line.app.add_subcommand("stage", "Make a shot from words alone, without a project");
    auto* prompt = command->add_option("--prompt", arguments->prompt, "What to shoot");
    auto* prompts = command->add_option("--prompts", arguments->prompts, "A file with one JSON object a line: prompt, id, frames");
    prompt->excludes(prompts);
    command->add_option("--out", arguments->out, "The folder to write into")->required();
    command->add_option("--frames", arguments->frames)->capture_default_str();
    command->add_option("--fps", arguments->fps)->capture_default_str();
    command->add_option("--size", arguments->size)->capture_default_str();
    command->add_option("--seed", arguments->seed)->capture_default_str();
    command->add_option("--look", arguments->look, "board, clay or colour")->capture_default_str();
    command->add_option("--passes", arguments->passes, "depth,normal,id,pose,lines,motion,rest");
    command->add_option("--references", arguments->references, "A folder of pictures; kept for generators that use them");
    command->add_option("--model", arguments->models, "Your own model: character:NAME=FILE, prop:NOUN=FILE or place:NAME=FILE; may be repeated");
    command->add_flag("--movie", arguments->movie, "Also write shot.mp4");
    command->add_flag("--arrows", arguments->arrows, "Also write panel.png: the first frame with arrows for what moves");
    command->add_flag("--no-frames", arguments->noFrames, "Leave the PNGs out");
    addCommonOptions(*command, line.console);
    command->callback([&line, arguments] {
        if (arguments->prompt.empty() && arguments->prompts.empty()) throw CLI::RequiredError("--prompt or --prompts");
        line.run = [&line, arguments] { return runStage(line.console, *arguments); };
    });

    auto* explain = line.app.get_subcommand("shot")->add_subcommand("explain", "Print what is understood of a prompt");
    auto* words = explain->add_option("--prompt", arguments->prompt, "Any prompt");
    auto* film = explain->add_option("FILM", arguments->film, "Or a shot of a film, with the film's own names");
    explain->add_option("SHOT", arguments->shot)->needs(film);
    film->excludes(words);
    explain->add_flag("--all", arguments->all, "With everything the stage uses, beyond shot.json");
    addCommonOptions(*explain, line.console);
    explain->callback([&line, arguments] { line.run = [&line, arguments] { return runExplain(line.console, *arguments); }; });
}

#else

void addStageCommands(CommandLine&) {}

#endif

} // namespace rushes::app
