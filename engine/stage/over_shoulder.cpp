// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/stage/over_shoulder.h"

#include "engine/stage/easing.h"

#include <glm/geometric.hpp>

#include <algorithm>
#include <cmath>

namespace rushes::stage {
namespace {

constexpr float headWidth = 0.17f;    ///< metres, with hair
constexpr float listenerAt = 0.11f;   ///< share of the picture's width from the edge to the middle of the listener's head
constexpr float speakerAt = 0.62f;    ///< … to the middle of the speaker's face, from the listener's edge
constexpr float headShare = 0.27f;    ///< of the picture's width that the whole head would take

glm::vec3 onFloor(const glm::vec3& v) { return {v.x, 0, v.z}; }

/// Height of the picture at the speaker's face for the size that is wanted, metres.
float pictureHeight(const FrameSubject& speaker) {
    return std::max(0.3f, (speaker.top.y - speaker.bottom.y) / (speaker.share < 1 ? speaker.share : 1 - speaker.headroom));
}

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

    /// Metres behind the listener's head at which it takes its share of the width.
    float naturalDistance() const {
        const float tall = pictureHeight(m_speaker), wide = tall * float(m_wish.aspect);
        if (!m_wish.freeLens) return std::max(0.65f, float(m_wish.lensMm) * tall / sensorHeight() - m_apart);
        // The head's share falls with the distance d as headWidth / wide * (apart / d + 1).
        const float rest = headShare * wide / headWidth - 1;
        return std::clamp(rest > 0.05f ? m_apart / rest : 9.0f, 0.75f, 2.4f);
    }

    geometry::Camera camera(float behind) const {
        geometry::Camera camera;
        camera.sensorHeightMm = sensorHeight();
        const float far = behind + m_apart;
        camera.focalMm = m_wish.freeLens ? std::clamp(far * sensorHeight() / pictureHeight(m_speaker), 24.0f, 135.0f) : float(m_wish.lensMm);
        // The angle between the two as the picture wants it; the triangle camera, listener, speaker gives the rest (law of sines).
        const float toListener = std::atan((0.5f - listenerAt) * camera.sensorWidthMm / camera.focalMm);
        const float toSpeaker = std::atan((speakerAt - 0.5f) * camera.sensorWidthMm / camera.focalMm);
        const float between = toListener + toSpeaker;
        const float atSpeaker = std::asin(std::clamp(behind * std::sin(between) / m_apart, -0.9f, 0.9f));
        const float turn = between + atSpeaker; // from the axis to the line listener-camera
        camera.eye = onFloor(m_listener.eyes) + (m_axis * std::cos(turn) + m_side * std::sin(turn)) * behind;
        camera.eye.y = eyeHeight();
        aim(camera, toSpeaker);
        return camera;
    }

    glm::vec3 listenerHead() const { return (m_listener.headTop + m_listener.chin) * 0.5f; }

private:
    float sensorHeight() const { return geometry::Camera{}.sensorWidthMm / float(m_wish.aspect); }

    float eyeHeight() const {
        if (m_wish.pov == reading::PointOfView::overHip) return m_listener.hips.y * 1.08f;
        // Over the shoulder, not into the back; with a seated or small listener no higher than the speaker's own eyes ask for.
        return std::clamp(m_speaker.focus.y, m_listener.chin.y + 0.02f, m_listener.headTop.y + 0.12f);
    }

    /// Turned so that the speaker's face is off the middle, and tilted so that the headroom is right.
    void aim(geometry::Camera& camera, float toSpeaker) const {
        const glm::vec3 flat = onFloor(m_speaker.focus - camera.eye);
        const float far = std::max(0.3f, glm::length(flat));
        const float tall = far * camera.sensorHeightMm / camera.focalMm; // of the picture there, which a lens's limits may have changed
        const float centre = m_speaker.top.y + (m_speaker.share < 1 ? 0.06f : m_speaker.headroom - 0.5f) * tall;
        // The listener is on the side away from the camera's step to the side, the speaker on the other one.
        const bool right = glm::dot(glm::vec3(-flat.z, 0, flat.x), m_side) > 0; // the camera stands to the right of the axis
        const float yaw = yawOf(flat) + glm::degrees(toSpeaker) * (right ? 1.0f : -1.0f);
        const float pitch = std::atan2((m_wish.pov == reading::PointOfView::overHip ? m_speaker.focus.y : centre) - camera.eye.y, far);
        const auto aimed = geometry::Camera::lookAt(camera.eye, camera.eye + heading(yaw) * std::cos(pitch) + glm::vec3(0, std::sin(pitch), 0));
        camera.right = aimed.right;
        camera.up = aimed.up;
        camera.focusM = far;
    }

    const FrameSubject& m_speaker;
    const Bust& m_listener;
    const CameraWish& m_wish;
    float m_apart = 1;
    glm::vec3 m_axis{0, 0, 1}, m_side{1, 0, 0};
};

} // namespace

Bust bustOf(const StagedPerson& person, const PersonMoment& moment) {
    const auto body = person.figure->landmarks(figures::evaluate(*person.figure, moment.performance));
    return {toWorld(moment, body.headTop), toWorld(moment, body.eyes), toWorld(moment, body.chin), toWorld(moment, body.hips)};
}

Viewpoint overShoulder(const Blocking& blocking, const FrameSubject& speaker, const Bust& listener, const std::optional<Eyeline>& line, const CameraWish& wish) {
    const Shoulder shoulder(speaker, listener, line, wish);
    const float natural = shoulder.naturalDistance();
    const auto& set = *blocking.set;
    Viewpoint view;
    view.pivot = speaker.focus;
    // First where it looks best; then nearer, then farther, until nothing of the set is in between or about the lens.
    for (const float factor : {1.0f, 0.85f, 1.2f, 0.7f, 1.45f, 0.55f}) {
        const auto camera = shoulder.camera(std::max(0.6f, natural * factor));
        const glm::vec3 face = speaker.focus - glm::normalize(speaker.focus - camera.eye) * 0.14f;
        bool clear = !set.blocked(camera.eye, face) && !set.blocked(camera.eye, shoulder.listenerHead()) && !set.hit(camera.eye, camera.forward(), 0.4f);
        for (const float yaw : {0.0f, 90.0f, 180.0f, 270.0f}) clear = clear && !set.hit(camera.eye, heading(yaw), 0.2f);
        if (factor == 1.0f || clear) view.camera = camera;
        view.clear = clear;
        if (clear) break;
    }
    return view;
}

} // namespace rushes::stage
