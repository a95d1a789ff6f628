// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
//
// How long the studio takes to a usable window. start_bench [STUDIO [TIMES [FILM]]]: starts it again and again on the display there is (without one it
// fails; `xvfb-run start_bench` makes one), with settings of its own, and reads what --measure-start prints. The first start is reported
// apart: it reads files that the later ones find in memory.
#include "tests/bench/must.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <iostream>
#include <unistd.h>
#include <vector>

namespace {

using namespace rushes;
using Json = nlohmann::ordered_json;
namespace fs = std::filesystem;

struct Start {
    double window = 0;  ///< ms from main() to the first painted window with a free event loop
    double process = 0; ///< ms from the process's start, by the kernel's 10 ms clock
};

Result<Start> startOnce(const fs::path& studio, const std::string& film) {
    const std::string command = "'" + studio.string() + "' --measure-start" + (film.empty() ? "" : " '" + film + "'");
    FILE* pipe = ::popen(command.c_str(), "r");
    if (!pipe) return fail(ErrorCategory::internal, "Cannot start " + studio.string());
    std::string text;
    std::array<char, 512> part{};
    while (std::fgets(part.data(), int(part.size()), pipe)) text += part.data();
    const int code = ::pclose(pipe);
    const auto json = Json::parse(text, nullptr, false);
    if (code != 0 || !json.is_object()) return fail(ErrorCategory::unsupported, studio.string() + " did not start", "Build it and run this where there is a display.");
    return Start{json.value("startMs", 0.0), json.value("sinceProcessMs", 0.0)};
}

Json spread(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return {{"count", values.size()}, {"best", values.front()}, {"median", values[values.size() / 2]}, {"worst", values.back()}};
}

} // namespace

int main(int argc, char** argv) {
    const fs::path studio = argc > 1 ? fs::path(argv[1]) : fs::canonical("/proc/self/exe").parent_path().parent_path() / "bin/rushes-studio";
    const int times = argc > 2 ? std::max(1, std::atoi(argv[2])) : 10;
    const std::string film = argc > 3 ? argv[3] : "";
    const fs::path home = fs::temp_directory_path() / ("rushes-start-" + std::to_string(::getpid()));
    fs::create_directories(home);
    ::setenv("HOME", home.c_str(), 1);
    ::unsetenv("XDG_CONFIG_HOME");
    const Start first = must(startOnce(studio, film));
    std::vector<double> window, process;
    for (int i = 0; i < times; ++i) {
        const Start start = must(startOnce(studio, film));
        window.push_back(start.window);
        process.push_back(start.process);
    }
    fs::remove_all(home);
    const Json out = {{"schema", 1}, {"firstMs", first.window}, {"windowMs", spread(window)}, {"sinceProcessMs", spread(process)}};
    std::cout << out.dump(1) << "\n";
    return 0;
}
