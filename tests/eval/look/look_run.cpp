// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/eval/look/look_run.h"

#include "engine/look/learned_look.h"
#include "tests/eval/look/colour_transfer.h"
#include "tests/eval/look/memory_use.h"
#include "tests/eval/look/planes.h"
#include "tests/eval/look/unet_run.h"

#include <chrono>
#include <ctime>

namespace rushes::eval {
namespace {

using Clock = std::chrono::steady_clock;

double cpuSeconds() { return double(std::clock()) / CLOCKS_PER_SEC; }
double secondsSince(Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); }

std::vector<look::PaintedFrame> paintedFrames(const ShotFrames& frames, const LookCase& look) {
    std::vector<look::PaintedFrame> out;
    for (const int key : frames.keys()) out.push_back({frames.frame(key).guides, eval::imageOf(frames.painting(look, key))});
    return out;
}

Pictures transferred(const ShotFrames& frames, const LookCase& look) {
    const int key = frames.keys().front();
    const ColourTransfer transfer(frames.frame(key).guides.colour, frames.painting(look, key));
    Pictures out;
    for (const int number : frames.tested()) out[number] = transfer.apply(frames.frame(number).guides.colour);
    return out;
}

Result<Pictures> painted(look::LearnedLook& learned, const ShotFrames& frames, double* seconds = nullptr) {
    Pictures out;
    for (const int number : frames.tested()) {
        const auto start = Clock::now();
        auto picture = learned.paintImage(frames.frame(number).guides);
        if (!picture) return fail(picture.error());
        if (seconds) *seconds += secondsSince(start) / double(2 * frames.pairs().size());
        out[number] = eval::planeOf(*picture);
    }
    return out;
}

look::LookOptions lookOptions(const LookRunOptions& options) {
    look::LookOptions out{.steps = options.steps, .seed = options.seed};
    if (options.looseness) out.looseness = look::Looseness{*options.looseness, *options.looseness};
    return out;
}

/// What a painting of the tested frames could be at best by somebody who saw the painted frames alone.
Result<Pictures> atBest(const ShotFrames& frames, const LookRunOptions& options, const ScoreBoard& board) {
    std::vector<look::PaintedFrame> tested;
    for (const int number : frames.tested()) tested.push_back({frames.frame(number).guides, eval::imageOf(board.truth(number))});
    auto learned = look::LearnedLook::create(std::move(tested), lookOptions(options));
    if (!learned) return fail(learned.error());
    if (auto done = (*learned)->learn(options.steps, {}); !done) return fail(done.error());
    (*learned)->setParts(false, false);
    auto out = painted(**learned, frames);
    if (!out) return out;
    for (auto& [number, picture] : *out)
        for (std::size_t i = 0; i < picture.data.size(); ++i)
            if (!frames.unseen(number)[i / 3]) picture.data[i] = board.truth(number).data[i];
    return out;
}

Result<void> addExtras(LookRun& run, const ShotFrames& frames, const LookCase& look, const LookRunOptions& options, const ScoreBoard& board) {
    if (options.unet) {
        const double seconds = options.unetSeconds > 0 ? options.unetSeconds : run.learnCpuSeconds;
        auto out = unetPictures(frames, look, {seconds, options.seed}, run.unetSteps);
        if (!out) return fail(out.error());
        run.unetCpuSeconds = seconds;
        run.scores[int(Method::unet)] = board.score(*out);
    }
    if (options.ceiling && look.hasTruth()) {
        auto out = atBest(frames, options, board);
        if (!out) return fail(out.error());
        run.scores[int(Method::ceiling)] = board.score(*out);
    }
    return {};
}

} // namespace

const char* nameOf(Method method) {
    constexpr const char* kNames[kMethods] = {"colour transfer", "unet", "network", "carried", "result", "ceiling"};
    return kNames[int(method)];
}

Result<LookRun> runLook(const ShotCase& shot, const ShotFrames& frames, const LookCase& look, const LookRunOptions& options, const PictureSink& sink) {
    LookRun run{.shot = shot.name, .look = look.name, .prototype = shot.prototype(), .hasTruth = look.hasTruth(), .seed = options.seed};
    const ScoreBoard board(frames, look);
    run.scores[int(Method::transfer)] = board.score(transferred(frames, look));

    const MemoryWatch memory;
    auto start = Clock::now();
    const look::LookOptions wanted = lookOptions(options);
    auto made = look::LearnedLook::create(paintedFrames(frames, look), wanted);
    if (!made) return fail(made.error());
    look::LearnedLook& learned = **made;
    run.prepareSeconds = secondsSince(start);
    run.looseLines = learned.looseness(0).lines;
    run.looseShadows = learned.looseness(0).shadows;
    start = Clock::now();
    const double cpuStart = cpuSeconds();
    if (auto done = learned.learn(options.steps, {}); !done) return fail(done.error());
    run.learnSeconds = secondsSince(start);
    run.learnCpuSeconds = cpuSeconds() - cpuStart;
    run.stepsPerSecond = double(learned.stepsTaken()) / run.learnSeconds;

    learned.setParts(false, false);
    auto net = painted(learned, frames);
    learned.setParts(true, false);
    auto carried = painted(learned, frames);
    learned.setParts(true, true);
    auto result = painted(learned, frames, &run.frameSeconds);
    for (const auto* pictures : {&net, &carried, &result})
        if (!*pictures) return fail(pictures->error());
    run.extraMegabytes = memory.peakMegabytes();
    run.scores[int(Method::net)] = board.score(*net);
    run.scores[int(Method::carried)] = board.score(*carried);
    run.scores[int(Method::result)] = board.score(*result);
    if (auto done = addExtras(run, frames, look, options, board); !done) return fail(done.error());
    for (const int number : frames.tested()) sink(number, net->at(number), result->at(number), board.truth(number));
    return run;
}

} // namespace rushes::eval
