// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/stage/frame_with_things.h"

#include "engine/stage/easing.h"
#include "engine/stage/framing.h"
#include "engine/stage/shot_focus.h"

#include <glm/common.hpp>

#include <algorithm>
#include <array>
#include <optional>

namespace rushes::stage {
namespace {

constexpr float leastInside = 0.55f;  ///< of the box as seen
constexpr float leastShare = 0.004f;  ///< of the frame
constexpr float tallPlant = 3.0f;     ///< metres: nobody frames the crown who films people below it
constexpr float largestHeld = 14.0f;  ///< metres: of a train or a ship the frame shows a part …
constexpr float widestHeld = 2.4f;    ///< … and of a counter that somebody is at

/// The part nearest to `focus`, not more than `held` metres each way.
std::array<glm::vec3, 8> cornersOf(const StagedProp& prop, const glm::vec3& focus, float held, double seconds, double duration) {
    const auto [position, yaw] = propAt(prop, seconds, duration);
    geometry::Bounds box = prop.reach.value_or(prop.prop->mesh->bounds);
    const float reach = held * 0.5f / prop.scale;
    const glm::vec3 to = (focus - position) / prop.scale, here{glm::dot(to, heading(yaw + 90)), 0, glm::dot(to, heading(yaw))};
    for (const int axis : {0, 2}) {
        const float middle = std::clamp(here[axis], box.low[axis], box.high[axis]);
        box.low[axis] = std::max(box.low[axis], middle - reach);
        box.high[axis] = std::min(box.high[axis], middle + reach);
    }
    std::array<glm::vec3, 8> corners;
    for (int c = 0; c < 8; ++c) {
        const glm::vec3 p = glm::vec3(c & 1 ? box.high.x : box.low.x, c & 2 ? box.high.y : box.low.y, c & 4 ? box.high.z : box.low.z) * prop.scale;
        corners[std::size_t(c)] = position + heading(yaw + 90) * p.x + glm::vec3(0, p.y, 0) + heading(yaw) * p.z;
    }
    return corners;
}

/// Seen well enough: most of its box inside the frame, and not tiny.
bool isShown(const geometry::Camera& camera, const std::array<glm::vec3, 8>& corners) {
    constexpr float unit = 1000;
    glm::vec2 low(1e9f), high(-1e9f);
    for (const auto& corner : corners) {
        const auto pixel = camera.project(corner, {int(unit), int(unit)});
        if (!pixel) return false;
        low = glm::min(low, glm::vec2(*pixel));
        high = glm::max(high, glm::vec2(*pixel));
    }
    const glm::vec2 all = high - low, part = glm::max(glm::vec2(0), glm::min(high, glm::vec2(unit)) - glm::max(low, glm::vec2(0)));
    return part.x * part.y > leastInside * all.x * all.y && part.x * part.y > leastShare * unit * unit;
}

/// Whoever sits in it is framed already, with as much of it as the size asks for.
bool isManned(const Blocking& blocking, const StagedProp& prop) {
    return std::any_of(blocking.people.begin(), blocking.people.end(), [&](const auto& person) { return person.aboard && &blocking.props[person.aboard->prop] == &prop; });
}

/// As far back towards `to` as the set leaves the line free; nothing where not even a step does.
std::optional<glm::vec3> freeEye(const StagedShot& shot, const glm::vec3& from, const glm::vec3& to, const glm::vec3& focus) {
    const auto& set = *shot.blocking.set;
    if (!shot.opened.empty()) return to; // walls are away
    if (set.blocked(from, focus)) { // nothing is gained by staying, unless the way back ends in or behind something
        const glm::vec3 ahead = glm::normalize(focus - to);
        const bool within = !set.environment.interior || (to.x > set.actionBounds.low.x && to.x < set.actionBounds.high.x && to.z > set.actionBounds.low.z && to.z < set.actionBounds.high.z);
        return within && !set.hit(to, ahead, 0.8f) ? std::optional(to) : std::nullopt;
    }
    for (const float part : {1.0f, 0.75f, 0.5f, 0.25f}) {
        const glm::vec3 eye = glm::mix(from, to, part);
        if (!set.blocked(eye, focus)) return eye;
    }
    return std::nullopt;
}

} // namespace

void openForThings(const StagedShot& shot, ShotFrame& frame) {
    const auto& words = shot.description.camera;
    if (words.size || words.angle == reading::CameraAngle::dutch || isShoulder(words.pov.value_or(reading::PointOfView::objective))) return;
    FrameSubject subject = frame.subject;
    bool opened = false;
    for (const auto& prop : shot.blocking.props) {
        if (prop.subject.empty() || prop.holder || isManned(shot.blocking, prop)) continue;
        const auto* what = shot.description.subject(prop.subject);
        const bool under = std::any_of(shot.description.relations.begin(), shot.description.relations.end(), [&](const auto& r) { return r.b == prop.subject && r.relation == reading::RelationKind::under; });
        const bool tall = prop.prop->size.y * prop.scale > tallPlant && !shot.blocking.people.empty();
        if (tall && what && (under || what->kind == reading::SubjectKind::plant)) continue; // its trunk or its post will do
        const float held = what && what->kind == reading::SubjectKind::prop && !shot.blocking.people.empty() ? widestHeld : largestHeld;
        const auto corners = cornersOf(prop, frame.subject.focus, held, shot.blocking.seconds * 0.5, shot.blocking.seconds);
        if (isShown(frame.view.camera, corners)) continue;
        opened = true;
        for (const auto& corner : corners) {
            subject.inside.push_back(corner);
            subject.top.y = std::max(subject.top.y, corner.y);
            subject.bottom.y = std::min(subject.bottom.y, corner.y);
        }
    }
    if (!opened) return;
    subject.group = true;
    const geometry::Camera& was = frame.view.camera;
    const double aspect = double(was.sensorWidthMm) / double(was.sensorHeightMm);
    geometry::Camera camera = solveCamera(subject, was.forward(), was.focalMm, aspect, 0);
    camera.stop = was.stop;
    camera.eye.y = std::max(camera.eye.y, shot.blocking.set->groundHeight(camera.eye.x, camera.eye.z, subject.bottom.y) + 0.15f);
    if (const auto eye = freeEye(shot, was.eye, camera.eye, frame.subject.focus)) camera.eye = *eye;
    else return;
    frame.view.camera = camera;
    frame.subject = subject;
}

} // namespace rushes::stage
