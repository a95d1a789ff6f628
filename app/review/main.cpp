// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/playback/project_cut.h"
#include "engine/project/store.h"
#include "ui/review/review_window.h"

#include <CLI/CLI.hpp>

#include <cstdio>
#include <filesystem>

namespace {

using namespace rushes;

/// A media file, or a project's cut. The project is only read: it is closed again before the window opens.
Result<std::shared_ptr<const playback::FrameSource>> openSource(const std::filesystem::path& path) {
    if (!std::filesystem::is_directory(path)) return playback::openMovieSource(path);
    const auto store = project::ProjectStore::open(path);
    if (!store) return fail(store.error());
    auto cut = playback::cutOfProject((*store)->project());
    if (cut.items.empty()) return fail(ErrorCategory::badInput, path.string() + " has no shots yet", "Add shots or import a script first.");
    return playback::makeCutSource(std::move(cut));
}

} // namespace

int main(int argc, char** argv) {
    CLI::App app{"Plays a movie file or a project's cut.", "rushes-review"};
    std::string file;
    ui::ReviewOptions options;
    app.add_option("FILE", file, "A movie, a picture or a Film.rushes folder")->required();
    app.add_flag("--loop", options.loop, "Play again from the start");
    app.add_option("--seconds", options.seconds, "Play that long, print what was shown and dropped as JSON, and close");
    app.add_option("--width", options.width)->capture_default_str();
    app.add_option("--height", options.height)->capture_default_str();
    app.add_flag("--validation", options.validation, "Vulkan's validation layer, for developers");
    app.add_flag("--force-shader", options.forceShader, "Convert pictures on the graphics device even where the processor is quicker");
    app.set_version_flag("--version", RUSHES_VERSION);
    try {
        app.parse(argc, argv);
    } catch (const CLI::Success& done) {
        return app.exit(done);
    } catch (const CLI::ParseError& wrong) {
        app.exit(wrong);
        return 2;
    }
    auto source = openSource(file);
    if (!source) {
        std::fprintf(stderr, "rushes-review: %s\n", source.error().text().c_str());
        return 1;
    }
    options.title = std::filesystem::path(file).stem().string();
    auto window = ui::ReviewWindow::open(*source, options);
    if (!window) {
        std::fprintf(stderr, "rushes-review: %s\n", window.error().text().c_str());
        return 1;
    }
    return (*window)->run();
}
