// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "app/rushes/arguments.h"
#include "app/rushes/command.h"

#ifdef RUSHES_STAGE
#include "app/papers/paint_layers.h"
#include "app/papers/painting_check.h"
#include "engine/edit/take_commands.h"
#include "engine/media/image_file.h"
#include "engine/media/paint_watch.h"
#include "engine/shoot/make_shot_request.h"
#include "engine/stage/open_stage.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <thread>
#endif

namespace rushes::app {

#ifdef RUSHES_STAGE
namespace {

namespace fs = std::filesystem;

struct PaintArguments {
    std::string film, shot, out, size, with, artist, consent;
    std::int64_t at = 0;
    bool force = false, watch = false;
};

/// What is written is told by the name: NAME.ora, NAME.png, or a folder of PNGs.
enum class LayersKind { openRaster, picture, folder };

Result<LayersKind> kindOf(const std::string& out) {
    if (out.ends_with('/') || fs::is_directory(out)) return LayersKind::folder;
    std::string extension = fs::path(out).extension().string();
    std::transform(extension.begin(), extension.end(), extension.begin(), [](char c) { return char(std::tolower(static_cast<unsigned char>(c))); });
    if (extension == ".ora") return LayersKind::openRaster;
    if (extension == ".png") return LayersKind::picture;
    return fail(ErrorCategory::badInput, "--layers " + out + " is not a kind of file that can be written", "Name it NAME.ora, NAME.png, or FOLDER/ for one PNG a layer.");
}

std::string fileNameOf(std::string name) {
    std::replace(name.begin(), name.end(), ' ', '_');
    return name + ".png";
}

Result<void> checkFree(const fs::path& file, bool force) {
    if (force || !fs::exists(file)) return {};
    return fail(ErrorCategory::exists, file.string() + " is there already, and may have been painted on", "Choose another name, or give --force.");
}

Result<void> writeLayers(const media::OpenRaster& raster, const PaintArguments& arguments, LayersKind kind) {
    const fs::path out = arguments.out;
    if (kind == LayersKind::openRaster) return media::writeOpenRaster(out, raster);
    if (kind == LayersKind::picture) return media::writePng(out, media::mergedPicture(raster));
    std::error_code problem;
    fs::create_directories(out, problem);
    if (problem) return fail(ErrorCategory::denied, "Cannot make the folder " + out.string() + ": " + problem.message(), "Choose another.");
    for (const auto& layer : raster.layers)
        if (auto free = checkFree(out / fileNameOf(layer.name), arguments.force); !free) return free;
    for (const auto& layer : raster.layers)
        if (auto written = media::writePng(out / fileNameOf(layer.name), layer.picture); !written) return written;
    return {};
}

Result<media::OpenRaster> drawLayers(const PaintArguments& arguments) {
    const auto project = openProject(arguments.film);
    if (!project) return fail(project.error());
    const auto shot = project::findShot(project->film(), arguments.shot);
    if (!shot) return fail(shot.error());
    const auto request = shoot::makeShotRequest(project->film(), (*shot)->id);
    if (!request) return fail(request.error());
    PictureSize size{request->width, request->height};
    if (!arguments.size.empty()) {
        const auto wanted = parsePictureSize(arguments.size);
        if (!wanted) return fail(wanted.error());
        size = *wanted;
    }
    stage::OpenStage stage;
    if (auto opened = stage.open(); !opened) return fail(opened.error());
    return paintLayers(*stage.library, *stage.renderer, *request, arguments.at, size.width, size.height);
}

int runFrame(Console& console, const PaintArguments& arguments) {
    const auto kind = kindOf(arguments.out);
    if (!kind) return console.failed(kind.error());
    if (*kind != LayersKind::folder)
        if (auto free = checkFree(arguments.out, arguments.force); !free) return console.failed(free.error());
    const auto raster = drawLayers(arguments);
    if (!raster) return console.failed(raster.error());
    const auto written = writeLayers(*raster, arguments, *kind);
    return written ? console.done() : console.failed(written.error());
}

/// Takes painted frames into one shot of a film.
class PaintTaker {
public:
    PaintTaker(Console& console, const PaintArguments& arguments, OpenProject project) : m_console(console), m_arguments(arguments), m_project(std::move(project)) {}

    /// Says what was taken; a picture that is the same as before changes nothing.
    Result<void> take() {
        const auto shot = project::findShot(m_project.film(), m_arguments.shot);
        if (!shot) return fail(shot.error());
        const auto* sequence = m_project.film().sequences.find((*shot)->sequence);
        auto kept = keepPainting(m_arguments.with, sequence->width, sequence->height, project::MediaFolder(m_project.film().folder / "media"));
        if (!kept) return fail(kept.error());
        const auto recorded = m_project.store->recordMedia(kept->media);
        if (!recorded) return fail(recorded.error());
        for (const auto& warning : kept->warnings) m_console.warning(m_arguments.with + ": " + warning);
        const auto before = m_project.store->generation();
        const auto taken = edit::takePaintedFrame(*m_project.editor, (*shot)->id, {recorded->name, m_arguments.at, m_arguments.artist, m_arguments.consent});
        if (!taken) return fail(taken.error());
        if (!m_fits) {
            const auto strange = whatIsStrange(paintingCheck(m_project.film(), **shot, m_arguments.at, project::mediaPath(m_project.film(), recorded->name)));
            m_fits = strange.empty();
            if (!m_fits) m_console.warning(m_arguments.with + ": " + strange);
        }
        m_console.message(fmt::format("{} frame {} of {} from {}", before == m_project.store->generation() ? "Nothing new in" : "Took", m_arguments.at, (*shot)->number, m_arguments.with));
        return {};
    }

private:
    Console& m_console;
    const PaintArguments& m_arguments;
    OpenProject m_project;
    bool m_fits = false; ///< a painting was seen to be of its frame: later ones of the same file are
};

int watchPainting(Console& console, const PaintArguments& arguments, PaintTaker& taker, media::PaintWatch& watch) {
    using namespace std::chrono_literals;
    console.message("Watching " + arguments.with + ". Ctrl+C ends it.");
    while (!Console::interrupted().cancelled()) {
        std::this_thread::sleep_for(200ms);
        if (watch.look(std::chrono::steady_clock::now()) != media::PaintWatch::Answer::settled) continue;
        if (const auto taken = taker.take(); !taken) (void)console.failed(taken.error()); // the next save may be better
    }
    return console.done();
}

int runPaint(Console& console, const PaintArguments& arguments) {
    auto project = openProject(arguments.film);
    if (!project) return console.failed(project.error());
    PaintTaker taker(console, arguments, std::move(*project));
    media::PaintWatch watch(arguments.with); // before the first look, so that no save falls between
    if (const auto taken = taker.take(); !taken) {
        const int code = console.failed(taken.error());
        const bool mayCome = taken.error().category == ErrorCategory::busy || taken.error().category == ErrorCategory::notFound;
        if (!arguments.watch || !mayCome) return code;
    }
    return arguments.watch ? watchPainting(console, arguments, taker, watch) : console.done();
}

} // namespace

void addPaintCommands(CommandLine& line) {
    auto arguments = std::make_shared<PaintArguments>();
    auto* frame = line.app.add_subcommand("frame", "Write one frame of a shot as layers, to be painted over");
    frame->add_option("FILM", arguments->film)->required();
    frame->add_option("SHOT", arguments->shot, "Its number, such as 12A")->required();
    frame->add_option("--at", arguments->at, "Which frame of the shot, from 0")->capture_default_str();
    frame->add_option("--layers", arguments->out, "NAME.ora (Krita, GIMP, MyPaint), NAME.png (the stage alone), or FOLDER/ (one PNG a layer)")->required();
    frame->add_option("--size", arguments->size, "WxH; the film's own when left out");
    frame->add_flag("--force", arguments->force, "Overwrite what is there");
    addCommonOptions(*frame, line.console);
    frame->callback([&line, arguments] { line.run = [&line, arguments] { return runFrame(line.console, *arguments); }; });

    auto* paint = line.app.add_subcommand("paint", "Take a painted frame back as a look of its shot");
    paint->add_option("FILM", arguments->film)->required();
    paint->add_option("SHOT", arguments->shot, "Its number, such as 12A")->required();
    paint->add_option("--at", arguments->at, "Which frame was painted over, from 0")->capture_default_str();
    paint->add_option("--with", arguments->with, "What the painter saved: ORA, KRA, PSD, PNG, JPEG, TIFF or WebP")->required();
    paint->add_flag("--watch", arguments->watch, "Take it again each time the painter saves, until Ctrl+C");
    paint->add_option("--artist", arguments->artist, "Who painted it");
    paint->add_option("--consent", arguments->consent, "The artist's words on what it may be used for");
    addCommonOptions(*paint, line.console);
    paint->callback([&line, arguments] { line.run = [&line, arguments] { return runPaint(line.console, *arguments); }; });
}

#else

void addPaintCommands(CommandLine&) {}

#endif

} // namespace rushes::app
