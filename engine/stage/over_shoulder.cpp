// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/stage/over_shoulder.h"

#include "engine/geometry/ray.h"
#include "engine/stage/easing.h"
#include "engine/stage/listener_cover.h"

#include <glm/geometric.hpp>

#include <algorithm>
#include <cmath>
#include <tuple>

namespace rushes::stage {
namespace {

constexpr float faceRadius = 0.115f;  ///< metres
constexpr float widest = 0.36f;       ///< share of the picture's width that the listener takes at most …
constexpr float narrowest = 0.2f;     ///< … and at least
constexpr float headSeen = 0.45f;     ///< share of the listener's head that is wanted
constexpr float otherSide = 16;       ///< cost of crossing the line

glm::vec3 onFloor(const glm::vec3& v) { return {v.x, 0, v.z}; }

/// Height of the picture at the speaker's face for the size that is wanted, metres.
float pictureHeight(const FrameSubject& speaker) {
    return std::max(0.3f, (speaker.top.y - speaker.bottom.y) / (speaker.share < 1 ? speaker.share : 1 - speaker.headroom));
}

struct Place {
    geometry::Camera camera;
    float cost = 0;
};

class Shoulder {
public:
    Shoulder(const FrameSubject& speaker, const Bust& listener, const std::optional<Eyeline>& line, const CameraWish& wish)
        : m_speaker(speaker), m_listener(listener), m_wish(wish) {
        const glm::vec3 axis = onFloor(listener.eyes - speaker.focus);
        m_apart = std::max(0.45f, glm::length(axis));
        m_axis = glm::length(axis) > 1e-3f ? axis / glm::length(axis) : glm::vec3(0, 0, 1);
        const glm::vec3 left(m_axis.z, 0, -m_axis.x);
        m_side = line && glm::dot(line->side, left) < 0 ? -left : left;
    }

    /// All places worth trying, the best first.
    std::vector<Place> places() const {
        std::vector<Place> out;
        for (const float behind : distances())
            for (const float aside : {0.12f, 0.22f, 0.32f, 0.42f, 0.54f, 0.68f, 0.85f, 1.05f})
                for (const float height : heights())
                    for (const float at : {0.6f, 0.66f, 0.72f})
                        for (const float size : sizes())
                            for (const float sign : {1.0f, -1.0f}) out.push_back(place(behind, aside * sign, height, at, size));
        std::stable_sort(out.begin(), out.end(), [](const Place& a, const Place& b) { return a.cost < b.cost; });
        return out;
    }

    glm::vec3 listenerHead() const { return (m_listener.headTop + m_listener.chin) * 0.5f; }

private:
    /// Metres behind the listener's head; a lens that was given says how far the camera is from the speaker.
    std::vector<float> distances() const {
        if (m_wish.freeLens) return {0.45f, 0.6f, 0.75f, 0.95f, 1.2f, 1.55f, 2.0f};
        const float natural = std::max(0.5f, float(m_wish.lensMm) * pictureHeight(m_speaker) / sensorHeight() - m_apart);
        return {natural * 0.7f, natural * 0.85f, natural, natural * 1.2f};
    }

    /// Metres: from a little below the speaker's eyes or the listener's shoulder to above the listener's head.
    std::vector<float> heights() const {
        if (m_wish.pov == reading::PointOfView::overHip) return {m_listener.hips.y * 1.08f};
        const float shoulder = m_listener.chin.y - 0.08f, eyes = std::max(m_speaker.focus.y, shoulder - 0.12f);
        return {shoulder, shoulder + 0.1f, shoulder + 0.2f, shoulder + 0.32f, shoulder + 0.48f, shoulder + 0.7f, eyes, eyes + 0.12f, (eyes + shoulder) * 0.5f};
    }

    /// How much larger than asked for the picture may be at the speaker.
    std::vector<float> sizes() const { return m_wish.freeLens ? std::vector<float>{1.0f, 1.3f} : std::vector<float>{1.0f}; }

    Place place(float behind, float aside, float height, float at, float size) const {
        Place place;
        auto& camera = place.camera;
        camera.sensorHeightMm = sensorHeight();
        camera.eye = onFloor(m_listener.eyes) + m_axis * behind + m_side * aside;
        camera.eye.y = height;
        const float far = std::max(0.3f, glm::distance(camera.eye, m_speaker.focus));
        camera.focalMm = m_wish.freeLens ? std::clamp(far * camera.sensorHeightMm / (pictureHeight(m_speaker) * size), 24.0f, 135.0f) : float(m_wish.lensMm);
        aim(camera, std::atan((at - 0.5f) * camera.sensorWidthMm / camera.focalMm), aside > 0);
        place.cost = costOf(camera, aside, at);
        return place;
    }

    float sensorHeight() const { return geometry::Camera{}.sensorWidthMm / float(m_wish.aspect); }

    /// Turned so that the speaker's face is off the middle, and tilted so that the headroom is right.
    void aim(geometry::Camera& camera, float toSpeaker, bool onSide) const {
        const glm::vec3 flat = onFloor(m_speaker.focus - camera.eye);
        const float far = std::max(0.3f, glm::length(flat));
        const float tall = far * camera.sensorHeightMm / camera.focalMm; // of the picture there, which a lens's limits may have changed
        const float centre = m_speaker.top.y + (m_speaker.share < 1 ? 0.06f : m_speaker.headroom - 0.5f) * tall;
        // The listener is on the side away from the camera's step to the side, the speaker on the other one.
        const bool right = (glm::dot(glm::vec3(-flat.z, 0, flat.x), m_side) > 0) == onSide; // the camera stands to the right of the axis
        const float yaw = yawOf(flat) + glm::degrees(toSpeaker) * (right ? 1.0f : -1.0f);
        const float pitch = std::atan2((m_wish.pov == reading::PointOfView::overHip ? m_speaker.focus.y : centre) - camera.eye.y, far);
        const auto aimed = geometry::Camera::lookAt(camera.eye, camera.eye + heading(yaw) * std::cos(pitch) + glm::vec3(0, std::sin(pitch), 0));
        camera.right = aimed.right;
        camera.up = aimed.up;
        camera.focusM = far;
    }

    float costOf(const geometry::Camera& camera, float aside, float at) const {
        const Cover cover = coverOf(camera, m_listener.body, glm::vec4(m_speaker.focus, faceRadius));
        const glm::vec3 back = camera.eye - m_speaker.focus;
        const float far = std::max(0.3f, glm::length(onFloor(back)));
        const float up = glm::degrees(std::atan2(std::abs(back.y), far));
        const float off = glm::degrees(std::acos(std::clamp(glm::dot(onFloor(back) / far, onFloor(m_speaker.facing)), -1.0f, 1.0f)));
        const float size = far * camera.sensorHeightMm / camera.focalMm / pictureHeight(m_speaker);
        float cost = 150 * cover.face + 90 * std::max(0.0f, cover.wide - widest) + 60 * std::max(0.0f, narrowest - cover.wide);
        if (m_wish.pov != reading::PointOfView::overHip) cost += 30 * std::max(0.0f, headSeen - cover.head);
        cost += cover.atEdge ? 0 : 10;
        cost += 0.004f * up * up + 0.12f * std::max(0.0f, up - 30) + 0.12f * std::max(0.0f, off - 40) + 8 * std::abs(std::log(size));
        cost += 6 * std::abs(at - 0.64f) + 0.6f * std::abs(far - m_apart - 0.9f);
        return cost + (aside < 0 ? otherSide : 0);
    }

    const FrameSubject& m_speaker;
    const Bust& m_listener;
    const CameraWish& m_wish;
    float m_apart = 1;
    glm::vec3 m_axis{0, 0, 1}, m_side{1, 0, 0};
};

/// Whether a triangle of the thing is on the segment.
bool isBehindMesh(const geometry::Mesh& mesh, const glm::vec3& from, const glm::vec3& to) {
    const auto corner = [&](std::size_t i) -> const glm::vec3& { return mesh.positions[mesh.indices[i]]; };
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3)
        if (const auto at = geometry::rayToTriangle(from, to - from, corner(i), corner(i + 1), corner(i + 2)); at && *at < 1) return true;
    return false;
}

/// A car's pillar, a table that was brought: what stands about that is no part of the set.
bool isBehindThings(const Blocking& blocking, const glm::vec3& from, const glm::vec3& to) {
    return std::any_of(blocking.props.begin(), blocking.props.end(), [&](const StagedProp& prop) {
        if (prop.holder || prop.walks || prop.path.empty() || !prop.prop) return false;
        const auto [at, yaw] = propAt(prop, 0, blocking.seconds);
        const glm::vec3 across = heading(yaw + 90), ahead = heading(yaw), foot = at;
        const auto local = [&](const glm::vec3& p) { return glm::vec3(glm::dot(p - foot, across), p.y - foot.y, glm::dot(p - foot, ahead)) / prop.scale; };
        return isBehindMesh(*prop.prop->mesh, local(from), local(to));
    });
}

bool isFree(const Blocking& blocking, const geometry::Camera& camera, const FrameSubject& speaker, const glm::vec3& listenerHead) {
    const sets::BuiltSet& set = *blocking.set;
    const glm::vec3 before = glm::normalize(speaker.focus - camera.eye) * 0.14f;
    for (const float up : {0.0f, 0.1f, -0.1f}) {
        const glm::vec3 face = speaker.focus - before + glm::vec3(0, up, 0);
        if (set.blocked(camera.eye, face) || isBehindThings(blocking, camera.eye, face)) return false;
    }
    if (set.blocked(camera.eye, listenerHead) || set.hit(camera.eye, camera.forward(), 0.4f)) return false;
    for (const float yaw : {0.0f, 90.0f, 180.0f, 270.0f})
        if (set.hit(camera.eye, heading(yaw), 0.2f)) return false;
    return true;
}

/// Spheres from one point to the other, their radius going from one to the other.
void fill(std::vector<glm::vec4>& body, const glm::vec3& from, const glm::vec3& to, float first, float last, int steps) {
    for (int i = 0; i <= steps; ++i) {
        const float t = float(i) / float(steps);
        body.emplace_back(glm::mix(from, to, t), glm::mix(first, last, t));
    }
}

} // namespace

Bust bustOf(const StagedPerson& person, const PersonMoment& moment) {
    const auto body = person.figure->landmarks(figures::evaluate(*person.figure, moment.performance));
    const auto at = [&](const glm::vec3& point) { return toWorld(moment, point); };
    Bust bust{at(body.headTop), at(body.eyes), at(body.chin), at(body.hips), {}};
    const float size = std::max(0.5f, float(person.figure->height()) / 1.72f);
    const glm::vec3 head = (bust.headTop + bust.chin) * 0.5f;
    bust.body.emplace_back(head, std::max(0.1f, glm::distance(bust.headTop, bust.chin) * 0.5f + 0.02f));
    fill(bust.body, at(body.neck), at(body.chest), 0.09f * size, 0.19f * size, 2);
    fill(bust.body, at(body.chest), at(body.hips), 0.2f * size, 0.22f * size, 4);
    fill(bust.body, at(body.leftShoulder), at(body.rightShoulder), 0.09f * size, 0.09f * size, 5);
    // Skirts and coats are as wide as the hips down to the knees.
    const glm::vec3 knees = (at(body.leftKnee) + at(body.rightKnee)) * 0.5f, feet = (at(body.leftFoot) + at(body.rightFoot)) * 0.5f;
    fill(bust.body, bust.hips, knees, 0.24f * size, 0.25f * size, 3);
    fill(bust.body, knees, feet, 0.22f * size, 0.16f * size, 3);
    for (const auto& [shoulder, elbow, hand] : {std::tuple(body.leftShoulder, body.leftElbow, body.leftHand), std::tuple(body.rightShoulder, body.rightElbow, body.rightHand)}) {
        fill(bust.body, at(shoulder), at(elbow), 0.1f * size, 0.08f * size, 4);
        fill(bust.body, at(elbow), at(hand), 0.06f * size, 0.05f * size, 3);
    }
    return bust;
}

Viewpoint overShoulder(const Blocking& blocking, const FrameSubject& speaker, const Bust& listener, const std::optional<Eyeline>& line, const CameraWish& wish) {
    constexpr float tooDear = 30; // beyond the best one: a wall is taken away rather
    const Shoulder shoulder(speaker, listener, line, wish);
    const auto places = shoulder.places();
    Viewpoint view;
    view.pivot = speaker.focus;
    view.camera = places.front().camera;
    view.clear = false;
    for (const Place& place : places) {
        if (place.cost > places.front().cost + tooDear) break;
        if (!isFree(blocking, place.camera, speaker, shoulder.listenerHead())) continue;
        view.camera = place.camera;
        view.clear = true;
        break;
    }
    return view;
}

} // namespace rushes::stage
