// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/look/correspondence.h"
#include "engine/look/guide_drawer.h"
#include "tests/eval/look/shots.h"
#include "tests/eval/look/truth_painter.h"

#include <functional>
#include <map>

namespace rushes::eval {

/// What is painted: a truth, or a filter that has none.
struct LookCase {
    enum class Kind { truth, brush, ink, wobble } kind = Kind::truth;
    Truth truth = Truth::gouache; ///< of a truth; what is wobbled
    const char* name = "";
    bool hasTruth() const { return kind == Kind::truth || kind == Kind::wobble; }
};

/// gouache, hatch, cel, ink, brush, wobble.
const std::vector<LookCase>& lookCases();

/// One frame of a shot with what it should look like.
struct TestFrame {
    look::GuideFrame guides;
    std::array<Image, kTruths> truths;
};

struct FrameOptions {
    int width = 640, height = 360;
    int pairs = int(kTestPairs.size()); ///< how many of kTestPairs, spread over the shot
    int keys = 1;                       ///< 1 or 2
    std::uint64_t seed = 1;
};

using Pictures = std::map<int, look::Plane>; ///< by frame number, 0..1

/// The frames of one shot, drawn once for all looks.
class ShotFrames {
public:
    static Result<ShotFrames> draw(stage::StageLibrary& library, render::Renderer& renderer, const ShotCase& shot, const FrameOptions& options);

    const std::vector<std::pair<int, int>>& pairs() const { return m_pairs; }
    const std::vector<int>& keys() const { return m_keys; }
    std::vector<int> tested() const; ///< frames of all pairs
    const TestFrame& frame(int number) const { return m_frames.at(number); }
    /// Of the first frame of a pair in the second one.
    const look::Correspondence& motion(int first) const { return m_motion.at(first); }
    /// 1 where no painted frame shows the surface.
    const std::vector<std::uint8_t>& unseen(int number) const { return m_unseen.at(number); }

    /// What somebody painted over a painted frame.
    look::Plane painting(const LookCase& look, int number) const;
    /// What a tested frame should be; where the look has no truth, the filter's own output on that frame, for its texture alone.
    look::Plane truth(const LookCase& look, int number) const;

    double guideSeconds = 0, correspondenceSeconds = 0; ///< a frame

private:
    using RawGuides = std::function<Result<look::GuideFrame>(int frame, int width, int height)>;
    static Result<ShotFrames> draw(const RawGuides& raw, const ShotCase& shot, const FrameOptions& options);
    void follow();

    std::vector<std::pair<int, int>> m_pairs;
    std::vector<int> m_keys;
    std::map<int, TestFrame> m_frames;
    std::map<int, look::Correspondence> m_motion;
    std::map<int, std::vector<std::uint8_t>> m_unseen;
};

} // namespace rushes::eval
