// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/stage/framing.h"

#include "engine/stage/easing.h"

#include <glm/geometric.hpp>

#include <algorithm>

namespace rushes::stage {

using reading::ShotSize;

double defaultLens(ShotSize size, std::size_t people) {
    switch (size) {
    case ShotSize::extremeWide: return 21;
    case ShotSize::wide: return people > 2 ? 24 : 27;
    case ShotSize::full: return 32;
    case ShotSize::mediumFull: return 35;
    case ShotSize::medium: return people > 1 ? 35 : 40;
    case ShotSize::mediumCloseUp: return 50;
    case ShotSize::closeUp: return 75;
    case ShotSize::extremeCloseUp: return 100;
    case ShotSize::insert: return 85;
    }
    return 35;
}

namespace {

/// Metres from top to bottom of an upright frame, for a stature of 1.72 m; wider sizes hold the whole body anyhow.
float uprightHeight(ShotSize size) {
    switch (size) {
    case ShotSize::insert:
    case ShotSize::extremeCloseUp: return 0.16f;
    case ShotSize::closeUp: return 0.32f;
    case ShotSize::mediumCloseUp: return 0.5f;
    case ShotSize::medium: return 0.8f;
    case ShotSize::mediumFull: return 1.1f;
    default: return 0;
    }
}

/// On a body that lies, head and chest are equally high: the frame is as large as it would be upright, with the face in its upper half.
void frameLying(FrameSubject& frame, ShotSize size) {
    const float tall = uprightHeight(size);
    if (tall == 0) { // the whole body
        frame.lies = frame.top.y - frame.bottom.y < 0.55f;
        return;
    }
    if (frame.top.y - frame.bottom.y > 0.5f * tall) return;
    frame.lies = true;
    frame.top.y = frame.focus.y + 0.36f * tall;
    frame.bottom.y = frame.focus.y - 0.64f * tall;
}

/// What somebody rides belongs to a full shot of them.
void holdMount(const PersonMoment& moment, FrameSubject& frame) {
    constexpr float half = 1.15f; // metres from the saddle to a horse's nose and tail, about
    frame.bottom.y = std::min(frame.bottom.y, moment.position.y - moment.lift);
    for (const float end : {half, -half}) frame.inside.push_back(moment.position - glm::vec3(0, moment.lift - 1.2f, 0) + heading(moment.yaw) * end);
}

} // namespace

FrameSubject frameOfPerson(const StagedPerson& person, const PersonMoment& moment, ShotSize size) {
    const auto body = person.figure->landmarks(figures::evaluate(*person.figure, moment.performance));
    FrameSubject frame;
    frame.object = person.object;
    frame.focus = frame.main = toWorld(moment, body.eyes);
    frame.facing = heading(moment.yaw);
    if (const glm::vec3 gaze = heading(moment.yaw + 90) * body.facing.x + heading(moment.yaw) * body.facing.z; glm::length(gaze) > 0.2f)
        frame.facing = glm::normalize(gaze);
    frame.top = toWorld(moment, body.headTop);
    const float head = std::max(0.12f, body.headTop.y - body.chin.y);
    const auto below = [&](const glm::vec3& landmark, float extra) { frame.bottom = toWorld(moment, landmark) - glm::vec3(0, extra, 0); };
    switch (size) {
    case ShotSize::insert:
    case ShotSize::extremeCloseUp:
        frame.top = toWorld(moment, body.eyes) + glm::vec3(0, 0.42f * head, 0);
        below(body.chin, -0.06f * head);
        frame.headroom = 0.0f;
        break;
    case ShotSize::closeUp:
        below(body.chin, 0.38f * head);
        break;
    case ShotSize::mediumCloseUp: below(body.chest, 0.10f * head); break;
    case ShotSize::medium: below(body.waist, 0.25f * head); break;
    case ShotSize::mediumFull: frame.bottom = glm::mix(toWorld(moment, body.hips), (toWorld(moment, body.leftKnee) + toWorld(moment, body.rightKnee)) * 0.5f, 0.65f); break;
    case ShotSize::full:
        frame.bottom = moment.position;
        frame.share = 0.88f;
        break;
    case ShotSize::wide:
        frame.bottom = moment.position;
        frame.share = 0.42f;
        break;
    case ShotSize::extremeWide:
        frame.bottom = moment.position;
        frame.share = 0.16f;
        break;
    }
    if (moment.lift > 0 && size <= ShotSize::full) holdMount(moment, frame);
    if (size <= ShotSize::mediumFull) { // raised hands and lying bodies are in it
        for (const auto& point : {body.leftHand, body.rightHand, body.leftFoot, body.rightFoot, body.hips}) {
            const glm::vec3 world = toWorld(moment, point);
            frame.top.y = std::max(frame.top.y, world.y + 0.08f);
            if (size <= ShotSize::full) frame.inside.push_back(world);
        }
    }
    frameLying(frame, size);
    frame.bottom.x = frame.top.x = frame.focus.x; // a leaning head must not tilt the frame
    frame.bottom.z = frame.top.z = frame.focus.z;
    const float side = size >= ShotSize::mediumCloseUp ? 0.45f * head : 0.18f;
    for (const float sign : {-1.0f, 1.0f}) frame.inside.push_back(frame.focus + glm::vec3(frame.facing.z, 0, -frame.facing.x) * sign * side);
    return frame;
}

FrameSubject frameOfGroup(const std::vector<FrameSubject>& subjects) {
    FrameSubject group = subjects.front();
    for (const auto& subject : subjects) {
        if (subject.top.y > group.top.y) group.top.y = subject.top.y;
        group.bottom.y = std::min(group.bottom.y, subject.bottom.y);
    }
    glm::vec3 middle(0);
    for (const auto& subject : subjects) middle += subject.focus / float(subjects.size());
    group.group = subjects.size() > 1;
    group.mainLies = subjects.front().lies;
    for (const auto& subject : subjects) group.lies = group.lies && subject.lies;
    if (group.group)
        for (const auto& subject : subjects) {
            group.ends.push_back(subject.top);
            if (subject.share < 1) group.ends.push_back(subject.bottom);
        }
    group.top.x = group.bottom.x = group.focus.x = middle.x;
    group.top.z = group.bottom.z = group.focus.z = middle.z;
    for (std::size_t i = 1; i < subjects.size(); ++i) group.inside.insert(group.inside.end(), subjects[i].inside.begin(), subjects[i].inside.end());
    return group;
}

FrameSubject frameOfBox(const geometry::Bounds& box, ShotSize size, float yaw) {
    FrameSubject frame;
    const glm::vec3 centre = box.centre();
    frame.top = {centre.x, box.high.y, centre.z};
    frame.bottom = {centre.x, box.low.y, centre.z};
    frame.focus = frame.main = centre;
    frame.facing = heading(yaw);
    static constexpr float shares[] = {0.12f, 0.34f, 0.6f, 0.66f, 0.7f, 0.74f, 0.85f, 1.1f, 0.8f};
    frame.share = shares[int(size)];
    frame.headroom = (1 - frame.share) * 0.5f;
    for (int corner = 0; corner < 8; ++corner)
        frame.inside.push_back({corner & 1 ? box.high.x : box.low.x, corner & 2 ? box.high.y : box.low.y, corner & 4 ? box.high.z : box.low.z});
    return frame;
}

namespace {

/// How far above the anchor the middle of a frame of this height is.
float middleOf(const FrameSubject& subject, const glm::vec3& up, float height) {
    const float topY = glm::dot(subject.top - subject.focus, up), bottomY = glm::dot(subject.bottom - subject.focus, up);
    return subject.share < 1 ? (topY + bottomY) * 0.5f + height * 0.06f * (1 - subject.share) : topY + subject.headroom * height - height * 0.5f;
}

/// Metres from which nobody of a group loses head or feet who stands nearer to the camera than its middle.
float distanceForEnds(const FrameSubject& subject, const geometry::Camera& camera, const glm::vec3& direction, const glm::vec3& up, float distance) {
    constexpr float inside = 0.97f;
    for (int round = 0; round < 5; ++round) {
        const float middle = middleOf(subject, up, distance * camera.sensorHeightMm / camera.focalMm);
        float most = 0;
        for (const auto& end : subject.ends) {
            const float depth = distance + glm::dot(end - subject.focus, direction);
            if (depth > 0.3f) most = std::max(most, std::abs(glm::dot(end - subject.focus, up) - middle) / depth * 2 * camera.focalMm / camera.sensorHeightMm);
        }
        if (most <= inside) break;
        distance *= std::min(1.5f, most / inside);
    }
    return distance;
}

} // namespace

geometry::Camera solveCamera(const FrameSubject& subject, const glm::vec3& direction, double lensMm, double aspect, float rollDegrees) {
    geometry::Camera camera = geometry::Camera::lookAt({0, 0, 0}, direction, glm::radians(rollDegrees));
    camera.focalMm = float(lensMm);
    camera.sensorHeightMm = camera.sensorWidthMm / float(aspect);
    const glm::vec3 level = geometry::Camera::lookAt({0, 0, 0}, direction).right, up = glm::cross(level, direction);
    // The frame's height at the subject: what it must hold from top to bottom as the camera sees it.
    const float tall = std::max({0.05f, glm::dot(subject.top - subject.bottom, up), 0.35f * glm::length(subject.top - subject.bottom)});
    const float frameHeight = tall / (subject.share < 1 ? subject.share : 1 - subject.headroom);
    float distance = frameHeight * camera.focalMm / camera.sensorHeightMm;
    const glm::vec3 anchor = subject.focus;
    float low = 1e9f, high = -1e9f;
    for (const auto& point : subject.inside) {
        low = std::min(low, glm::dot(point - anchor, level));
        high = std::max(high, glm::dot(point - anchor, level));
    }
    float middle = low < high ? (low + high) * 0.5f : 0;
    for (const auto& point : subject.inside) {
        const float across = std::abs(glm::dot(point - anchor, level) - middle) + (subject.group ? 0.16f : 0.0f);
        distance = std::max(distance, across / 0.84f * 2 * camera.focalMm / camera.sensorWidthMm - glm::dot(point - anchor, direction));
    }
    distance = std::max(distance, distanceForEnds(subject, camera, direction, up, distance));
    const float height = distance * camera.sensorHeightMm / camera.focalMm;
    // Share below 1 sits a little under the middle, as a wide shot does; otherwise the headroom sets the height.
    const float centreY = middleOf(subject, up, height);
    // Looking room: the subject keeps to the side it looks away from.
    const float lead = std::clamp(glm::dot(subject.facing, level), -0.9f, 0.9f) * subject.leading * height * float(aspect) * 0.5f;
    if (subject.share >= 1 && !subject.group) middle += lead;
    camera.eye = anchor + level * middle + up * centreY - direction * distance;
    camera.focusM = distance;
    return camera;
}

} // namespace rushes::stage
