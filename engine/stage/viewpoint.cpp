// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/stage/viewpoint.h"

#include "engine/stage/easing.h"

#include <glm/geometric.hpp>

#include <algorithm>

namespace rushes::stage {
namespace {

using reading::CameraAngle;
using reading::CameraHeight;
using reading::PointOfView;
using reading::ShotSize;

/// How far the camera stands off the subject's own axis, degrees: a face wants three quarters, a wide its place.
float idealOff(ShotSize size, std::size_t people) {
    if (people > 1) return 68;
    switch (size) {
    case ShotSize::extremeCloseUp:
    case ShotSize::insert: return 22;
    case ShotSize::closeUp: return 30;
    case ShotSize::mediumCloseUp: return 34;
    case ShotSize::medium: return 38;
    default: return 45;
    }
}

/// Elevation of the camera over the subject in degrees.
float elevationOf(const CameraWish& wish) {
    switch (wish.angle) {
    case CameraAngle::high: return 28;
    case CameraAngle::low: return -17;
    case CameraAngle::birdEye: return 86;
    case CameraAngle::wormEye: return -48;
    case CameraAngle::level:
    case CameraAngle::dutch: break;
    }
    if (wish.pov == PointOfView::overhead) return 86;
    if (wish.pov == PointOfView::drone || wish.height == CameraHeight::aerial) return 34;
    if (wish.height == CameraHeight::overhead) return 58;
    if (wish.size == ShotSize::extremeWide) return 9;
    return wish.size == ShotSize::wide ? 3.5f : wish.size <= ShotSize::full ? 1.5f : 0;
}

struct Candidate {
    float yaw; ///< from the subject to the camera
    float off; ///< from the subject's own facing
};

/// The side the set was composed from.
std::optional<glm::vec3> authoredSide(const sets::BuiltSet& set) {
    if (set.shots.empty()) return std::nullopt;
    const glm::vec3 d = set.shots.front().eye - set.shots.front().target;
    return glm::normalize(glm::vec3(d.x, 0, d.z) + glm::vec3(1e-5f, 0, 0));
}

std::vector<Candidate> candidates(const FrameSubject& subject, const CameraWish& wish, std::size_t people, const std::optional<glm::vec3>& side) {
    const float facing = yawOf(subject.facing), off = idealOff(wish.size, people);
    if (wish.aroundYaw) return {{*wish.aroundYaw, 0}, {*wish.aroundYaw + 8, 8}, {*wish.aroundYaw - 8, 8}};
    std::vector<Candidate> out;
    for (const float extra : {0.0f, 12.0f, -12.0f, 25.0f, -25.0f, 40.0f, -40.0f, 55.0f, 75.0f, 100.0f})
        for (const float sign : {1.0f, -1.0f}) out.push_back({facing + sign * (off + extra), std::abs(extra)});
    if (side && wish.size <= ShotSize::full)
        for (const float turn : {0.0f, 15.0f, -15.0f, 35.0f, -35.0f}) out.push_back({yawOf(*side) + turn, std::abs(turn) * 0.6f});
    return out;
}

void raise(geometry::Camera& camera, const CameraWish& wish, const sets::BuiltSet& set, const FrameSubject& subject) {
    std::optional<float> height;
    if (wish.height == CameraHeight::ground) height = 0.2f;
    if (wish.height == CameraHeight::hip) height = 0.95f;
    if (wish.height == CameraHeight::water) height = set.waterHeight(camera.eye.x, camera.eye.z).value_or(0.1f) + 0.25f;
    const float floor = set.groundHeight(camera.eye.x, camera.eye.z, subject.bottom.y + 0.3f);
    const float lowest = floor + 0.18f;
    if (height) camera.eye.y = wish.height == CameraHeight::water ? *height : floor + *height;
    if (!height && camera.eye.y >= lowest) return;
    camera.eye.y = std::max(camera.eye.y, wish.height == CameraHeight::water ? camera.eye.y : lowest);
    // Keep the picture where it was: look at the same centre from the new height.
    const glm::vec3 centre = (subject.top + subject.bottom) * 0.5f;
    const geometry::Camera aimed = geometry::Camera::lookAt(camera.eye, {centre.x, centre.y, centre.z});
    camera.right = aimed.right;
    camera.up = aimed.up;
}

class Scorer {
public:
    Scorer(const Blocking& blocking, const std::vector<PersonMoment>& moments, const FrameSubject& subject, const CameraWish& wish,
           const std::vector<std::size_t>& framed, const std::optional<glm::vec3>& side)
        : m_blocking(blocking), m_moments(moments), m_subject(subject), m_wish(wish), m_framed(framed), m_side(side) {}

    float score(const geometry::Camera& camera, const Candidate& candidate, bool& clear) const {
        const auto& set = *m_blocking.set;
        sets::SightOptions sight;
        sight.ignoreObject = m_subject.object;
        float score = -candidate.off / 28.0f;
        const float hiddenShare = hiddenPart(camera, sight);
        const bool bodyBlocked = set.blocked(camera.eye, (m_subject.focus * 0.6f + m_subject.bottom * 0.4f), sight);
        clear = hiddenShare < 0.3f;
        score -= 12.0f * hiddenShare + (bodyBlocked ? 2.0f : 0.0f);
        for (const auto& point : m_subject.inside)
            if (m_framed.size() > 1 && set.blocked(camera.eye, point, sight)) score -= 2.5f;
        const glm::vec3 behind = glm::normalize(glm::vec3(camera.forward().x, 0.02f, camera.forward().z));
        score += std::min(8.0f, set.hit(m_subject.focus + behind * 0.5f, behind, 12).value_or(8.0f)) * 0.18f;
        if (!m_wish.aroundYaw) score += 1.4f * std::min(0.0f, glm::dot(m_subject.facing, -behind) + 0.2f); // not at their backs
        if (m_side) score += 1.6f * glm::dot(*m_side, -behind);
        if (set.environment.interior && inside(camera.eye)) score += 0.8f;
        return score - hidden(camera);
    }

private:
    /// Share of the face that something of the set covers: bars and railings count as much as they hide.
    float hiddenPart(const geometry::Camera& camera, const sets::SightOptions& sight) const {
        static constexpr float offsets[][2] = {{0, 0}, {-0.07f, 0.03f}, {0.07f, 0.03f}, {0, 0.1f}, {0, -0.09f}, {-0.05f, -0.05f}, {0.05f, -0.05f}};
        int hidden = 0;
        for (const auto& offset : offsets) {
            const glm::vec3 point = m_subject.focus + camera.right * offset[0] + camera.up * offset[1];
            hidden += m_blocking.set->blocked(camera.eye, point - glm::normalize(point - camera.eye) * 0.12f, sight) ? 1 : 0;
        }
        return float(hidden) / float(std::size(offsets));
    }

    bool inside(const glm::vec3& p) const {
        const auto& box = m_blocking.set->actionBounds;
        return p.x > box.low.x && p.x < box.high.x && p.z > box.low.z && p.z < box.high.z;
    }

    /// Other people between the camera and whom it is about.
    float hidden(const geometry::Camera& camera) const {
        float penalty = 0;
        for (std::size_t i = 0; i < m_moments.size(); ++i) {
            const bool shown = std::find(m_framed.begin(), m_framed.end(), i) != m_framed.end();
            const glm::vec3 head = m_moments[i].position + glm::vec3(0, m_blocking.people[i].figure->rest().eyes, 0);
            const glm::vec3 line = m_subject.focus - camera.eye;
            const float along = glm::dot(head - camera.eye, line) / glm::dot(line, line);
            const float aside = glm::length(head - camera.eye - line * along);
            if (!shown && along > 0.05f && along < 0.93f && aside < 0.42f) penalty += 5;
            if (!shown && glm::distance(head, camera.eye) < 0.55f) penalty += 6;
            for (const std::size_t k : m_framed) // framed people must not stand behind one another
                if (k != i && shown && i < k) penalty += overlap(camera, i, k);
        }
        return penalty;
    }

    float overlap(const geometry::Camera& camera, std::size_t i, std::size_t k) const {
        const glm::vec3 a = glm::normalize(m_moments[i].position - glm::vec3(camera.eye.x, m_moments[i].position.y, camera.eye.z));
        const glm::vec3 b = glm::normalize(m_moments[k].position - glm::vec3(camera.eye.x, m_moments[k].position.y, camera.eye.z));
        const float apart = std::acos(glm::clamp(glm::dot(a, b), -1.0f, 1.0f)) * glm::distance(m_moments[i].position, camera.eye);
        return apart < 0.5f ? 3.0f * (1 - apart / 0.5f) : 0.0f;
    }

    const Blocking& m_blocking;
    const std::vector<PersonMoment>& m_moments;
    const FrameSubject& m_subject;
    const CameraWish& m_wish;
    const std::vector<std::size_t>& m_framed;
    const std::optional<glm::vec3>& m_side;
};

glm::vec3 lookDirection(float yaw, float elevation) {
    const float e = glm::radians(elevation);
    return -(heading(yaw) * std::cos(e) + glm::vec3(0, std::sin(e), 0));
}

} // namespace

Viewpoint findViewpoint(const Blocking& blocking, const std::vector<PersonMoment>& moments, const FrameSubject& subject, const CameraWish& wish,
                        const std::vector<std::size_t>& framed) {
    const auto side = authoredSide(*blocking.set);
    const Scorer scorer(blocking, moments, subject, wish, framed, side);
    const float elevation = elevationOf(wish), roll = wish.angle == CameraAngle::dutch ? 13.0f : 0.0f;
    Viewpoint best;
    float bestScore = -1e9f;
    const std::vector<float> wider = wish.freeLens ? std::vector<float>{1.0f, 0.72f} : std::vector<float>{1.0f};
    for (const float factor : wider) {
        for (const Candidate& candidate : candidates(subject, wish, framed.size(), side)) {
            geometry::Camera camera = solveCamera(subject, lookDirection(candidate.yaw, elevation), wish.lensMm * factor, wish.aspect, roll);
            raise(camera, wish, *blocking.set, subject);
            bool clear = false;
            const float score = scorer.score(camera, candidate, clear) - (factor < 1 ? 1.5f : 0.0f);
            if (score > bestScore) {
                bestScore = score;
                best = {camera, subject.focus, clear};
            }
        }
        if (best.clear) break;
    }
    best.pivot = {subject.focus.x, (subject.top.y + subject.bottom.y) * 0.5f, subject.focus.z};
    return best;
}

} // namespace rushes::stage
