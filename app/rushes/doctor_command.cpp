// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "app/rushes/command.h"
#include "engine/base/paths.h"
#include "engine/media/versions.h"
#include "engine/neural/neural_library.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <sqlite3.h>

#include <thread>
#include <unistd.h>

#ifdef RUSHES_STAGE
#include "engine/gpu/device.h"
#include "engine/stage/stage_library.h"
#endif

namespace rushes::app {
namespace {

struct Check {
    std::string name;
    bool good;
    std::string found;
    std::string advice; ///< what to do when it is not good
};

std::string vulkanDevice() {
#ifdef RUSHES_STAGE
    const auto device = gpu::Device::create(gpu::DeviceOptions{});
    return device ? (*device)->info().name : "none (" + device.error().text() + ")";
#else
    return "not in this build";
#endif
}

Check checkVulkan() {
#ifdef RUSHES_STAGE
    const auto device = gpu::Device::create(gpu::DeviceOptions{});
    if (!device) return {"vulkan", false, device.error().message, device.error().hint};
    const bool software = (*device)->isCpu();
    return {"vulkan", true, (*device)->info().name + (software ? " (software: stage works, more slowly)" : ""), ""};
#else
    return {"vulkan", false, "not in this build", "Build with RUSHES_VULKAN=ON for stage and viewport."};
#endif
}

Check checkNeural() {
    const auto library = neural::findNeuralLibrary();
    if (!library) return {"neural", false, library.error().message, library.error().hint};
    const auto version = neural::neuralVersion();
    if (!version) return {"neural", false, version.error().message, version.error().hint};
    return {"neural", true, fmt::format("{}, {}", *version, library->string()), ""};
}

Check checkAsset(const char* name, const char* path, const char* advice) {
    const auto found = findAsset(path);
    return {name, found.has_value(), found ? "there" : found.error().message, found ? "" : advice};
}

std::vector<Check> allChecks() {
    std::vector<Check> checks;
    const unsigned cores = std::thread::hardware_concurrency();
    const double memory = double(sysconf(_SC_PHYS_PAGES)) * double(sysconf(_SC_PAGESIZE)) / double(1u << 30);
    checks.push_back({"machine", true, fmt::format("{} cores, {:.0f} GiB of memory", cores, memory), ""});
    checks.push_back(checkVulkan());
    checks.push_back(checkAsset("people", "figures.bin", "Run packaging/setup and build again; the stage needs them."));
    checks.push_back(checkAsset("places", "kits", "Install Rushes again."));
    checks.push_back(checkAsset("lexicon", "lexicon", "Install Rushes again."));
    const bool wordnet = access("/usr/share/wordnet/index.noun", R_OK) == 0;
    checks.push_back({"wordnet", wordnet, wordnet ? "there" : "missing: unlisted words are not guessed", wordnet ? "" : "Install the package wordnet-base."});
    const bool display = std::getenv("DISPLAY") || std::getenv("WAYLAND_DISPLAY");
    checks.push_back({"display", display, display ? "there" : "none", display ? "" : "The command line works without one; the studio needs one."});
    checks.push_back(checkNeural());
    return checks;
}

int runDoctor(Console& console) {
    const auto checks = allChecks();
    if (console.json) {
        nlohmann::ordered_json json{{"version", RUSHES_VERSION}, {"checks", nlohmann::ordered_json::array()}};
        for (const auto& check : checks) json["checks"].push_back({{"name", check.name}, {"good", check.good}, {"found", check.found}, {"advice", check.advice}});
        console.print(json.dump(1) + "\n");
        return console.done();
    }
    for (const auto& check : checks) {
        console.print(fmt::format("{:<14} {:<4} {}\n", check.name, check.good ? "yes" : "no", check.found));
        if (!check.advice.empty()) console.print(fmt::format("{:<19} {}\n", "", check.advice));
    }
    return console.done();
}

} // namespace

std::string versionText() {
    return fmt::format("Rushes {} ({})\nFFmpeg {}\nSQLite {}\nVulkan device {}\nQt {}\nneural library {}", RUSHES_VERSION, RUSHES_BUILD_TYPE,
                       media::ffmpegVersion(), sqlite3_libversion(), vulkanDevice(), RUSHES_QT_VERSION, neural::neuralVersion().value_or("not in this build"));
}

void addDoctorCommand(CommandLine& line) {
    auto* command = line.app.add_subcommand("doctor", "What this machine can do, and what to do about what it cannot");
    addCommonOptions(*command, line.console);
    command->callback([&line] { line.run = [&line] { return runDoctor(line.console); }; });
}

} // namespace rushes::app
