// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/eval/look/shot_frames.h"

#include "engine/generate/shot_request.h"
#include "tests/eval/look/painterly_filters.h"
#include "tests/eval/look/planes.h"
#include "tests/eval/look/rebuilt_shots.h"

#include <chrono>
#include <set>

namespace rushes::eval {
namespace {

using Clock = std::chrono::steady_clock;

double secondsSince(Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); }

generate::ShotRequest requestFor(const ShotCase& shot, const FrameOptions& options) {
    generate::ShotRequest request;
    request.shotNumber = shot.name;
    request.prompt = shot.prompt;
    request.duration = {kShotFrames, time::FrameRate{24, 1}};
    request.width = options.width;
    request.height = options.height;
    request.seed = options.seed;
    request.settingsJson = R"({"look":"colour"})";
    return request;
}

} // namespace

const std::vector<LookCase>& lookCases() {
    static const std::vector<LookCase> kCases{
        {LookCase::Kind::truth, Truth::gouache, "gouache"}, {LookCase::Kind::truth, Truth::hatch, "hatch"}, {LookCase::Kind::truth, Truth::cel, "cel"},
        {LookCase::Kind::ink, Truth::gouache, "ink"},       {LookCase::Kind::brush, Truth::gouache, "brush"}, {LookCase::Kind::wobble, Truth::cel, "wobble"},
    };
    return kCases;
}

Result<ShotFrames> ShotFrames::draw(stage::StageLibrary& library, render::Renderer& renderer, const ShotCase& shot, const FrameOptions& options) {
    if (const auto scene = rebuiltScene(shot.scene)) {
        SolidGuides guides(renderer, *scene, kShotFrames);
        auto frames = draw([&](int frame, int width, int height) { return guides.raw(frame, width, height); }, shot, options);
        if (!frames) return frames;
        for (auto& [number, frame] : frames->m_frames) // whose colours are compared: not the car's
            for (std::size_t i = 0; i < frame.guides.pixels(); ++i) frame.guides.figure[i] = frame.guides.figure[i] && guides.isPerson(frame.guides.object[i]);
        return frames;
    }
    auto staged = stage::stageShot(library, requestFor(shot, options));
    if (!staged) return fail(staged.error());
    look::GuideDrawer drawer(library, renderer, *staged);
    return draw([&](int frame, int width, int height) { return drawer.raw(frame, width, height); }, shot, options);
}

Result<ShotFrames> ShotFrames::draw(const RawGuides& raw, const ShotCase& shot, const FrameOptions& options) {
    ShotFrames out;
    for (int i = 0; i < options.pairs; ++i) out.m_pairs.push_back(kTestPairs[std::size_t(i) * kTestPairs.size() / std::size_t(options.pairs)]);
    out.m_keys = {kKeyFrame};
    if (options.keys > 1) out.m_keys.push_back(kSecondKeyFrame);
    std::set<int> wanted(out.m_keys.begin(), out.m_keys.end());
    for (const auto& [first, second] : out.m_pairs) wanted.insert({first, second});
    for (const int number : wanted) {
        const auto start = Clock::now();
        auto drawn = raw(number, options.width * 2, options.height * 2);
        if (!drawn) return fail(drawn.error());
        TestFrame& frame = out.m_frames[number];
        frame.guides = look::halved(*drawn);
        out.guideSeconds += secondsSince(start) / double(wanted.size());
        const auto painted = paintTruths(*drawn, shot.textureScale);
        for (std::size_t k = 0; k < painted.size(); ++k) frame.truths[k] = imageOf(halvedPlane(painted[k]));
    }
    out.follow();
    return out;
}

void ShotFrames::follow() {
    const auto start = Clock::now();
    int count = 0;
    std::map<int, look::KeyPoints> keys;
    for (const int key : m_keys) keys.try_emplace(key, m_frames.at(key).guides);
    for (const auto& [first, second] : m_pairs) {
        m_motion[first] = look::correspond(m_frames.at(first).guides, m_frames.at(second).guides);
        ++count;
        for (const int number : {first, second}) {
            auto& unseen = m_unseen[number];
            unseen.assign(m_frames.at(number).guides.pixels(), 1);
            for (const auto& [key, points] : keys) {
                const auto places = points.find(m_frames.at(number).guides);
                for (std::size_t i = 0; i < unseen.size(); ++i) unseen[i] = unseen[i] && !places.seen[i];
                ++count;
            }
        }
    }
    correspondenceSeconds = secondsSince(start) / count;
}

std::vector<int> ShotFrames::tested() const {
    std::vector<int> out;
    for (const auto& [first, second] : m_pairs) out.insert(out.end(), {first, second});
    return out;
}

look::Plane ShotFrames::painting(const LookCase& look, int number) const {
    const TestFrame& frame = m_frames.at(number);
    constexpr std::uint64_t kHand = 7;
    switch (look.kind) {
    case LookCase::Kind::brush: return brushStrokes(frame.guides.colour, kHand);
    case LookCase::Kind::ink: return inkWash(frame.guides.colour, kHand);
    case LookCase::Kind::wobble: return wobbled(planeOf(frame.truths[std::size_t(look.truth)]), kHand);
    case LookCase::Kind::truth: break;
    }
    return planeOf(frame.truths[std::size_t(look.truth)]);
}

look::Plane ShotFrames::truth(const LookCase& look, int number) const {
    const TestFrame& frame = m_frames.at(number);
    // Another hand for each frame, as when a filter runs over every frame.
    const auto hand = std::uint64_t(number) + 100;
    if (look.kind == LookCase::Kind::brush) return brushStrokes(frame.guides.colour, hand);
    if (look.kind == LookCase::Kind::ink) return inkWash(frame.guides.colour, hand);
    return planeOf(frame.truths[std::size_t(look.truth)]);
}

} // namespace rushes::eval
