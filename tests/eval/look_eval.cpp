// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
//
// Paints shots in looks with a known truth and measures how near a learned look comes to it.
// usage: look_eval [--quick] [--shots NAME,…] [--looks NAME,…] [--keys 1|2] [--steps N] [--size WxH] [--pairs N] [--looseness 0…1]
//                  [--unet] [--unet-seconds S] [--ceiling] [--seeds N] [--page FOLDER] [--json FILE] [--frames-only]
#include "engine/gpu/device.h"
#include "engine/stage/staging.h"
#include "tests/eval/look/picture_page.h"
#include "tests/eval/look/planes.h"
#include "tests/eval/look/report.h"

#include <fmt/format.h>

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <set>

using namespace rushes;

namespace {

struct Options {
    std::set<std::string> shots, looks; ///< empty: all
    eval::FrameOptions frames;
    eval::LookRunOptions run;
    std::filesystem::path page, json;
    int seeds = 1;
    bool framesOnly = false; ///< draws the truths and learns nothing: for looking at shots
};

std::set<std::string> namesIn(const std::string& list) {
    std::set<std::string> out;
    for (std::size_t from = 0; from < list.size();) {
        const auto to = std::min(list.find(',', from), list.size());
        out.insert(list.substr(from, to - from));
        from = to + 1;
    }
    return out;
}

void beQuick(Options& options) {
    options.shots = {"street", "head"};
    options.looks = {"gouache", "cel"};
    options.frames.width = 320;
    options.frames.height = 180;
    options.frames.pairs = 3;
    options.run.steps = 400;
}

/// False: not understood.
bool parse(int argc, char** argv, Options& o) {
    for (int i = 1; i < argc; ++i) {
        const std::string name = argv[i];
        if (name == "--quick") beQuick(o);
        else if (name == "--frames-only") o.framesOnly = true;
        else if (name == "--unet") o.run.unet = true;
        else if (name == "--ceiling") o.run.ceiling = true;
        else if (i + 1 >= argc) return false;
        else if (name == "--shots") o.shots = namesIn(argv[++i]);
        else if (name == "--looks") o.looks = namesIn(argv[++i]);
        else if (name == "--keys") o.frames.keys = std::atoi(argv[++i]);
        else if (name == "--pairs") o.frames.pairs = std::atoi(argv[++i]);
        else if (name == "--steps") o.run.steps = std::atoi(argv[++i]);
        else if (name == "--seeds") o.seeds = std::atoi(argv[++i]);
        else if (name == "--unet-seconds") o.run.unet = true, o.run.unetSeconds = std::atof(argv[++i]);
        else if (name == "--looseness") o.run.looseness = float(std::atof(argv[++i]));
        else if (name == "--page") o.page = argv[++i];
        else if (name == "--json") o.json = argv[++i];
        else if (name == "--size") {
            if (std::sscanf(argv[++i], "%dx%d", &o.frames.width, &o.frames.height) != 2) return false;
        } else return false;
    }
    return o.frames.keys >= 1 && o.frames.keys <= 2 && o.frames.pairs >= 1 && o.frames.pairs <= int(eval::kTestPairs.size()) && o.run.steps >= 1 && o.seeds >= 1;
}

bool wanted(const std::set<std::string>& names, const char* name) { return names.empty() || names.count(name) > 0; }

int failed(const Error& error) {
    std::fprintf(stderr, "%s\n%s\n", error.message.c_str(), error.hint.c_str());
    return 1;
}

/// Two frames a look go on the page: one early, one late, of the first seed.
Result<eval::LookRun> runOne(const Options& options, int seed, const eval::ShotCase& shot, const eval::ShotFrames& frames, const eval::LookCase& look, eval::PicturePage& page) {
    const look::Plane key = frames.painting(look, frames.keys().front());
    const std::set<int> shown{frames.pairs().front().first, frames.pairs().back().first};
    eval::LookRunOptions run = options.run;
    run.seed = std::uint64_t(seed);
    if (seed > 1) run.unet = run.ceiling = false;
    return eval::runLook(shot, frames, look, run, [&](int frame, const look::Plane& net, const look::Plane& result, const look::Plane& truth) {
        if (seed == 1 && shown.count(frame)) page.addRow({&frames.frame(frame).guides.colour, &key, &net, &result, &truth});
    });
}

void showTruths(const eval::ShotFrames& frames, eval::PicturePage& page) {
    const int key = frames.keys().front();
    for (const int number : {frames.pairs().front().first, frames.pairs().back().first}) {
        const auto& frame = frames.frame(number);
        const look::Plane truths[] = {eval::planeOf(frame.truths[0]), eval::planeOf(frame.truths[1]), eval::planeOf(frame.truths[2])};
        page.addRow({&frame.guides.colour, &truths[0], &truths[1], &truths[2]});
    }
    const auto& all = eval::lookCases();
    const look::Plane filtered[] = {frames.painting(all[3], key), frames.painting(all[4], key), frames.painting(all[5], key)};
    page.addRow({&frames.frame(key).guides.colour, &filtered[0], &filtered[1], &filtered[2]});
}

Result<void> runShot(const Options& options, stage::StageLibrary& library, render::Renderer& renderer, const eval::ShotCase& shot, eval::Report& report) {
    auto frames = eval::ShotFrames::draw(library, renderer, shot, options.frames);
    if (!frames) return fail(frames.error());
    report.shots.push_back({shot.name, frames->guideSeconds, frames->correspondenceSeconds});
    eval::PicturePage page;
    if (options.framesOnly) showTruths(*frames, page);
    else
        for (const auto& look : eval::lookCases()) {
            if (!wanted(options.looks, look.name)) continue;
            for (int seed = 1; seed <= options.seeds; ++seed) {
                auto run = runOne(options, seed, shot, *frames, look, page);
                if (!run) return fail(run.error());
                std::fprintf(stderr, "%s %s: %.2f dB\n", shot.name, look.name, run->score(eval::Method::result).psnr);
                report.runs.push_back(std::move(*run));
            }
        }
    if (options.page.empty() || page.empty()) return {};
    std::error_code ignored;
    std::filesystem::create_directories(options.page, ignored);
    return page.write(options.page / (std::string("look_") + shot.name + ".png"));
}

Result<eval::Report> runAll(const Options& options) {
    auto library = stage::StageLibrary::load();
    if (!library) return fail(library.error());
    auto device = gpu::Device::create(gpu::DeviceOptions{});
    if (!device) return fail(device.error());
    auto renderer = render::Renderer::create(*device);
    if (!renderer) return fail(renderer.error());
    eval::Report report{options.frames.width, options.frames.height, options.frames.keys, options.run.steps, {}, {}};
    for (const auto& shot : eval::shotCases()) {
        if (!wanted(options.shots, shot.name)) continue;
        if (auto done = runShot(options, **library, **renderer, shot, report); !done) return fail(done.error());
    }
    return report;
}

} // namespace

int main(int argc, char** argv) {
    Options options;
    if (!parse(argc, argv, options)) {
        std::fprintf(stderr, "usage: look_eval [--quick] [--shots NAME,...] [--looks NAME,...] [--keys 1|2] [--steps N] [--size WxH] [--pairs 1-7] [--looseness 0-1]\n"
                             "                 [--unet] [--unet-seconds S] [--ceiling] [--seeds N] [--page FOLDER] [--json FILE] [--frames-only]\n");
        return 2;
    }
    const auto report = runAll(options);
    if (!report) return failed(report.error());
    std::fputs(report->toTable().c_str(), stdout);
    const std::string json = report->toJson();
    if (options.json.empty()) std::fputs(json.c_str(), stdout);
    else if (auto* file = std::fopen(options.json.c_str(), "w")) {
        std::fputs(json.c_str(), file);
        std::fclose(file);
    }
    return 0;
}
