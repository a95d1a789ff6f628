// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/eval/look/score_board.h"

#include "tests/eval/look/planes.h"

#include <cmath>
#include <limits>

namespace rushes::eval {
namespace {

constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();

/// Mean of what is known.
struct Mean {
    double sum = 0;
    int count = 0;
    void add(double v) {
        if (std::isnan(v)) return;
        sum += v;
        ++count;
    }
    double value() const { return count ? sum / count : kUnknown; }
};

} // namespace

ScoreBoard::ScoreBoard(const ShotFrames& frames, const LookCase& look) : m_frames(frames), m_look(look) {
    for (const auto& [first, second] : frames.pairs())
        for (const int number : {first, second}) {
            Truth truth;
            truth.picture = frames.truth(look, number);
            truth.grey = greyOf(truth.picture);
            truth.patches = patchProjections(truth.grey);
            truth.highPass = highPass(truth.picture);
            m_truths[number] = std::move(truth);
        }
}

Score ScoreBoard::score(const Pictures& pictures) const {
    constexpr std::size_t kLeastUnseen = 200; // pixels
    Mean all, line, similar, patch, unseen, warp, warpTruth, sharp, sharpTruth;
    Score out;
    for (const auto& [number, truth] : m_truths) {
        const look::Plane& picture = pictures.at(number);
        const look::Plane grey = greyOf(picture);
        patch.add(patchDistance(patchProjections(grey), truth.patches));
        sharp.add(highPass(picture));
        sharpTruth.add(truth.highPass);
        if (!m_look.hasTruth()) continue;
        const auto& guides = m_frames.frame(number).guides;
        const auto error = squaredError(picture, truth.picture);
        all.add(psnr(error));
        line.add(psnr(error, nearLines(guides)));
        unseen.add(psnr(error, m_frames.unseen(number), kLeastUnseen));
        similar.add(ssim(grey, truth.grey));
        const Swaps swaps = colourSwaps(guides, picture, truth.picture);
        out.swaps.wrong += swaps.wrong;
        out.swaps.of += swaps.of;
    }
    for (const auto& [first, second] : m_frames.pairs()) {
        warp.add(warpError(pictures.at(first), pictures.at(second), m_frames.motion(first)));
        warpTruth.add(warpError(m_truths.at(first).picture, m_truths.at(second).picture, m_frames.motion(first)));
    }
    out.psnr = all.value();
    out.line = line.value();
    out.ssim = similar.value();
    out.patch = patch.value();
    out.unseen = unseen.value();
    out.warp = warp.value();
    out.warpTruth = warpTruth.value();
    out.sharpness = sharp.value() / sharpTruth.value();
    return out;
}

} // namespace rushes::eval
