// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/figures/clip_reader.h"

#include "engine/figures/pose_book.h"
#include "engine/figures/turns.h"

#include <algorithm>
#include <cmath>

namespace rushes::figures {

using glm::quat;
using glm::vec3;

namespace {

float headingOf(const quat& pelvis) {
    const vec3 forward = pelvis * vec3(0, 0, 1);
    return glm::degrees(std::atan2(forward.x, forward.z));
}

float wrapDegrees(float a) { return a - 360 * std::floor((a + 180) / 360); }

} // namespace

ClipReader::ClipReader(const Clip& clip) : m_clip(clip) {
    for (std::size_t i = 0; i + 1 < clip.frames.size(); ++i)
        m_seconds += double(clip.frames[i].seconds);
    const ClipFrame &first = clip.frames.front(), &last = clip.frames.back();
    m_start = {first.root.x, 0, first.root.z};
    m_turnError.fill(quat(1, 0, 0, 0));
    if (!clip.loops) return;
    if (clip.name.starts_with("turn_"))
        m_turnDegrees = wrapDegrees(headingOf(last.turns[0]) - headingOf(first.turns[0]));
    m_travel = last.root - first.root;
    m_travel.y = 0;
    for (std::size_t b = 0; b < m_turnError.size(); ++b) {
        const quat end = b == 0 ? turnY(-m_turnDegrees) * last.turns[b] : last.turns[b];
        m_turnError[b] = first.turns[b] * glm::inverse(end);
    }
    for (std::size_t b = 0; b < m_bendError.size(); ++b)
        m_bendError[b] = first.bends[b] - last.bends[b];
    m_heightError = first.root.y - last.root.y;
}

ClipFrame ClipReader::raw(double seconds) const {
    std::size_t i = 0;
    double begin = 0;
    while (i + 2 < m_clip.frames.size() && seconds >= begin + double(m_clip.frames[i].seconds))
        begin += double(m_clip.frames[i++].seconds);
    const ClipFrame &a = m_clip.frames[i], &b = m_clip.frames[i + 1];
    const float t = std::clamp(float((seconds - begin) / std::max(1e-9, double(a.seconds))), 0.0f, 1.0f);
    ClipFrame out;
    out.root = glm::mix(a.root, b.root, t);
    for (std::size_t k = 0; k < out.turns.size(); ++k)
        out.turns[k] = glm::slerp(a.turns[k], b.turns[k], t);
    for (std::size_t k = 0; k < out.bends.size(); ++k)
        out.bends[k] = a.bends[k] + (b.bends[k] - a.bends[k]) * t;
    return out;
}

ClipFrame ClipReader::at(double seconds) const {
    seconds = std::clamp(seconds, 0.0, m_seconds);
    ClipFrame out = raw(seconds);
    out.root -= m_start;
    if (!m_clip.loops) return out;
    const auto share = float(seconds / m_seconds) - 0.5f;
    const auto correction = [&](const quat& error) {
        return share >= 0 ? part(error, share) : part(glm::inverse(error), -share);
    };
    const quat heading = turnY(m_turnDegrees * (share + 0.5f));
    out.turns[0] = heading * correction(m_turnError[0]) * glm::inverse(heading) * out.turns[0];
    for (std::size_t b = 1; b < out.turns.size(); ++b)
        out.turns[b] = correction(m_turnError[b]) * out.turns[b];
    for (std::size_t b = 0; b < out.bends.size(); ++b)
        out.bends[b] += share * m_bendError[b];
    out.root.y += share * m_heightError;
    return out;
}

BodyPose poseOf(const ClipFrame& f) {
    BodyPose out = neutralPose();
    out.rotations[bones::pelvis] = f.turns[0];
    const quat chest = part(f.turns[1], 1.0f / 3), neck = part(f.turns[2], 0.5f);
    for (const int b : {bones::spine1, bones::spine2, bones::spine3})
        out.rotations[std::size_t(b)] = chest;
    out.rotations[bones::neck] = neck;
    out.rotations[bones::head] = neck;
    for (int side = 0; side < 2; ++side) {
        const auto at = [&](int bone) -> quat& { return out.rotations[std::size_t(bones::of(bone, side))]; };
        const auto s = std::size_t(side);
        at(bones::thigh) = f.turns[3 + s];
        at(bones::foot) = f.turns[5 + s];
        at(bones::upperArm) = f.turns[7 + s];
        at(bones::calf) = turnX(f.bends[s]);
        at(bones::lowerArm) = turnX(f.bends[2 + s]);
        at(bones::hand) = turnY(signOf(side) * -25);
    }
    out.root = f.root;
    return out;
}

std::array<vec3, 3> sourceSoles(const ClipFrame& f, int side) {
    const auto s = std::size_t(side);
    const quat pelvis = f.turns[0], thigh = pelvis * f.turns[3 + s], calf = thigh * turnX(f.bends[s]),
               foot = calf * f.turns[5 + s];
    const vec3 hip = f.root + pelvis * vec3(signOf(side) * 0.084887f, 0, 0);
    const vec3 ankle = hip + thigh * vec3(0, -0.421546f, 0) + calf * vec3(0, -0.40987f, 0);
    return {ankle + foot * vec3(0, -0.05f, -0.0435f), ankle + foot * vec3(0, -0.05f, 0.08f),
            ankle + foot * vec3(0, -0.05f, 0.1335f)};
}

} // namespace rushes::figures
