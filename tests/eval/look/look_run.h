// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/eval/look/score_board.h"

#include <array>
#include <optional>
#include <string>

namespace rushes::eval {

/// Ways of painting that are compared.
enum class Method : int { transfer, unet, net, carried, result, ceiling };
constexpr int kMethods = 6;
const char* nameOf(Method method);

struct LookRunOptions {
    int steps = 1500;
    std::uint64_t seed = 1;
    std::optional<float> looseness; ///< of lines and shadows; nothing: measured from the painting
    bool unet = false;              ///< also a U-Net on patches, with the processor time that our learning took
    double unetSeconds = 0;         ///< processor time for it instead, where above 0
    bool ceiling = false;           ///< also what is left to reach: the truth on surface that is in a painted frame, elsewhere a network that learned the tested frames themselves
};

/// One shot painted in one look.
struct LookRun {
    std::string shot, look;
    bool prototype = false, hasTruth = true;
    std::uint64_t seed = 1;
    std::array<std::optional<Score>, kMethods> scores; ///< nothing where it was not asked for
    const Score& score(Method method) const { return *scores[std::size_t(method)]; }
    double learnCpuSeconds = 0, unetCpuSeconds = 0;
    int unetSteps = 0;
    double prepareSeconds = 0, learnSeconds = 0, frameSeconds = 0; ///< the last: to paint a frame, guides supplied
    double stepsPerSecond = 0, extraMegabytes = 0;                 ///< memory above what the tested frames take
    float looseLines = 0, looseShadows = 0;
};

/// Called with each tested frame's network colours and result, 0..1.
using PictureSink = std::function<void(int frame, const look::Plane& net, const look::Plane& result, const look::Plane& truth)>;

Result<LookRun> runLook(const ShotCase& shot, const ShotFrames& frames, const LookCase& look, const LookRunOptions& options, const PictureSink& sink);

} // namespace rushes::eval
