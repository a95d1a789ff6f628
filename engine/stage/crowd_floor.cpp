// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/stage/crowd_floor.h"

#include "engine/sets/free_floor.h"
#include "engine/stage/easing.h"
#include "engine/stage/shot_focus.h"
#include "engine/stage/stands.h"

#include <glm/common.hpp>
#include <glm/geometric.hpp>

#include <algorithm>
#include <cmath>

namespace rushes::stage {
namespace {

constexpr float farthest = 62;   ///< metres from the focus: beyond, a body is a few pixels
constexpr float bodyTall = 1.75f;
constexpr float apartFromCast = 0.85f, apartFromThings = 0.7f, lensFree = 1.3f; ///< metres

float flatDistance(const glm::vec3& a, const glm::vec3& b) { return std::hypot(a.x - b.x, a.z - b.z); }

/// 0..1, the same for the same place in the grid.
float dice(int x, int z, int which) {
    std::uint32_t h = std::uint32_t(x) * 73856093u ^ std::uint32_t(z) * 19349663u ^ std::uint32_t(which) * 83492791u;
    h = (h ^ (h >> 15)) * 2246822519u;
    h = (h ^ (h >> 13)) * 3266489917u;
    return float((h ^ (h >> 16)) >> 8) / float(1u << 24);
}

/// Whether a body that stands at `feet` is before the head as the camera sees it.
bool covers(const glm::vec3& eye, const glm::vec3& head, const glm::vec3& feet) {
    const glm::vec3 line = head - eye, to = feet - eye;
    const float length = glm::length(glm::vec3(line.x, 0, line.z));
    if (length < 1e-3f) return false;
    const glm::vec3 ahead = glm::vec3(line.x, 0, line.z) / length;
    const float along = glm::dot(to, ahead);
    if (along < 0.1f || along > length - 0.2f) return false;
    const float aside = std::abs(to.x * ahead.z - to.z * ahead.x);
    return aside < 0.36f + 0.12f * along / length && eye.y + line.y * along / length < feet.y + bodyTall + 0.1f;
}

} // namespace

CrowdFloor::CrowdFloor(const StagedShot& shot) : m_shot(shot), m_set(*shot.blocking.set) {
    const auto& people = shot.blocking.people;
    for (int i = 0; i < moments; ++i) {
        const auto frame = (std::int64_t(shot.camera.size()) - 1) * i / (moments - 1);
        m_cameras.push_back(shot.camera[std::size_t(frame)]);
        const auto now = peopleAt(shot.blocking, time::RationalTime{frame, shot.duration.rate}.seconds());
        m_bodies.emplace_back();
        for (std::size_t k = 0; k < now.size(); ++k)
            m_bodies.back().emplace_back(now[k].position, now[k].position + glm::vec3(0, people[k].figure->rest().eyes * (now[k].performance.sits ? 0.72 : 1.0), 0));
    }
    const auto& middle = m_cameras[moments / 2];
    if (people.empty()) m_focus = middle.eye + middle.forward() * 6.0f;
    else m_focus = m_bodies[moments / 2][mainPerson(shot.blocking, shot.description)].first;
    m_focus.y = m_set.groundHeight(m_focus.x, m_focus.z, people.empty() ? m_set.heart.y + 0.3f : m_focus.y + 0.3f);
    m_main = std::max(1.0f, flatDistance(m_focus, middle.eye));
}

/// Whether something of the set runs through a body that stands here.
bool CrowdFloor::filled(const glm::vec3& p) const {
    for (const float height : {0.4f, 0.55f, 0.95f, 1.35f})
        for (const float yaw : {0.0f, 90.0f}) {
            const glm::vec3 middle = p + glm::vec3(0, height, 0), side = heading(yaw) * 0.16f;
            if (m_set.blocked(middle - side, middle + side)) return true;
        }
    return false;
}

/// Floor that bears, with room for a body and no step down beside it.
bool CrowdFloor::open(const glm::vec3& p) const {
    const auto water = m_set.floor->water();
    // The water's own surface is no floor either; a deck or a bridge over it is.
    if (water && *water > m_set.floor->height(p.x, p.z) + 0.08f && p.y < *water + 0.3f) return false;
    if (filled(p)) return false;
    if (m_set.floor->inside(p.x, p.z)) return m_set.floor->clearance(p.x, p.z) >= 0.28f;
    if (m_set.environment.interior || m_set.waterHeight(p.x, p.z)) return false;
    for (const float yaw : {0.0f, 90.0f}) {
        const glm::vec3 side = heading(yaw) * 0.3f;
        for (const float height : {0.4f, 1.0f, 1.6f})
            if (m_set.blocked(p + glm::vec3(0, height, 0) - side, p + glm::vec3(0, height, 0) + side)) return false;
        for (const float sign : {1.0f, -1.0f}) {
            const glm::vec3 beside = p + side * sign;
            if (std::abs(m_set.groundHeight(beside.x, beside.z, p.y + 0.1f) - p.y) > 0.3f) return false;
        }
    }
    return true;
}

bool CrowdFloor::openWay(const glm::vec3& from, const glm::vec3& walk) const {
    const int steps = std::max(1, int(glm::length(walk) / 0.7f));
    for (int i = 0; i <= steps; ++i) {
        glm::vec3 p = from + walk * (float(i) / float(steps));
        p.y = m_set.groundHeight(p.x, p.z);
        if (std::abs(p.y - from.y) > 1.2f || !open(p)) return false;
    }
    return true;
}

bool CrowdFloor::inTheWay(const glm::vec3& from, const glm::vec3& walk) const {
    for (int i = 0; i < moments; ++i) {
        const glm::vec3 p = from + walk * (float(i) / float(moments - 1));
        const auto& camera = m_cameras[std::size_t(i)];
        const glm::vec3 to = p - camera.eye;
        const float depth = glm::dot(to, camera.forward());
        if (flatDistance(p, camera.eye) < lensFree) return true;
        // Nobody fills the foreground of a near shot.
        if (depth > 0 && depth < std::min(0.62f * m_main, 3.5f) && std::abs(glm::dot(to, camera.right)) < depth * camera.sensorWidthMm / camera.focalMm * 0.5f + 0.5f &&
            camera.eye.y < p.y + bodyTall + 1)
            return true;
        for (const auto& [feet, head] : m_bodies[std::size_t(i)])
            if (flatDistance(feet, p) < apartFromCast || covers(camera.eye, head, p)) return true;
    }
    const double seconds = m_shot.blocking.seconds;
    return std::any_of(m_shot.blocking.props.begin(), m_shot.blocking.props.end(), [&](const StagedProp& prop) {
        if (prop.holder || prop.path.empty()) return false;
        const float radius = apartFromThings + 0.5f * std::max(prop.prop->size.x, prop.prop->size.z) * prop.scale;
        for (const double share : {0.0, 0.5, 1.0})
            if (flatDistance(propAt(prop, seconds * share, seconds).first, from + walk * float(share)) < radius) return true;
        return false;
    });
}

bool CrowdFloor::seen(const glm::vec3& p) const {
    for (const auto& camera : m_cameras) {
        const auto at = camera.project(p + glm::vec3(0, 1.3f, 0), {1000, 1000});
        if (!at || at->x < -30 || at->x > 1030 || at->y < -80 || at->y > 1400) continue;
        if (!m_set.blocked(camera.eye, p + glm::vec3(0, 1.6f, 0))) return true;
    }
    return false;
}

std::vector<CrowdFloor::Spot> CrowdFloor::standing(float spacing, const glm::vec3& walk) const {
    std::vector<Spot> inView, elsewhere;
    const int reach = int(farthest / spacing);
    for (int z = -reach; z <= reach; ++z)
        for (int x = -reach; x <= reach; ++x) {
            // Every second row is shifted by half a step, so that nobody stands straight behind another.
            const float dx = (float(x) + (z & 1 ? 0.5f : 0.0f) + (dice(x, z, 1) - 0.5f) * 0.55f) * spacing, dz = (float(z) + (dice(x, z, 2) - 0.5f) * 0.55f) * spacing;
            if (dx * dx + dz * dz > farthest * farthest) continue;
            glm::vec3 p(m_focus.x + dx, m_focus.y, m_focus.z + dz);
            const bool grid = m_set.floor->inside(p.x, p.z);
            if (!grid && m_set.environment.interior) continue;
            if (grid && m_set.floor->clearance(p.x, p.z) < 0.28f) continue;
            p.y = m_set.groundHeight(p.x, p.z);
            if (std::abs(p.y - m_focus.y) > 1 + 0.15f * flatDistance(p, m_focus)) continue;
            const bool visible = seen(p);
            if ((!visible && !grid) || inTheWay(p - walk * 0.5f, walk) || !open(p)) continue;
            if (walk != glm::vec3(0) && !(openWay(p - walk * 0.5f, walk) && (!grid || m_set.pathClear(p - walk * 0.5f, p + walk * 0.5f)))) continue;
            (visible ? inView : elsewhere).push_back({p, {}, {}, visible});
        }
    inView.insert(inView.end(), elsewhere.begin(), elsewhere.end());
    return inView;
}

std::vector<CrowdFloor::Spot> CrowdFloor::seats() const {
    std::vector<Spot> spots;
    const auto take = [&](const sets::Mark& mark) {
        if (!mark.seat || mark.pose == "lie" || mark.pose == "drive" || inTheWay(mark.position, glm::vec3(0))) return;
        spots.push_back({mark.position, mark.yaw, mark.seat, seen(mark.position - glm::vec3(0, 0.5f, 0))});
    };
    for (const auto& mark : m_set.marks) take(mark);
    for (const auto& mark : m_set.moreSeats) take(mark);
    std::stable_partition(spots.begin(), spots.end(), [](const Spot& spot) { return spot.seen; });
    return spots;
}

std::vector<CrowdFloor::Spot> CrowdFloor::tiers() const {
    std::vector<Spot> spots;
    for (const Slot& slot : standsOf(m_set)) {
        const bool near = std::any_of(m_bodies[moments / 2].begin(), m_bodies[moments / 2].end(), [&](const auto& body) { return flatDistance(body.first, slot.position) < 0.8f; });
        if (!near && !filled(slot.position) && !inTheWay(slot.position, glm::vec3(0))) spots.push_back({slot.position, slot.yaw, {}, seen(slot.position)});
    }
    std::stable_partition(spots.begin(), spots.end(), [](const Spot& spot) { return spot.seen; });
    return spots;
}

} // namespace rushes::stage
