// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/stage/arrows.h"

#include <glm/common.hpp>
#include <glm/geometric.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace rushes::stage {
namespace {

constexpr float kLeastWayM = 0.5f;
constexpr int kSteps = 24;
const glm::vec3 kPersonArrow{0.80f, 0.13f, 0.10f}, kCameraArrow{0.08f, 0.08f, 0.09f};

/// The floor's points as the camera of `frame` sees them; cut where they pass behind it.
std::vector<glm::vec2> seenPath(const std::vector<glm::vec3>& points, const geometry::Camera& camera, int width, int height) {
    std::vector<glm::vec2> path;
    for (const auto& point : points) {
        const auto p = camera.project(point, {width, height});
        if (!p || p->z < 0.4f) break;
        path.emplace_back(p->x, p->y);
    }
    return path;
}

float lengthOf(const std::vector<glm::vec2>& path) {
    float sum = 0;
    for (std::size_t i = 1; i < path.size(); ++i) sum += glm::distance(path[i], path[i - 1]);
    return sum;
}

/// Keeps an arrow inside the frame: it ends where its way leaves the picture.
void clip(std::vector<glm::vec2>& path, int width, int height) {
    const float margin = 0.02f * float(height);
    std::size_t keep = 0;
    while (keep < path.size() && path[keep].x > margin && path[keep].x < float(width) - margin && path[keep].y > margin && path[keep].y < float(height) - margin) ++keep;
    path.resize(keep);
}

void addWay(const std::vector<glm::vec3>& points, const glm::vec3& colour, const geometry::Camera& camera, int width, int height, std::vector<Arrow>& arrows) {
    if (points.size() < 2 || glm::distance(points.front(), points.back()) < kLeastWayM) return;
    Arrow arrow{seenPath(points, camera, width, height), 0, false, colour, false};
    clip(arrow.path, width, height);
    if (arrow.path.size() < 2 || lengthOf(arrow.path) < 0.04f * float(height)) return;
    const auto end = camera.project(points[arrow.path.size() - 1], {width, height});
    const float metre = camera.focalMm / camera.sensorWidthMm * float(width) / end->z;
    arrow.width = std::clamp(0.14f * metre, 0.008f * float(height), 0.035f * float(height));
    arrows.push_back(std::move(arrow));
}

/// From here to the end of the shot.
double secondsAt(const StagedShot& shot, std::int64_t frame, int step) {
    const double start = time::RationalTime{frame, shot.duration.rate}.seconds();
    return start + (shot.blocking.seconds - start) * step / kSteps;
}

void addWays(const StagedShot& shot, std::int64_t frame, const geometry::Camera& camera, int width, int height, std::vector<Arrow>& arrows) {
    const auto& blocking = shot.blocking;
    std::vector<std::vector<glm::vec3>> ways(blocking.people.size());
    for (int step = 0; step <= kSteps; ++step) {
        const auto moments = peopleAt(blocking, secondsAt(shot, frame, step));
        for (std::size_t i = 0; i < moments.size(); ++i) ways[i].push_back(moments[i].position + glm::vec3(0, 0.05f, 0));
    }
    constexpr std::size_t kMost = 8; // of a crowd, the first few show the way
    for (std::size_t i = 0; i < std::min(ways.size(), kMost); ++i) addWay(ways[i], kPersonArrow, camera, width, height, arrows);
    for (const auto& prop : blocking.props) {
        if (prop.holder || prop.path.size() < 2) continue;
        std::vector<glm::vec3> way;
        for (int step = 0; step <= kSteps; ++step) way.push_back(propAt(prop, secondsAt(shot, frame, step), blocking.seconds).first + glm::vec3(0, 0.05f, 0));
        addWay(way, kPersonArrow, camera, width, height, arrows);
    }
}

/// What the camera does from the panel's frame to the end, in its own axes: metres and degrees.
struct CameraWay {
    float right = 0, up = 0, forward = 0, yaw = 0, pitch = 0, roll = 0, zoom = 0, distance = 4;
};

CameraWay cameraWay(const StagedShot& shot, std::int64_t frame) {
    const auto &from = shot.camera[std::size_t(frame)], &to = shot.camera.back();
    const glm::vec3 d = to.eye - from.eye, f = from.forward(), turn = to.forward();
    CameraWay way;
    way.right = glm::dot(d, from.right);
    way.up = glm::dot(d, from.up);
    way.forward = glm::dot(d, f);
    way.yaw = glm::degrees(std::atan2(glm::dot(turn, from.right), glm::dot(turn, f)));
    way.pitch = glm::degrees(std::asin(std::clamp(glm::dot(turn, from.up), -1.0f, 1.0f)));
    way.roll = glm::degrees(std::atan2(glm::dot(to.right, from.up), glm::dot(to.right, from.right)));
    way.zoom = std::log(to.focalMm / from.focalMm);
    way.distance = std::max(from.focusM, 1.0f);
    return way;
}

void addStraight(const glm::vec2& from, const glm::vec2& to, float width, std::vector<Arrow>& arrows) { arrows.push_back({{from, to}, width, true, kCameraArrow, true}); }

/// In: four arrows from the corners towards the middle; out: the other way.
void addDepth(bool in, float w, float h, float width, std::vector<Arrow>& arrows) {
    for (const float sx : {0.0f, 1.0f})
        for (const float sy : {0.0f, 1.0f}) {
            const glm::vec2 corner(sx > 0 ? w * 0.965f : w * 0.035f, sy > 0 ? h * 0.94f : h * 0.06f), inner = corner + (glm::vec2(w, h) * 0.5f - corner) * 0.24f;
            if (in) addStraight(corner, inner, width, arrows);
            else addStraight(inner, corner, width, arrows);
        }
}

void addCamera(const StagedShot& shot, std::int64_t frame, int width, int height, std::vector<Arrow>& arrows) {
    const CameraWay way = cameraWay(shot, frame);
    const float w = float(width), h = float(height), band = 0.030f * h, near = 0.05f * way.distance;
    const bool around = std::fabs(way.yaw) > 8 && std::fabs(way.right) > 0.3f && way.yaw * way.right < 0; // it goes one way and looks the other
    const float closer = around ? 0.0f : way.forward; // going round comes nearer along the first view without being a dolly
    if (closer > std::max(0.25f, near) || way.zoom > 0.08f) addDepth(true, w, h, band, arrows);
    else if (closer < -std::max(0.25f, near) || way.zoom < -0.08f) addDepth(false, w, h, band, arrows);
    if (around) {
        const float side = way.right > 0 ? 1.0f : -1.0f;
        Arrow arrow{{}, band, true, kCameraArrow, true};
        for (int i = 0; i <= 12; ++i) {
            const float t = float(i) / 12 * 2 - 1;
            arrow.path.push_back({w * 0.5f + side * t * 0.22f * w, h * 0.955f - 0.07f * h * t * t});
        }
        arrows.push_back(std::move(arrow));
    } else if (std::fabs(way.yaw) > 4 || std::fabs(way.right) > std::max(0.25f, near)) {
        const float side = (std::fabs(way.yaw) > 4 ? way.yaw : way.right) > 0 ? 1.0f : -1.0f;
        addStraight({w * (0.5f - side * 0.17f), h * 0.94f}, {w * (0.5f + side * 0.17f), h * 0.94f}, band, arrows);
    }
    if (std::fabs(way.pitch) > 4 || std::fabs(way.up) > std::max(0.25f, near)) {
        const float side = (std::fabs(way.up) > std::max(0.25f, near) ? way.up : way.pitch) > 0 ? -1.0f : 1.0f;
        addStraight({w * 0.955f, h * (0.5f - side * 0.2f)}, {w * 0.955f, h * (0.5f + side * 0.2f)}, band, arrows);
    }
    if (std::fabs(way.roll) > 4) {
        Arrow arrow{{}, band, true, kCameraArrow, true};
        for (int i = 0; i <= 12; ++i) {
            const float a = (way.roll > 0 ? 1.0f : -1.0f) * (float(i) / 12 * 1.6f - 0.8f); // content turns the other way round
            arrow.path.push_back({w * 0.5f + std::sin(a) * 0.36f * h, h * 0.46f - std::cos(a) * 0.38f * h});
        }
        arrows.push_back(std::move(arrow));
    }
}

/// Distance of a point to an arrow's outline: negative inside.
class Shape {
public:
    explicit Shape(const Arrow& arrow) : m_path(arrow.path), m_width(arrow.width) {
        const float whole = lengthOf(m_path);
        m_head = std::min(m_width * 2.6f, whole * 0.6f);
        float left = m_head; // the band ends where the head begins
        while (m_path.size() > 2 && glm::distance(m_path.back(), m_path[m_path.size() - 2]) <= left) {
            left -= glm::distance(m_path.back(), m_path[m_path.size() - 2]);
            m_path.pop_back();
        }
        m_tip = arrow.path.back();
        const glm::vec2 back = m_path[m_path.size() - 2] - m_path.back();
        m_path.back() += glm::normalize(back) * std::min(left, glm::length(back) * 0.95f);
        const glm::vec2 way = m_tip - m_path.back();
        m_way = glm::normalize(glm::length(way) > 1e-3f ? way : -back);
        m_length = lengthOf(m_path);
    }

    float at(const glm::vec2& p) const { return std::min(head(p), band(p)); }
    float reach() const { return m_width * 2 + 4; }

private:
    float head(const glm::vec2& p) const { // a triangle as three half planes
        const glm::vec2 d = p - m_tip, side(-m_way.y, m_way.x);
        const float along = -glm::dot(d, m_way), across = std::fabs(glm::dot(d, side)), half = m_width * 1.45f, slope = std::sqrt(half * half + m_head * m_head);
        return std::max({(across * m_head - along * half) / slope, along - m_head});
    }
    float band(const glm::vec2& p) const {
        float best = 1e9f, gone = 0;
        for (std::size_t i = 1; i < m_path.size(); ++i) {
            const glm::vec2 a = m_path[i - 1], b = m_path[i] - a;
            const float length2 = std::max(glm::dot(b, b), 1e-6f), t = std::clamp(glm::dot(p - a, b) / length2, 0.0f, 1.0f), length = std::sqrt(length2);
            const float share = (gone + t * length) / std::max(m_length, 1e-3f);
            best = std::min(best, glm::distance(p, a + b * t) - m_width * (0.28f + 0.24f * share));
            gone += length;
        }
        return best;
    }

    std::vector<glm::vec2> m_path;
    glm::vec2 m_tip{0}, m_way{1, 0};
    float m_width, m_head = 0, m_length = 0;
};

void blend(std::uint8_t* p, const glm::vec3& colour, float share) {
    for (int c = 0; c < 3; ++c) p[c] = std::uint8_t(float(p[c]) + (colour[c] * 255 - float(p[c])) * share + 0.5f);
}

void drawArrow(const Arrow& arrow, Image& picture) {
    const Shape shape(arrow);
    glm::vec2 low(1e9f), high(-1e9f);
    for (const auto& p : arrow.path) low = glm::min(low, p - shape.reach()), high = glm::max(high, p + shape.reach());
    const float line = std::max(1.2f, 0.0024f * float(picture.height));
    for (int y = std::max(0, int(low.y)); y <= std::min(picture.height - 1, int(high.y)); ++y)
        for (int x = std::max(0, int(low.x)); x <= std::min(picture.width - 1, int(high.x)); ++x) {
            const float d = shape.at({float(x) + 0.5f, float(y) + 0.5f});
            const auto cover = [](float edge) { return std::clamp(0.5f - edge, 0.0f, 1.0f); };
            auto* p = picture.rowAs<std::uint8_t>(y) + x * 4;
            blend(p, glm::vec3(1), 0.85f * cover(d - 2 * line));                 // a white edge
            blend(p, arrow.colour, cover(d));                                     // the arrow
            if (arrow.hollow) blend(p, glm::vec3(1), cover(d + 1.3f * line));    // and its paper inside
        }
}

} // namespace

std::vector<Arrow> movementArrows(const StagedShot& shot, std::int64_t frame, int width, int height) {
    std::vector<Arrow> arrows;
    if (shot.camera.empty()) return arrows;
    frame = std::clamp<std::int64_t>(frame, 0, std::int64_t(shot.camera.size()) - 1);
    geometry::Camera camera = shot.camera[std::size_t(frame)];
    camera.fitSensor(width, height);
    addWays(shot, frame, camera, width, height, arrows);
    addCamera(shot, frame, width, height, arrows);
    return arrows;
}

void drawArrows(const std::vector<Arrow>& arrows, Image& picture) {
    for (const auto& arrow : arrows)
        if (arrow.path.size() >= 2 && lengthOf(arrow.path) > 2) drawArrow(arrow, picture);
}

} // namespace rushes::stage
