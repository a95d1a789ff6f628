// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/stage/view_score.h"

#include "engine/stage/easing.h"

#include <glm/geometric.hpp>

#include <algorithm>
#include <span>

namespace rushes::stage {
namespace {

/// Points over a face and its outline in metres, right and up of the eyes: closer than the bars of a grille.
constexpr float facePoints[][2] = {{0, 0},         {-0.06f, 0.02f}, {0.06f, 0.02f},  {-0.03f, 0.06f}, {0.03f, 0.06f},  {0, 0.1f},       {0, -0.05f},      {0, -0.1f},
                                   {-0.04f, -0.06f}, {0.04f, -0.06f}, {-0.09f, -0.02f}, {0.09f, -0.02f}, {-0.02f, -0.02f}, {0.02f, -0.02f}, {0, 0.04f}};

/// Metres on the floor from a point to the line from `a` to `b`.
float flatToSegment(const glm::vec3& p, const glm::vec3& a, const glm::vec3& b) {
    const glm::vec3 d(b.x - a.x, 0, b.z - a.z), from(p.x - a.x, 0, p.z - a.z);
    const float t = std::clamp(glm::dot(from, d) / std::max(1e-6f, glm::dot(d, d)), 0.0f, 1.0f);
    return glm::length(from - d * t);
}

/// Metres between two straight lines' nearest points (Ericson, Real-Time Collision Detection, 5.1.9).
float segmentsApart(const glm::vec3& p1, const glm::vec3& q1, const glm::vec3& p2, const glm::vec3& q2) {
    const glm::vec3 d1 = q1 - p1, d2 = q2 - p2, r = p1 - p2;
    const float a = std::max(1e-9f, glm::dot(d1, d1)), e = std::max(1e-9f, glm::dot(d2, d2)), f = glm::dot(d2, r), c = glm::dot(d1, r), b = glm::dot(d1, d2);
    const float denominator = a * e - b * b;
    float s = denominator > 1e-9f ? std::clamp((b * f - c * e) / denominator, 0.0f, 1.0f) : 0.0f;
    const float t = std::clamp((b * s + f) / e, 0.0f, 1.0f);
    s = std::clamp((b * t - c) / a, 0.0f, 1.0f);
    return glm::distance(p1 + d1 * s, p2 + d2 * t);
}

/// Whether the segment goes through the thing's box, which is taken a little smaller than it is: most things are round.
bool isBehind(const StagedProp& prop, const glm::vec3& from, const glm::vec3& to) {
    constexpr float full = 0.85f;
    const geometry::Bounds& box = prop.prop->mesh->bounds;
    const glm::vec3 across = heading(prop.yaw + 90), ahead = heading(prop.yaw), foot = prop.path.front();
    const auto local = [&](const glm::vec3& p) { return glm::vec3(glm::dot(p - foot, across), p.y - foot.y, glm::dot(p - foot, ahead)) / prop.scale; };
    const glm::vec3 a = local(from), d = local(to) - a, middle = box.centre(), half = box.size() * (0.5f * full);
    float enter = 0, leave = 1;
    for (int axis = 0; axis < 3; ++axis) {
        if (std::abs(d[axis]) < 1e-6f && std::abs(a[axis] - middle[axis]) > half[axis]) return false;
        if (std::abs(d[axis]) < 1e-6f) continue;
        const float p = (middle[axis] - half[axis] - a[axis]) / d[axis], q = (middle[axis] + half[axis] - a[axis]) / d[axis];
        enter = std::max(enter, std::min(p, q)), leave = std::min(leave, std::max(p, q));
    }
    return enter < leave;
}

bool isFramed(const std::vector<std::size_t>& framed, std::size_t i) { return std::find(framed.begin(), framed.end(), i) != framed.end(); }

} // namespace

std::optional<glm::vec3> authoredSide(const sets::BuiltSet& set) {
    if (set.shots.empty()) return std::nullopt;
    const glm::vec3 d = set.shots.front().eye - set.shots.front().target;
    return glm::normalize(glm::vec3(d.x, 0, d.z) + glm::vec3(1e-5f, 0, 0));
}

ViewScore::ViewScore(const Blocking& blocking, const std::vector<PersonMoment>& moments, const FrameSubject& subject, const CameraWish& wish,
                     const std::vector<std::size_t>& framed)
    : m_blocking(blocking), m_moments(moments), m_subject(subject), m_wish(wish), m_framed(framed), m_authored(authoredSide(*blocking.set)) {
    for (std::size_t i = 0; i < moments.size(); ++i) {
        const auto body = blocking.people[i].figure->landmarks(figures::evaluate(*blocking.people[i].figure, moments[i].performance));
        m_bodies.emplace_back(moments[i].position, toWorld(moments[i], body.headTop));
        if (!framed.empty() && i == framed.front() && subject.inside.size() <= 2 && subject.lies) {
            m_part = true;
            m_own = {toWorld(moments[i], body.hips), toWorld(moments[i], body.chest), toWorld(moments[i], body.eyes)};
        }
        if (framed.empty() || i != framed.front() || wish.size > reading::ShotSize::full) continue;
        for (const glm::vec3& hand : {body.leftHand, body.rightHand})
            if (hand.y > body.hips.y - 0.05f) m_hands.push_back(toWorld(moments[i], hand)); // hands at rest hang lower
    }
}

float ViewScore::of(const geometry::Camera& camera, float off) const {
    const auto& set = *m_blocking.set;
    float score = -off / (m_wish.strict ? 7.0f : 28.0f) + craft(camera);
    score -= 18.0f * hiddenFace(camera) + 9.0f * crowded(camera);
    if (set.blocked(camera.eye, m_subject.focus * 0.6f + m_subject.bottom * 0.4f)) score -= 2;
    score -= hiddenBody(camera) + 6.0f * float(hiddenOthers(camera));
    if (m_framed.size() > 1)
        for (const auto& point : m_subject.inside)
            if (set.blocked(camera.eye, point)) score -= 2.5f;
    if (m_subject.lies) score -= 10.0f * hiddenLying(camera) + 12.0f * behindOneself(camera);
    if (!free(camera)) score -= 14;
    score -= wayBlocked(camera);
    const glm::vec3 behind = glm::normalize(glm::vec3(camera.forward().x, 0.02f, camera.forward().z));
    score += std::min(8.0f, set.hit(m_subject.focus + behind * 0.5f, behind, 12).value_or(8.0f)) * (set.environment.interior ? 0.18f : 0.3f); // depth
    return score - hiddenPeople(camera) - hiddenWork(camera);
}

/// What furniture hides of the body of who is framed from near; of who sits at a table, of the chest.
float ViewScore::hiddenBody(const geometry::Camera& camera) const {
    if (m_wish.size < reading::ShotSize::full || m_subject.group || m_framed.empty()) return 0;
    const auto& person = m_blocking.people[m_framed.front()];
    const bool atIt = person.beats.front().seat || person.beats.front().surface || person.aboard;
    // A table hides who sits at it from the waist down, whichever way one looks.
    static constexpr float all[] = {0.35f, 0.6f, 0.85f}, aboveTable[] = {0.2f, 0.34f};
    const std::span<const float> rows = atIt ? std::span<const float>(aboveTable) : std::span<const float>(all);
    int hidden = 0, points = 0;
    for (const float down : rows)
        for (const float across : {-0.16f, 0.0f, 0.16f}) {
            const glm::vec3 point = glm::mix(m_subject.focus, m_subject.bottom, down) + camera.right * across;
            ++points;
            hidden += m_blocking.set->blocked(camera.eye, point - glm::normalize(point - camera.eye) * 0.25f) ? 1 : 0;
        }
    return 6.0f * float(hidden) / float(points);
}

/// Hands at work behind the set, and a face or hands behind a thing that was brought: a horse, a wardrobe, a loom.
float ViewScore::hiddenWork(const geometry::Camera& camera) const {
    float penalty = 0;
    const auto towards = [&](const glm::vec3& point) { return point - glm::normalize(point - camera.eye) * 0.15f; };
    for (const auto& hand : m_hands) penalty += m_blocking.set->blocked(camera.eye, towards(hand)) ? 2.5f : 0.0f;
    for (const auto& prop : m_blocking.props) {
        if (prop.holder || prop.path.size() != 1 || !prop.prop || prop.prop->size.y * prop.scale < 0.4f) continue;
        penalty += isBehind(prop, camera.eye, towards(m_subject.focus)) ? 9.0f : 0.0f;
        for (const auto& hand : m_hands) penalty += isBehind(prop, camera.eye, towards(hand)) ? 1.5f : 0.0f;
    }
    return penalty;
}

/// The rules of the trade: the side of the line, faces rather than backs, the way that a walk or a pan goes.
float ViewScore::craft(const geometry::Camera& camera) const {
    const glm::vec3 behind = glm::normalize(glm::vec3(camera.forward().x, 0.02f, camera.forward().z));
    float score = 0;
    if (m_wish.line && !m_wish.aroundYaw) score += 12 * std::min(0.0f, m_wish.line->facing(camera.eye) - 0.04f);
    // Both of a two-shot in profile, not one over the other's back.
    if (m_wish.line && !m_wish.aroundYaw && m_framed.size() == 2 && m_wish.size >= reading::ShotSize::mediumFull) score += 7 * std::min(0.0f, m_wish.line->facing(camera.eye) - 0.8f);
    const bool face = !m_wish.aroundYaw && m_wish.off.value_or(0) <= 90;
    if (face && !m_subject.group) score += (m_wish.ways.empty() ? 7.0f : 2.5f) * std::min(0.0f, glm::dot(m_subject.facing, -behind) - 0.15f);
    if (face && m_subject.group) score += 1.4f * std::min(0.0f, glm::dot(m_subject.facing, -behind) + 0.2f);
    if (m_authored) score += (m_wish.line ? 0.8f : 1.6f) * glm::dot(*m_authored, -behind);
    if (m_blocking.set->environment.interior) {
        const auto& box = m_blocking.set->actionBounds;
        if (camera.eye.x > box.low.x && camera.eye.x < box.high.x && camera.eye.z > box.low.z && camera.eye.z < box.high.z) score += 0.8f;
    }
    if (m_wish.travel) score += 5 * std::min(0.0f, glm::dot(*m_wish.travel, camera.right) * m_wish.travelSign - 0.15f);
    return score;
}

float ViewScore::hiddenFace(const geometry::Camera& camera) const {
    int hidden = 0;
    for (const auto& offset : facePoints) {
        const glm::vec3 point = m_subject.focus + camera.right * offset[0] + camera.up * offset[1];
        hidden += m_blocking.set->blocked(camera.eye, point - glm::normalize(point - camera.eye) * 0.12f, {.ignoreObject = m_subject.object}) ? 1 : 0;
    }
    return float(hidden) / float(std::size(facePoints));
}

float ViewScore::behindOneself(const geometry::Camera& camera) const {
    if (!m_part) return 0;
    constexpr float head = 0.17f, trunk = 0.24f, nearHands = 0.2f; // metres
    const glm::vec3 end = m_subject.focus + glm::normalize(camera.eye - m_subject.focus) * nearHands;
    const bool behind = segmentsApart(camera.eye, end, m_own[2], m_own[2] + glm::vec3(0, 0.01f, 0)) < head || segmentsApart(camera.eye, end, m_own[0], m_own[1]) < trunk;
    return behind ? 1.0f : 0.0f;
}

/// Behind the rim of a bathtub, the side of a cot.
float ViewScore::hiddenLying(const geometry::Camera& camera) const {
    constexpr std::size_t wholeBody = 5; // of hands alone the frame has two points, and lies the same
    if (!m_subject.lies || m_subject.inside.size() < wholeBody) return 0;
    const auto hidden = std::count_if(m_subject.inside.begin(), m_subject.inside.end(), [&](const glm::vec3& point) {
        const glm::vec3 top = point + glm::vec3(0, 0.1f, 0);
        return m_blocking.set->blocked(camera.eye, top - glm::normalize(top - camera.eye) * 0.1f);
    });
    return float(hidden) / float(m_subject.inside.size());
}

int ViewScore::hiddenOthers(const geometry::Camera& camera) const {
    if (m_framed.size() < 2 || m_framed.size() > 4) return 0; // of many some are hidden anyhow
    return int(std::count_if(m_framed.begin() + 1, m_framed.end(), [&](std::size_t i) {
        const glm::vec3& top = m_bodies[i].second;
        return m_blocking.set->blocked(camera.eye, top - glm::normalize(top - camera.eye) * 0.15f);
    }));
}

float ViewScore::crowded(const geometry::Camera& camera) const {
    const float half = 0.5f * glm::distance(camera.eye, m_subject.focus);
    int near = 0, rays = 0;
    for (const float y : {0.42f, 0.25f, 0.05f, -0.15f})
        for (const float x : {-0.42f, -0.25f, -0.08f, 0.08f, 0.25f, 0.42f}) {
            const glm::vec3 ray = camera.forward() + camera.right * (x * camera.sensorWidthMm / camera.focalMm) + camera.up * (y * camera.sensorHeightMm / camera.focalMm);
            if (ray.y > 0.9f) continue;
            ++rays;
            const glm::vec3 end = camera.eye + glm::normalize(ray) * half;
            const bool thing = std::any_of(m_blocking.props.begin(), m_blocking.props.end(), [&](const StagedProp& prop) { return !prop.holder && prop.path.size() == 1 && prop.prop && isBehind(prop, camera.eye, end); });
            near += thing || m_blocking.set->hit(camera.eye, glm::normalize(ray), half).has_value() ? 1 : 0;
        }
    return rays > 0 ? float(near) / float(rays) : 0;
}

bool ViewScore::free(const geometry::Camera& camera) const {
    for (const float yaw : {0.0f, 60.0f, 120.0f, 180.0f, 240.0f, 300.0f})
        if (m_blocking.set->hit(camera.eye, heading(yaw), 0.3f)) return false;
    if (m_blocking.set->hit(camera.eye, camera.forward(), 0.45f)) return false;
    for (const auto& moment : m_moments) {
        const glm::vec3 d = camera.eye - moment.position;
        if (glm::length(glm::vec3(d.x, 0, d.z)) < 0.4f && d.y < 1.9f) return false;
    }
    return true;
}

/// Somebody who walks must not walk into the lens, nor behind something; a camera that goes along must not run into anything.
float ViewScore::wayBlocked(const geometry::Camera& camera) const {
    float penalty = 0;
    const auto& set = *m_blocking.set;
    const float nearest = std::max(1.6f, 0.45f * glm::distance(camera.eye, m_subject.focus));
    glm::vec3 before(0);
    for (const auto& way : m_wish.ways) {
        const glm::vec3 face = m_subject.focus + way, eye = m_wish.along ? camera.eye + way : camera.eye;
        const float apart = flatToSegment(eye, m_wish.along ? face : m_subject.focus + before, face);
        if (apart < nearest) penalty += apart < 0.8f ? 16.0f : 8.0f;
        before = way;
        if (set.blocked(eye, face - glm::normalize(face - eye) * 0.15f)) penalty += 3;
        if (m_wish.locked && !seen(camera, face)) penalty += 3;
        // An operator turns with who walks, not half way round after who comes from behind the lens.
        const glm::vec3 d = face - eye;
        const float ahead = glm::dot(glm::normalize(glm::vec3(d.x, 0, d.z) + glm::vec3(1e-5f, 0, 0)), glm::normalize(glm::vec3(camera.forward().x, 0, camera.forward().z)));
        if (!m_wish.along && ahead < 0.35f) penalty += ahead < -0.2f ? 14.0f : 7.0f;
        if (!m_wish.along) continue;
        if (set.blocked(camera.eye, eye)) penalty += 5;
        for (const float yaw : {0.0f, 90.0f, 180.0f, 270.0f}) penalty += set.hit(eye, heading(yaw), 0.25f) ? 3.0f : 0.0f;
    }
    return penalty;
}

bool ViewScore::seen(const geometry::Camera& camera, const glm::vec3& point) {
    const auto at = camera.project(point, {1000, 1000});
    return at && at->x > 60 && at->x < 940 && at->y > 30 && at->y < 940;
}

float ViewScore::faceBehindPeople(const geometry::Camera& camera) const {
    const std::size_t main = m_framed.empty() ? 0 : m_framed.front();
    int hidden = 0, points = 0;
    for (const float across : {-0.055f, 0.0f, 0.055f})
        for (const float up : {-0.06f, 0.06f}) {
            const glm::vec3 point = m_subject.main + camera.right * across + camera.up * up, to = point - glm::normalize(point - camera.eye) * 0.13f;
            ++points;
            for (std::size_t i = 0; i < m_bodies.size(); ++i) {
                if (i == main) continue;
                const auto& [feet, top] = m_bodies[i];
                const glm::vec3 neck = top - glm::vec3(0, 0.3f, 0);
                if (segmentsApart(camera.eye, to, feet, neck) >= 0.21f && segmentsApart(camera.eye, to, neck, top - glm::vec3(0, 0.1f, 0)) >= 0.12f) continue;
                ++hidden;
                break;
            }
        }
    return points > 0 ? float(hidden) / float(points) : 0;
}

float ViewScore::hiddenPeople(const geometry::Camera& camera) const {
    float penalty = 13 * faceBehindPeople(camera);
    for (std::size_t i = 0; i < m_moments.size(); ++i) {
        const bool shown = isFramed(m_framed, i);
        const glm::vec3 head = m_moments[i].position + glm::vec3(0, m_blocking.people[i].figure->rest().eyes, 0);
        const glm::vec3 line = m_subject.focus - camera.eye;
        const float along = glm::dot(head - camera.eye, line) / glm::dot(line, line);
        const glm::vec3 d = head - camera.eye - line * along;
        if (!shown && along > 0.05f && along < 0.93f && glm::length(glm::vec3(d.x, 0, d.z)) < 0.42f && d.y > -0.3f) penalty += 6;
        // Two who embrace: not from behind the other one's head.
        if (shown && i != m_framed.front() && along > 0.3f && along < 0.98f && glm::length(d) < 0.2f) penalty += 4;
        for (const std::size_t k : m_framed) // framed people must not stand behind one another
            if (k != i && shown && i < k) penalty += overlap(camera, i, k);
    }
    return penalty;
}

float ViewScore::overlap(const geometry::Camera& camera, std::size_t i, std::size_t k) const {
    const glm::vec3 a = glm::normalize(m_moments[i].position - glm::vec3(camera.eye.x, m_moments[i].position.y, camera.eye.z));
    const glm::vec3 b = glm::normalize(m_moments[k].position - glm::vec3(camera.eye.x, m_moments[k].position.y, camera.eye.z));
    const float apart = std::acos(glm::clamp(glm::dot(a, b), -1.0f, 1.0f)) * glm::distance(m_moments[i].position, camera.eye);
    return apart < 0.5f ? 4.0f * (1 - apart / 0.5f) : 0.0f;
}

} // namespace rushes::stage
