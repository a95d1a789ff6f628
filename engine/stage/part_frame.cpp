// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/stage/part_frame.h"

#include "engine/stage/easing.h"

#include <glm/geometric.hpp>

#include <algorithm>

namespace rushes::stage {
namespace {

using reading::ShotSize;

constexpr float handsTogether = 0.55f; ///< metres: farther apart, one of them is framed

bool isOne(std::string_view part, std::initializer_list<std::string_view> of) { return std::find(of.begin(), of.end(), part) != of.end(); }

/// What is around the points, in figure space, and how much air they get, metres; no points for parts without a frame of their own.
struct PartPoints {
    std::vector<glm::vec3> points;
    float air = 0.1f;
};

/// Hands that are apart do different things: the one that is farther from the body.
std::vector<glm::vec3> hands(const figures::BodyLandmarks& body) {
    if (glm::distance(body.leftHand, body.rightHand) < handsTogether) return {body.leftHand, body.rightHand};
    const auto reach = [&](const glm::vec3& hand) { return glm::length(glm::vec2(hand.x - body.hips.x, hand.z - body.hips.z)) + std::max(0.0f, hand.y - body.hips.y); };
    return {reach(body.leftHand) > reach(body.rightHand) ? body.leftHand : body.rightHand};
}

PartPoints pointsOf(const figures::BodyLandmarks& body, std::string_view part) {
    if (isOne(part, {"hand", "finger", "fist", "arm", "palm", "thumb", "wrist"})) return {hands(body), 0.14f};
    if (isOne(part, {"foot", "toe", "heel", "ankle"})) return {{body.leftFoot, body.rightFoot, body.leftToe, body.rightToe}, 0.12f};
    if (isOne(part, {"leg", "knee"})) return {{body.leftFoot, body.rightFoot, body.leftKnee, body.rightKnee}, 0.12f};
    if (isOne(part, {"eye", "eyebrow", "brow", "lash", "eyelid", "pupil", "iris"})) return {{body.eyes}, 0.055f};
    if (isOne(part, {"mouth", "lip", "tooth", "tongue"})) return {{glm::mix(body.chin, body.eyes, 0.38f)}, 0.055f};
    return {};
}

} // namespace

std::optional<FrameSubject> frameOfPart(const StagedPerson& person, const PersonMoment& moment, std::string_view part, ShotSize size) {
    if (size < ShotSize::mediumCloseUp) return std::nullopt;
    const auto body = person.figure->landmarks(figures::evaluate(*person.figure, moment.performance));
    auto [points, air] = pointsOf(body, part);
    if (points.empty()) return std::nullopt;
    if (size == ShotSize::mediumCloseUp) air *= 1.6f;
    if (size == ShotSize::extremeCloseUp || size == ShotSize::insert) air *= 0.8f;
    FrameSubject frame;
    frame.object = person.object;
    frame.facing = heading(moment.yaw);
    float low = 1e9f, high = -1e9f;
    for (const auto& point : points) {
        const glm::vec3 world = toWorld(moment, point);
        frame.focus += world / float(points.size());
        frame.inside.push_back(world);
        low = std::min(low, world.y);
        high = std::max(high, world.y);
    }
    frame.main = frame.focus;
    frame.top = frame.bottom = frame.focus;
    frame.top.y = high + air;
    frame.bottom.y = low - air;
    frame.headroom = 0;
    frame.leading = 0;
    frame.lies = points.size() == 2; // hands are seen from a little above, as the one sees them whose they are
    return frame;
}

bool framesPart(const reading::CameraWords& words) { return words.size.value_or(ShotSize::medium) >= ShotSize::mediumCloseUp && sideOfPart(words.part).has_value(); }

std::optional<float> sideOfPart(std::string_view part) {
    if (isOne(part, {"hand", "finger", "fist", "arm", "palm", "thumb", "wrist"})) return 62.0f; // past what lies before them, and past the shoulder
    if (isOne(part, {"foot", "toe", "heel", "ankle", "leg", "knee"})) return 48.0f;
    if (isOne(part, {"eye", "eyebrow", "brow", "lash", "eyelid", "pupil", "iris", "mouth", "lip", "tooth", "tongue"})) return 14.0f;
    return std::nullopt;
}

} // namespace rushes::stage
