// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/eval/look/look_run.h"

#include "engine/look/learned_look.h"
#include "tests/eval/look/colour_transfer.h"
#include "tests/eval/look/memory_use.h"
#include "tests/eval/look/planes.h"

#include <chrono>

namespace rushes::eval {
namespace {

using Clock = std::chrono::steady_clock;
using Pictures = std::map<int, look::Plane>;

double secondsSince(Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); }

std::vector<int> testedFrames(const ShotFrames& frames) {
    std::vector<int> out;
    for (const auto& [first, second] : frames.pairs()) out.insert(out.end(), {first, second});
    return out;
}

std::vector<look::PaintedFrame> paintedFrames(const ShotFrames& frames, const LookCase& look) {
    std::vector<look::PaintedFrame> out;
    for (const int key : frames.keys()) out.push_back({frames.frame(key).guides, eval::imageOf(frames.painting(look, key))});
    return out;
}

Pictures transferred(const ShotFrames& frames, const LookCase& look) {
    const int key = frames.keys().front();
    const ColourTransfer transfer(frames.frame(key).guides.colour, frames.painting(look, key));
    Pictures out;
    for (const int number : testedFrames(frames)) out[number] = transfer.apply(frames.frame(number).guides.colour);
    return out;
}

Result<Pictures> painted(look::LearnedLook& learned, const ShotFrames& frames, double* seconds = nullptr) {
    Pictures out;
    for (const int number : testedFrames(frames)) {
        const auto start = Clock::now();
        auto picture = learned.paintImage(frames.frame(number).guides);
        if (!picture) return fail(picture.error());
        if (seconds) *seconds += secondsSince(start) / double(2 * frames.pairs().size());
        out[number] = eval::planeOf(*picture);
    }
    return out;
}

} // namespace

const char* nameOf(Method method) {
    constexpr const char* kNames[kMethods] = {"colour transfer", "network", "carried", "result"};
    return kNames[int(method)];
}

Result<LookRun> runLook(const ShotCase& shot, const ShotFrames& frames, const LookCase& look, const LookRunOptions& options, const PictureSink& sink) {
    LookRun run{.shot = shot.name, .look = look.name, .prototype = shot.prototype, .hasTruth = look.hasTruth()};
    const ScoreBoard board(frames, look);
    run.scores[int(Method::transfer)] = board.score(transferred(frames, look));

    const MemoryWatch memory;
    auto start = Clock::now();
    look::LookOptions wanted{.steps = options.steps, .seed = options.seed};
    if (options.looseness) wanted.looseness = look::Looseness{*options.looseness, *options.looseness};
    auto made = look::LearnedLook::create(paintedFrames(frames, look), wanted);
    if (!made) return fail(made.error());
    look::LearnedLook& learned = **made;
    run.prepareSeconds = secondsSince(start);
    run.looseLines = learned.looseness(0).lines;
    run.looseShadows = learned.looseness(0).shadows;
    start = Clock::now();
    if (auto done = learned.learn(options.steps, {}); !done) return fail(done.error());
    run.learnSeconds = secondsSince(start);
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
    for (const int number : testedFrames(frames)) sink(number, net->at(number), result->at(number), board.truth(number));
    return run;
}

} // namespace rushes::eval
