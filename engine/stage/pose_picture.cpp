// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/stage/pose_picture.h"

#include <glm/geometric.hpp>
#include <glm/vec2.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace rushes::stage {
namespace {

using P = PosePoint;

struct Colour {
    std::uint8_t r, g, b;
};

/// OpenPose's wheel of colours for its COCO model: of joint i, and of limb i.
constexpr std::array<Colour, posePointCount> kWheel{{{255, 0, 0}, {255, 85, 0}, {255, 170, 0}, {255, 255, 0}, {170, 255, 0}, {85, 255, 0}, {0, 255, 0}, {0, 255, 85}, {0, 255, 170},
                                                     {0, 255, 255}, {0, 170, 255}, {0, 85, 255}, {0, 0, 255}, {85, 0, 255}, {170, 0, 255}, {255, 0, 255}, {255, 0, 170}, {255, 0, 85}}};

struct Limb {
    P a, b;
};
constexpr std::array<Limb, 17> kLimbs{{{P::neck, P::rightShoulder}, {P::neck, P::leftShoulder}, {P::rightShoulder, P::rightElbow}, {P::rightElbow, P::rightWrist}, {P::leftShoulder, P::leftElbow},
                                       {P::leftElbow, P::leftWrist}, {P::neck, P::rightHip}, {P::rightHip, P::rightKnee}, {P::rightKnee, P::rightAnkle}, {P::neck, P::leftHip},
                                       {P::leftHip, P::leftKnee}, {P::leftKnee, P::leftAnkle}, {P::neck, P::nose}, {P::nose, P::rightEye}, {P::rightEye, P::rightEar},
                                       {P::nose, P::leftEye}, {P::leftEye, P::leftEar}}};
constexpr float kLimbShare = 0.6f; ///< limbs are laid on at 60 %, joints in full

void put(Image& image, int x, int y, Colour c, float share) {
    auto* p = image.rowAs<std::uint8_t>(y) + x * 4;
    const std::uint8_t ink[3]{c.r, c.g, c.b};
    for (int i = 0; i < 3; ++i) p[i] = std::uint8_t(float(p[i]) + (float(ink[i]) - float(p[i])) * share + 0.5f);
}

/// An ellipse about the segment a … b: half as long as it, `half` pixels wide each way.
void drawLimb(Image& image, const glm::vec2& a, const glm::vec2& b, float half, Colour colour) {
    const glm::vec2 centre = (a + b) * 0.5f, axis = b - a;
    const float length = glm::length(axis) * 0.5f;
    if (length < 1e-3f || length > 8.0f * float(image.width)) return;
    const glm::vec2 u = axis / (2 * length);
    const float reach = std::max(length, half) + 1;
    const int x0 = std::max(0, int(centre.x - reach)), x1 = std::min(image.width - 1, int(centre.x + reach));
    const int y0 = std::max(0, int(centre.y - reach)), y1 = std::min(image.height - 1, int(centre.y + reach));
    for (int y = y0; y <= y1; ++y)
        for (int x = x0; x <= x1; ++x) {
            const glm::vec2 d = glm::vec2(float(x), float(y)) + 0.5f - centre;
            const float along = (d.x * u.x + d.y * u.y) / length, across = (d.x * -u.y + d.y * u.x) / half;
            if (along * along + across * across <= 1) put(image, x, y, colour, kLimbShare);
        }
}

void drawJoint(Image& image, const glm::vec2& at, float radius, Colour colour) {
    for (int y = std::max(0, int(at.y - radius)); y <= std::min(image.height - 1, int(at.y + radius)); ++y)
        for (int x = std::max(0, int(at.x - radius)); x <= std::min(image.width - 1, int(at.x + radius)); ++x)
            if (glm::length(glm::vec2(float(x), float(y)) + 0.5f - at) <= radius) put(image, x, y, colour, 1);
}

void drawPerson(Image& image, const SeenPose& pose) {
    // Four pixels in a picture of 512, as the models were taught.
    const float half = std::max(1.5f, 4.0f * float(std::min(image.width, image.height)) / 512.0f);
    const auto at = [&](P point) { return glm::vec2(pose.at[std::size_t(point)]); };
    const auto seen = [&](P point) { return pose.seen[std::size_t(point)]; };
    for (std::size_t i = 0; i < kLimbs.size(); ++i)
        if (seen(kLimbs[i].a) && seen(kLimbs[i].b)) drawLimb(image, at(kLimbs[i].a), at(kLimbs[i].b), half, kWheel[i]);
    for (std::size_t i = 0; i < posePointCount; ++i)
        if (pose.seen[i]) drawJoint(image, glm::vec2(pose.at[i]), half, kWheel[i]);
}

} // namespace

SeenPose seePose(const PosePoints& points, const PersonMoment& moment, const geometry::Camera& camera, int width, int height) {
    SeenPose out;
    for (std::size_t i = 0; i < posePointCount; ++i) {
        const auto p = camera.project(toWorld(moment, points.at[i]), {width, height});
        out.seen[i] = p && p->z > 0.05f;
        if (out.seen[i]) out.at[i] = *p;
    }
    // The head as a ball with the face in front: which of its points look our way.
    const glm::vec3 origin = toWorld(moment, glm::vec3(0)), nose = toWorld(moment, points[P::nose]);
    const glm::vec3 facing = toWorld(moment, points.facing) - origin, side = glm::normalize(toWorld(moment, points[P::leftEar]) - toWorld(moment, points[P::rightEar]));
    const glm::vec3 toEye = glm::normalize(camera.eye - nose);
    const float front = glm::dot(facing, toEye), left = glm::dot(side, toEye);
    const auto hide = [&](P point, bool hidden) { out.seen[std::size_t(point)] = out.seen[std::size_t(point)] && !hidden; };
    hide(P::nose, front < -0.25f);
    hide(P::leftEye, front + 0.45f * left < -0.12f);
    hide(P::rightEye, front - 0.45f * left < -0.12f);
    hide(P::leftEar, left < -0.35f);
    hide(P::rightEar, left > 0.35f);
    return out;
}

Image drawPoses(const StagedShot& shot, std::int64_t frame, int width, int height) {
    Image image = Image::create(width, height, PixelFormat::rgba8);
    for (int y = 0; y < height; ++y) std::fill_n(image.rowAs<std::uint32_t>(y), width, 0xff000000u);
    geometry::Camera camera = shot.camera[std::size_t(std::clamp<std::int64_t>(frame, 0, std::int64_t(shot.camera.size()) - 1))];
    camera.fitSensor(width, height);
    const auto moments = peopleAt(shot.blocking, time::RationalTime{frame, shot.duration.rate}.seconds(), camera.eye);
    std::vector<SeenPose> poses;
    for (std::size_t i = 0; i < moments.size(); ++i) {
        const auto& figure = *shot.blocking.people[i].figure;
        poses.push_back(seePose(posePointsOf(figure, figures::evaluate(figure, moments[i].performance)), moments[i], camera, width, height));
    }
    const auto distance = [](const SeenPose& pose) { return pose.at[std::size_t(P::neck)].z; };
    std::stable_sort(poses.begin(), poses.end(), [&](const auto& a, const auto& b) { return distance(a) > distance(b); });
    for (const auto& pose : poses) drawPerson(image, pose);
    return image;
}

} // namespace rushes::stage
