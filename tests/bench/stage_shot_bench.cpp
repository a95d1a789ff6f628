// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
//
// Whole shots: staged from words, bent, drawn, painted and encoded, each in its own thread. Frames a second and CPU
// milliseconds a frame, the best of five runs, since machines are noisy; the time to the first frame; peak memory.
// Usage: stage_shot_bench [frames [runs [case [preset]]]], cases counted from 1; encoded as takes are unless a preset is named.
#include "engine/media/movie_writer.h"
#include "engine/stage/frame_feed.h"

#include <nlohmann/json.hpp>

#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <ctime>
#include <iostream>
#include <string>

using namespace rushes;

namespace {

using Clock = std::chrono::steady_clock;
double milliseconds(Clock::duration d) { return std::chrono::duration<double, std::milli>(d).count(); }

struct Case {
    const char* name;
    int width, height;
    const char* prompt;
};

constexpr const char* kTwo = "A man and a woman walk down a city street. Wide shot, dolly in.";
constexpr const char* kMany = "Twelve people walk down a city street. Wide shot, dolly in.";
constexpr const char* kCrowd = "Two hundred people walk down a city street. Wide shot, dolly in.";
constexpr Case kCases[] = {
    {"720p, 2 figures", 1280, 720, kTwo},
    {"720p, 12 figures", 1280, 720, kMany},
    {"720p, 200 figures", 1280, 720, kCrowd},
    {"1080p, 2 figures", 1920, 1080, kTwo},
};

struct Options {
    std::int64_t frames = 48;
    int runs = 5, only = 0;
    std::string preset; ///< of x264
};

struct Run {
    double fps = 0, cpuMs = 0;
};

Result<Run> shoot(render::Renderer& renderer, const stage::ShotDrawer& drawer, const Case& c, const Options& how, const std::filesystem::path& file) {
    const std::int64_t frames = how.frames;
    auto options = media::takeOptions(c.width, c.height, time::rate24);
    if (!how.preset.empty()) options.preset = how.preset, options.quantizer.reset();
    auto movie = media::MovieWriter::create(file, options);
    if (!movie) return fail(movie.error());
    const std::clock_t cpu = std::clock();
    const auto start = Clock::now();
    {
        stage::FrameFeed feed(renderer, drawer, {.count = frames, .width = c.width, .height = c.height, .passes = {}});
        for (std::int64_t i = 0; i < frames; ++i) {
            auto made = feed.next();
            if (!made) return fail(made.error());
            if (auto done = movie->append(made->picture.colour); !done) return fail(done.error());
        }
    }
    if (auto done = movie->finish(); !done) return fail(done.error());
    const double wall = milliseconds(Clock::now() - start);
    return Run{double(frames) * 1000 / wall, double(std::clock() - cpu) * 1000 / CLOCKS_PER_SEC / double(frames)};
}

Result<nlohmann::json> measure(stage::StageLibrary& library, render::Renderer& renderer, const Case& c, const Options& how) {
    generate::ShotRequest request;
    request.prompt = c.prompt;
    request.duration = {how.frames, time::rate24};
    request.width = c.width;
    request.height = c.height;
    const auto start = Clock::now();
    auto shot = stage::stageShot(library, request);
    if (!shot) return fail(shot.error());
    const double stagingMs = milliseconds(Clock::now() - start); // the first time: figures are made, the set is built
    const stage::ShotDrawer drawer(library, *shot);
    std::size_t triangles = 0, figures = 0; // before culling
    const auto view = drawer.view(0, c.width, c.height);
    for (const auto& instance : view.instances) (instance.figure ? figures : triangles) += instance.mesh->triangles();
    const auto file = std::filesystem::temp_directory_path() / "stage_shot_bench.mp4";
    Run best{0, 1e9};
    for (int i = 0; i < how.runs; ++i) {
        auto run = shoot(renderer, drawer, c, how, file);
        if (!run) return fail(run.error());
        best = {std::max(best.fps, run->fps), std::min(best.cpuMs, run->cpuMs)};
    }
    std::error_code ignored;
    std::filesystem::remove(file, ignored);
    return nlohmann::json{{"case", c.name}, {"people", shot->blocking.people.size()}, {"stagingMs", stagingMs}, {"bestFps", best.fps}, {"cpuMsPerFrame", best.cpuMs}, {"fpsIfTwoCoresWereFree", 2000 / best.cpuMs},
                          {"trianglesOfSet", triangles}, {"trianglesOfFigures", figures}};
}

Result<nlohmann::json> run(const Options& how) {
    const auto start = Clock::now();
    auto library = stage::StageLibrary::load();
    if (!library) return fail(library.error());
    auto device = gpu::Device::create({.preferSoftware = true});
    if (!device) return fail(device.error());
    auto renderer = render::Renderer::create(*device);
    if (!renderer) return fail(renderer.error());
    generate::ShotRequest first;
    first.prompt = kTwo;
    first.duration = {48, time::rate24};
    auto shot = stage::stageShot(**library, first);
    if (!shot) return fail(shot.error());
    const stage::ShotDrawer drawer(**library, *shot);
    if (auto picture = (*renderer)->draw(drawer.view(0, 1280, 720)); !picture) return fail(picture.error());
    const double firstFrame = milliseconds(Clock::now() - start), firstCpu = double(std::clock()) * 1000 / CLOCKS_PER_SEC;
    nlohmann::json out{{"bench", "stage_shot"}, {"device", (*device)->info().name}, {"frames", how.frames}, {"runs", how.runs}, {"preset", how.preset.empty() ? media::takeOptions(2, 2, time::rate24).preset : how.preset}, {"firstFrameMs", firstFrame}, {"firstFrameCpuMs", firstCpu}, {"cases", nlohmann::json::array()}};
    for (const auto& c : kCases) {
        if (how.only && &c != &kCases[how.only - 1]) continue;
        auto measured = measure(**library, **renderer, c, how);
        if (!measured) return fail(measured.error());
        out["cases"].push_back(std::move(*measured));
    }
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    out["peakMemoryMB"] = double(usage.ru_maxrss) / 1024;
    return out;
}

} // namespace

int main(int argc, char** argv) {
    Options how;
    if (argc > 1) how.frames = std::max(2, std::atoi(argv[1]));
    if (argc > 2) how.runs = std::max(1, std::atoi(argv[2]));
    if (argc > 3) how.only = std::clamp(std::atoi(argv[3]), 0, int(std::size(kCases)));
    if (argc > 4) how.preset = argv[4];
    const auto result = run(how);
    if (!result) {
        std::cerr << result.error().text() << '\n';
        return 1;
    }
    std::cout << result->dump(2) << '\n';
}
