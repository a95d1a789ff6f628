// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/stage/camera_track.h"

#include "engine/stage/easing.h"

#include <glm/geometric.hpp>

#include <algorithm>
#include <cmath>

namespace rushes::stage {
namespace {

using reading::CameraMove;
using reading::Direction;
using reading::Move;
using reading::MoveSpeed;

/// What moves have done to the camera so far. Metres, degrees; positive: right, up, forward; yaw turns right, arc goes clockwise from above.
struct Pose {
    float yaw = 0, pitch = 0, roll = 0, arc = 0;
    float right = 0, up = 0, forward = 0;
    float zoom = 0; ///< natural logarithm of the focal length's factor
    float keep = 0; ///< 1: the camera turns to keep the pivot in its place (crane)

    Pose operator*(float k) const { return {yaw * k, pitch * k, roll * k, arc * k, right * k, up * k, forward * k, zoom * k, keep * k}; }
    Pose& operator+=(const Pose& o) {
        yaw += o.yaw, pitch += o.pitch, roll += o.roll, arc += o.arc, right += o.right, up += o.up, forward += o.forward, zoom += o.zoom;
        keep = std::max(keep, o.keep);
        return *this;
    }
};

float amount(MoveSpeed speed) { return speed == MoveSpeed::slow ? 0.65f : speed == MoveSpeed::fast ? 1.5f : 1.0f; }

float sign(const CameraMove& move, Direction negative) { return move.direction == negative ? -1.0f : 1.0f; }

/// The whole of a move at framing distance `d` (metres) with a horizontal angle of view `fov` (degrees) in `seconds`.
Pose wholeMove(const CameraMove& move, float d, float fov, float seconds, float endScale) {
    const float k = amount(move.speed), angle = std::clamp(fov * 0.62f, 9.0f, 34.0f) * k;
    const float glide = std::clamp(d * 0.42f, 0.45f, std::max(0.6f, 1.6f * seconds)) * k;
    const bool toSize = std::abs(endScale - 1) > 0.05f;
    Pose pose;
    switch (move.move) {
    case Move::pan: pose.yaw = angle * sign(move, Direction::left); break;
    case Move::whipPan: pose.yaw = std::max(55.0f, fov) * sign(move, Direction::left); break;
    case Move::tilt: pose.pitch = std::clamp(angle * 0.8f, 8.0f, 30.0f) * sign(move, Direction::down); break;
    case Move::roll: pose.roll = 18 * k * sign(move, Direction::counterclockwise); break;
    case Move::dolly: pose.forward = (toSize ? std::abs(d - d * endScale) : std::max(0.4f, d * 0.34f) * std::min(k, 1.3f)) * sign(move, Direction::out); break;
    case Move::truck: pose.right = glide * sign(move, Direction::left); break;
    case Move::pedestal: pose.up = std::clamp(glide * 0.7f, 0.45f, 2.0f) * sign(move, Direction::down); break;
    case Move::crane:
        pose.up = std::clamp(d * 0.45f, 1.0f, 4.0f) * k * sign(move, Direction::down);
        pose.keep = 1;
        break;
    case Move::arc: pose.arc = 42 * std::clamp(k, 0.7f, 1.5f) * sign(move, Direction::counterclockwise); break;
    case Move::zoom: pose.zoom = (toSize ? std::abs(std::log(endScale)) : 0.45f * k) * sign(move, Direction::out); break;
    case Move::dollyZoom:
        // In: closer with a wider lens, the subject keeps its size.
        pose.forward = d * 0.38f * sign(move, Direction::out);
        pose.zoom = std::log((d - pose.forward) / d);
        break;
    case Move::reveal: pose.right = glide * 1.1f * sign(move, Direction::left); break;
    case Move::fixed:
    case Move::handheld:
    case Move::follow:
    case Move::lead:
    case Move::tail:
    case Move::sideTrack:
    case Move::rackFocus: break;
    }
    return pose;
}

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
            const Pose whole = wholeMove(move, m_distance, m_fov, m_seconds / float(m_orders), options.endScale);
            m_whole.push_back(whole);
            // A move that changes the size starts on the framing; others pass through it half way, so that the subject stays in sight.
            const bool ends = move.move == Move::dolly || move.move == Move::zoom || move.move == Move::dollyZoom;
            m_lead += whole * (ends ? (std::abs(options.endScale - 1) > 0.05f ? 0.0f : 0.45f) : 0.5f);
        }
    }

    geometry::Camera at(double seconds) const {
        Pose pose = m_lead * -1.0f;
        pose.keep = 0;
        for (std::size_t i = 0; i < m_whole.size(); ++i) pose += m_whole[i] * progress(m_options.moves[i], seconds);
        return apply(pose, seconds);
    }

private:
    float progress(const CameraMove& move, double seconds) const {
        const float share = m_seconds / float(std::max(1, m_orders));
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

void warnOfSpeed(const std::vector<geometry::Camera>& samples, double fps, std::vector<std::string>& warnings) {
    float fastest = 0, turning = 0;
    for (std::size_t i = 1; i < samples.size(); ++i) {
        fastest = std::max(fastest, glm::distance(samples[i].eye, samples[i - 1].eye) * float(fps));
        turning = std::max(turning, glm::degrees(std::acos(glm::clamp(glm::dot(samples[i].forward(), samples[i - 1].forward()), -1.0f, 1.0f))) * float(fps));
    }
    char text[160];
    if (fastest > 2.5f) {
        std::snprintf(text, sizeof text, "The camera travels at up to %.1f m/s; a dolly does about 2 m/s.", double(fastest));
        warnings.emplace_back(text);
    }
    if (turning > 60) {
        std::snprintf(text, sizeof text, "The camera turns at up to %.0f degrees a second; the picture will smear.", double(turning));
        warnings.emplace_back(text);
    }
}

} // namespace

std::vector<geometry::Camera> layTrack(const TrackOptions& options, std::vector<std::string>& warnings) {
    const Track track(options);
    std::vector<geometry::Camera> samples;
    for (std::int64_t frame = 0; frame < options.duration.value; ++frame)
        samples.push_back(track.at(time::RationalTime{frame, options.duration.rate}.seconds()));
    warnOfSpeed(samples, options.duration.rate.hz(), warnings);
    return samples;
}

} // namespace rushes::stage
