// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/stage/camera_track.h"

#include "engine/stage/easing.h"
#include "engine/stage/move_amounts.h"

#include <glm/geometric.hpp>

#include <algorithm>
#include <cmath>

namespace rushes::stage {
namespace {

using reading::CameraMove;
using reading::Move;

/// Smooth noise in -1..1 from a few sines with seeded phases: an operator's breath and step.
float sway(double seconds, std::uint64_t seed, int channel) {
    float sum = 0;
    for (int i = 0; i < 3; ++i) {
        const std::uint64_t h = (seed + std::uint64_t(channel * 7 + i)) * 0x9e3779b97f4a7c15ull;
        sum += std::sin(float(seconds) * (1.3f + 1.7f * float(i)) + float(h >> 40) * 1e-5f) / float(i + 1);
    }
    return sum / 1.83f;
}

class Track {
public:
    explicit Track(const TrackOptions& options) : m_options(options) {
        m_seconds = float(std::max(0.04, time::RationalTime{std::max<std::int64_t>(1, options.duration.value - 1), options.duration.rate}.seconds()));
        m_distance = std::max(0.3f, glm::distance(options.camera.eye, options.pivot));
        m_fov = glm::degrees(options.camera.horizontalFov());
        for (const auto& move : options.moves) m_orders = std::max(m_orders, move.order + 1);
        for (const auto& move : options.moves) {
            m_handheld = m_handheld || move.move == Move::handheld;
            m_rack = m_rack || move.move == Move::rackFocus;
            const bool sized = std::abs(options.endScale - 1) > 0.05f && (move.move == Move::dolly || move.move == Move::zoom);
            Pose whole = wholeMove(move, m_distance, m_fov, m_seconds / float(m_orders), options.endScale) * (sized ? 1.0f : options.amount);
            if (move.move == Move::whipPan && options.whip > 0) whole.yaw = std::copysign(options.whip, whole.yaw);
            m_whole.push_back(whole);
            // A move that changes the size starts on the framing; others pass through it half way, so that the subject stays in sight.
            const bool ends = move.move == Move::dolly || move.move == Move::zoom || move.move == Move::dollyZoom;
            m_lead += whole * (ends ? (std::abs(options.endScale - 1) > 0.05f ? 0.0f : 0.45f) : options.passing);
        }
        aboveFloor();
    }

    geometry::Camera at(double seconds) const {
        geometry::Camera camera = moved(seconds);
        if (m_options.kept) turn(camera, keepingTurn(seconds));
        return camera;
    }

private:
    /// A rise that would begin below the floor begins on it, so that all of it is made.
    void aboveFloor() {
        float rise = 0;
        for (const Pose& whole : m_whole) rise += whole.up;
        const float lowest = m_options.camera.eye.y - m_lead.up + std::min(0.0f, rise);
        if (lowest < m_options.floor) m_lead.up -= m_options.floor - lowest;
    }

    /// The camera as the moves alone have it.
    geometry::Camera moved(double seconds) const {
        Pose pose = m_lead * -1.0f;
        pose.keep = 0;
        for (std::size_t i = 0; i < m_whole.size(); ++i) pose += m_whole[i] * progress(m_options.moves[i], seconds);
        return apply(pose, seconds);
    }

    /// What the operator turns, degrees to the right and up, so that a face stays in the middle part of the picture. Averaged over a
    /// second: the head of a tripod has weight.
    glm::vec2 keepingTurn(double seconds) const {
        glm::vec2 sum(0);
        for (int i = -4; i <= 4; ++i) {
            const double t = std::clamp(seconds + 0.12 * i, 0.0, double(m_seconds));
            const geometry::Camera camera = moved(t);
            const glm::vec3 d = m_options.kept(t) - camera.eye;
            const float ahead = glm::dot(d, camera.forward());
            const float right = glm::degrees(std::atan2(glm::dot(d, camera.right), ahead)), up = glm::degrees(std::atan2(glm::dot(d, camera.up), ahead));
            const float wide = glm::degrees(camera.horizontalFov()), tall = glm::degrees(camera.verticalFov());
            sum += glm::vec2(beyond(right, -0.24f * wide, 0.24f * wide), m_options.panOnly ? 0.0f : beyond(up, -0.2f * tall, 0.33f * tall)) / 9.0f;
        }
        return sum;
    }

    static float beyond(float value, float low, float high) { return value > high ? value - high : value < low ? value - low : 0; }

    static void turn(geometry::Camera& camera, const glm::vec2& degrees) {
        if (degrees == glm::vec2(0)) return;
        const auto about = [](const glm::vec3& v, const glm::vec3& axis, float angle) { // Rodrigues
            const float c = std::cos(angle), s = std::sin(angle);
            return v * c + glm::cross(axis, v) * s + axis * glm::dot(axis, v) * (1 - c);
        };
        const float pan = -glm::radians(degrees.x), tilt = glm::radians(degrees.y);
        camera.right = about(camera.right, {0, 1, 0}, pan);
        camera.up = about(about(camera.up, {0, 1, 0}, pan), camera.right, tilt);
    }

    float progress(const CameraMove& move, double seconds) const {
        const float share = m_seconds * m_options.arrives / float(std::max(1, m_orders));
        float start = share * float(move.order), length = share;
        if (move.move == Move::whipPan) start += share * 0.4f, length = std::min(0.35f, share * 0.2f);
        return ease((float(seconds) - start) / std::max(0.04f, length));
    }

    geometry::Camera apply(const Pose& pose, double seconds) const {
        geometry::Camera camera = m_options.camera;
        const glm::vec3 forward = camera.forward();
        const glm::vec3 level = glm::normalize(glm::cross(forward, glm::vec3(0, 1, 0)) + glm::vec3(1e-6f, 0, 0));
        float yaw = yawOf(forward), pitch = glm::degrees(std::asin(std::clamp(forward.y, -1.0f, 1.0f)));
        const float roll = std::atan2(glm::dot(camera.right, glm::cross(level, forward)), glm::dot(camera.right, level));
        glm::vec3 eye = camera.eye + level * pose.right + glm::vec3(0, pose.up, 0) + forward * pose.forward;
        if (pose.arc != 0) {
            // Clockwise from above: the camera goes to its left while it turns right (yaw falls, since yaw grows towards +X from +Z).
            const glm::vec3 from = eye - m_options.pivot;
            const float radius = glm::length(glm::vec3(from.x, 0, from.z)), around = yawOf(from) - pose.arc;
            eye = m_options.pivot + heading(around) * radius + glm::vec3(0, from.y, 0);
            yaw -= pose.arc;
        }
        if (pose.keep > 0) pitch += keepPitch(camera.eye, eye);
        yaw -= pose.yaw;
        pitch += pose.pitch;
        if (m_options.followed) eye += follow(seconds);
        if (m_handheld) {
            yaw += 0.9f * sway(seconds, m_options.seed, 0);
            pitch += 0.7f * sway(seconds, m_options.seed, 1);
            eye += level * 0.03f * sway(seconds, m_options.seed, 2) + glm::vec3(0, 0.025f, 0) * sway(seconds, m_options.seed, 3);
        }
        eye.y = std::max(eye.y, m_options.floor);
        const float p = glm::radians(std::clamp(pitch, -89.0f, 89.0f));
        geometry::Camera out = geometry::Camera::lookAt(eye, eye + heading(yaw) * std::cos(p) + glm::vec3(0, std::sin(p), 0), roll - glm::radians(pose.roll));
        out.focalMm = camera.focalMm * std::exp(pose.zoom);
        out.sensorWidthMm = camera.sensorWidthMm;
        out.sensorHeightMm = camera.sensorHeightMm;
        out.stop = camera.stop;
        out.focusM = focus(eye, seconds);
        return out;
    }

    float focus(const glm::vec3& eye, double seconds) const {
        const float onSubject = glm::distance(eye, m_options.pivot);
        return m_rack ? onSubject * (2.2f - 1.2f * ease(float(seconds) / m_seconds)) : onSubject;
    }

    /// A crane keeps the pivot at its height in the picture.
    float keepPitch(const glm::vec3& before, const glm::vec3& after) const {
        const auto elevation = [&](const glm::vec3& eye) {
            const glm::vec3 d = m_options.pivot - eye;
            return glm::degrees(std::atan2(d.y, glm::length(glm::vec3(d.x, 0, d.z))));
        };
        return (elevation(after) - elevation(before)) * 0.8f;
    }

    glm::vec3 follow(double seconds) const {
        if (m_options.mountedAt) return m_options.followed(seconds) - m_options.followed(*m_options.mountedAt);
        // Smoothed over half a second, so that steps do not shake the camera.
        glm::vec3 sum(0);
        for (int i = -2; i <= 2; ++i) sum += m_options.followed(std::clamp(seconds + 0.12 * i, 0.0, double(m_seconds)));
        return sum / 5.0f - m_options.followed(double(m_seconds) * 0.5);
    }

    const TrackOptions& m_options;
    std::vector<Pose> m_whole;
    Pose m_lead;
    float m_seconds = 1, m_distance = 3, m_fov = 40;
    int m_orders = 0;
    bool m_handheld = false, m_rack = false;
};

} // namespace

std::vector<geometry::Camera> layTrack(const TrackOptions& options) {
    const Track track(options);
    std::vector<geometry::Camera> samples;
    for (std::int64_t frame = 0; frame < options.duration.value; ++frame)
        samples.push_back(track.at(time::RationalTime{frame, options.duration.rate}.seconds()));
    return samples;
}

geometry::Camera trackAt(const TrackOptions& options, double seconds) { return Track(options).at(seconds); }

} // namespace rushes::stage
