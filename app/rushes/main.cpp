// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "app/rushes/command.h"

#include "engine/base/paths.h"

#include <cstdio>
#include <cstdlib>
#include <unistd.h>

namespace rushes::app {
namespace {

/// `rushes` alone: the studio where there is a display, else help.
int openStudio(const CLI::App& app) {
    const bool display = std::getenv("DISPLAY") || std::getenv("WAYLAND_DISPLAY");
    std::error_code ignored;
    const auto studio = std::filesystem::read_symlink("/proc/self/exe", ignored).parent_path() / "rushes-studio";
    if (display && std::filesystem::exists(studio, ignored)) {
        ::execl(studio.c_str(), studio.c_str(), static_cast<char*>(nullptr));
        std::perror("rushes: cannot start rushes-studio");
        return exitFailed;
    }
    std::printf("%s\n", app.help().c_str());
    return exitDone;
}

int run(int argc, char** argv) {
    CommandLine line;
    line.app.set_version_flag("--version", [] { return versionText(); });
    line.app.require_subcommand(0, 1);
    addProjectCommands(line);
    addShotCommands(line);
    addModelCommands(line);
    addLookCommands(line);
    addGenerateCommands(line);
    addTakeCommands(line);
    addHistoryCommands(line);
    addExportCommand(line);
    addStageCommands(line);
    addPaintCommands(line);
    addPaperCommands(line);
    addDoctorCommand(line);
    try {
        line.app.parse(argc, argv);
    } catch (const CLI::CallForVersion&) {
        std::printf("%s\n", versionText().c_str());
        return exitDone;
    } catch (const CLI::Success& done) {
        return line.app.exit(done);
    } catch (const CLI::ParseError& wrong) {
        line.app.exit(wrong);
        return exitUsage;
    }
    Console::interrupted();
    return line.run ? line.run() : openStudio(line.app);
}

} // namespace
} // namespace rushes::app

int main(int argc, char** argv) {
    try {
        return rushes::app::run(argc, argv);
    } catch (const std::bad_alloc&) {
        std::fprintf(stderr, "rushes: out of memory. Close other programs, or work at a smaller size.\n");
    } catch (const std::exception& exception) {
        std::fprintf(stderr, "rushes: an unexpected failure: %s. Nothing that was saved is lost.\n", exception.what());
    }
    return rushes::app::exitFailed;
}
