// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/stage/lanes.h"

#include "engine/stage/easing.h"
#include "engine/stage/set_places.h"
#include "engine/stage/thing_shape.h"

#include <glm/geometric.hpp>

#include <algorithm>
#include <cmath>
#include <optional>

namespace rushes::stage {
namespace {

constexpr float cruising = 26;   ///< metres over the ground: above the roofs, with the place still below
constexpr float levelWithin = 0.12f; ///< metres: a kerb is no lane

bool flies(std::string_view model) { return model == "plane" || model == "airplane" || model == "helicopter" || model == "biplane" || model == "fighter jet"; }

/// What a place costs that is taken, for a vehicle of this length in metres.
float crowding(const std::vector<Room>& taken, const glm::vec3& here, float length) {
    for (const Room& room : taken)
        for (const auto& p : room.path)
            if (glm::distance(p, here) < length + 1.0f) return 40;
    return 0;
}

class LaneFinder {
public:
    LaneFinder(const sets::BuiltSet& set, const StagedProp& vehicle, const std::vector<Room>& taken)
        : m_set(set), m_size(vehicle.prop->size * vehicle.scale), m_taken(taken) {}

    /// The best of places about the heart, each in twelve directions.
    Room find(float length) const {
        Room best;
        float most = -1e9f;
        const float need = length * 0.5f + m_size.z * 0.5f + 0.5f;
        for (const glm::vec2& shift : places())
            for (int k = 0; k < 12; ++k) {
                const float yaw = baseYaw() + 30.0f * float(k);
                const glm::vec3 here = onGround(m_set.heart + glm::vec3(shift.x, 0, shift.y));
                const float ahead = clearFrom(here, yaw, need), back = clearFrom(here, yaw + 180, need);
                const float way = std::min(ahead, back);
                const float score = way - 0.16f * glm::length(shift) - crowding(m_taken, here, m_size.z) - (way < m_size.z * 0.5f ? 30.0f : 0.0f) - 0.004f * float(k);
                if (score <= most) continue;
                most = score;
                const float reach = std::max(0.0f, std::min(length * 0.5f, way - m_size.z * 0.5f - 0.3f));
                best.yaw = yaw;
                best.path = {here};
                if (reach > 0.5f) best.path = {onGround(here - heading(yaw) * reach), here, onGround(here + heading(yaw) * reach)};
            }
        return best;
    }

private:
    /// As the set was composed to be seen: a street runs away from its camera.
    float baseYaw() const {
        if (m_set.shots.empty()) return 0;
        const auto& shot = m_set.shots.front();
        return std::round(yawOf(shot.eye - shot.target) / 90.0f) * 90.0f;
    }

    static std::vector<glm::vec2> places() {
        std::vector<glm::vec2> out{{0, 0}};
        for (const float radius : {1.5f, 3.0f, 4.5f, 6.5f, 9.0f, 12.0f})
            for (int k = 0; k < 12; ++k) out.emplace_back(radius * std::sin(glm::radians(30.0f * float(k))), radius * std::cos(glm::radians(30.0f * float(k))));
        return out;
    }

    glm::vec3 onGround(const glm::vec3& p) const { return {p.x, m_set.groundHeight(p.x, p.z), p.z}; }

    /// Metres from `here` that nothing stands in, on one level, up to `need`.
    float clearFrom(const glm::vec3& here, float yaw, float need) const {
        float clear = need;
        const float half = m_size.x * 0.5f + 0.15f;
        for (const float side : {-half, 0.0f, half})
            for (const float height : {0.4f, 1.2f}) {
                const glm::vec3 from = here + heading(yaw + 90) * side + glm::vec3(0, height, 0);
                clear = std::min(clear, m_set.hit(from, heading(yaw), need, {.ignoreRemovable = false}).value_or(need));
            }
        for (float at = 0; at < clear; at += 1)
            for (const float side : {-half, half}) {
                const glm::vec3 p = here + heading(yaw) * at + heading(yaw + 90) * side;
                const float slope = levelWithin + 0.12f * at;
                if (std::abs(m_set.groundHeight(p.x, p.z) - here.y) > slope || m_set.waterHeight(p.x, p.z).value_or(-1e9f) > here.y + 0.05f) return at;
            }
        return clear;
    }

    const sets::BuiltSet& m_set;
    const glm::vec3 m_size;
    const std::vector<Room>& m_taken;
};

bool rolls(std::string_view model) { return !flies(model) && !isBoat(model) && !model.starts_with("train") && !model.starts_with("tram") && !model.starts_with("subway"); }

/// The lanes of the set's roads: the right one of two each way, the middle of a narrow one.
class RoadFinder {
public:
    RoadFinder(const sets::BuiltSet& set, const StagedProp& vehicle, const std::vector<Room>& taken)
        : m_set(set), m_size(vehicle.prop->size * vehicle.scale), m_taken(taken) {}

    /// The lane with the most clear way of up to `length` near the heart; of equals the one towards the author's camera.
    std::optional<Room> find(float length) const {
        std::optional<Room> best;
        float most = 0;
        for (const auto& road : m_set.roads) {
            if (road.width < m_size.x + 0.4f) continue;
            for (const bool back : {false, true}) {
                const Lane lane = laneOf(road, back);
                for (std::size_t i = 0; i < lane.size(); ++i) {
                    const float away = flatly(lane[i] - m_set.heart);
                    if (away > kNear) continue;
                    const Room room = along(lane, i, length);
                    const float way = lengthOf(room.path);
                    const float score = way + m_size.z - 0.3f * away - crowding(m_taken, lane[i], m_size.z) + 0.02f * glm::dot(heading(room.yaw), towardsCamera());
                    const bool stands = isClear(lane[i] - heading(room.yaw) * m_size.z * 0.5f, lane[i] + heading(room.yaw) * m_size.z * 0.5f);
                    if (!stands || (best && score <= most)) continue;
                    best = room, most = score;
                }
            }
        }
        return best;
    }

private:
    using Lane = std::vector<glm::vec3>;
    static constexpr float kNear = 34, kStep = 2; ///< metres from the heart; between points of a lane

    static float flatly(const glm::vec3& v) { return std::hypot(v.x, v.z); }
    static float lengthOf(const Lane& path) {
        float sum = 0;
        for (std::size_t i = 1; i < path.size(); ++i) sum += glm::distance(path[i - 1], path[i]);
        return sum;
    }

    Lane laneOf(const sets::Road& road, bool back) const {
        Lane middle = evenly(road.points);
        if (back) std::reverse(middle.begin(), middle.end());
        const float aside = road.width > 2 * m_size.x + 1.2f ? road.width * 0.25f : 0;
        Lane lane;
        for (std::size_t i = 0; i < middle.size(); ++i) {
            const glm::vec3 d = middle[std::min(i + 1, middle.size() - 1)] - middle[i > 0 ? i - 1 : 0];
            const glm::vec3 at = middle[i] + heading(yawOf(d) - 90) * aside; // to the right of who drives
            lane.emplace_back(at.x, m_set.groundHeight(at.x, at.z), at.z);
        }
        return lane;
    }

    static Lane evenly(const Lane& points) {
        Lane out;
        for (std::size_t i = 1; i < points.size(); ++i) {
            const int n = std::max(1, int(flatly(points[i] - points[i - 1]) / kStep + 0.5f));
            for (int k = 0; k < n; ++k) out.push_back(points[i - 1] + (points[i] - points[i - 1]) * (float(k) / float(n)));
        }
        if (!points.empty()) out.push_back(points.back());
        return out;
    }

    /// Half of the length each way from a point of the lane, as far as it is clear.
    Room along(const Lane& lane, std::size_t at, float length) const {
        std::size_t first = at, last = at;
        float before = 0, after = 0;
        while (last + 1 < lane.size() && after < length * 0.5f && isClear(lane[last], lane[last + 1])) after += flatly(lane[last + 1] - lane[last]), ++last;
        while (first > 0 && before < length * 0.5f && isClear(lane[first], lane[first - 1])) before += flatly(lane[first] - lane[first - 1]), --first;
        Room room;
        const std::size_t next = std::min(at + 1, lane.size() - 1);
        room.yaw = yawOf(next > at ? lane[next] - lane[at] : lane[at] - lane[at - 1]);
        room.path.assign(lane.begin() + std::ptrdiff_t(first), lane.begin() + std::ptrdiff_t(last) + 1);
        if (length <= 0 || room.path.size() < 2) room.path = {lane[at]};
        return room;
    }

    /// Nothing stands in the vehicle's breadth between two points.
    bool isClear(const glm::vec3& from, const glm::vec3& to) const {
        const float reach = flatly(to - from), half = m_size.x * 0.5f + 0.1f;
        if (reach < 1e-3f) return true;
        const glm::vec3 ahead = (to - from) / glm::length(to - from), across = heading(yawOf(to - from) + 90);
        for (const float side : {-half, 0.0f, half})
            for (const float height : {0.4f, 1.2f})
                if (m_set.hit(from + across * side + glm::vec3(0, height, 0), ahead, reach, {.ignoreRemovable = false})) return false;
        return true;
    }

    glm::vec3 towardsCamera() const { return m_set.shots.empty() ? glm::vec3(0) : heading(yawOf(m_set.shots.front().eye - m_set.shots.front().target)); }

    const sets::BuiltSet& m_set;
    const glm::vec3 m_size;
    const std::vector<Room>& m_taken;
};

/// Over water as long as it lasts.
Room afloat(const sets::BuiltSet& set, const StagedProp& boat, const glm::vec3& at, float length) {
    Room best{{at}, 0};
    float most = -1;
    for (int k = 0; k < 12; ++k) {
        const float yaw = 30.0f * float(k);
        const auto reach = [&](float turn) {
            float far = 0;
            while (far < length * 0.5f + boat.prop->size.z * 0.5f) {
                const glm::vec3 p = at + heading(yaw + turn) * (far + 1);
                const auto water = set.waterHeight(p.x, p.z);
                if (!water || *water - set.groundHeight(p.x, p.z) < 0.15f) break;
                far += 1;
            }
            return far;
        };
        const float half = std::max(0.0f, std::min(reach(0), reach(180)) - boat.prop->size.z * 0.5f);
        if (half <= most) continue;
        most = half;
        const float way = std::min(half, length * 0.5f);
        best.yaw = yaw;
        best.path = {at};
        if (way > 0.1f) best.path = {at - heading(yaw) * way, at + heading(yaw) * way};
    }
    return best;
}

/// Water near the heart that the author's camera sees, with nothing close by.
std::optional<glm::vec3> openWater(const sets::BuiltSet& set, const StagedProp& boat) {
    const auto first = onWater(set, boat, set.heart);
    if (!first || set.shots.empty()) return first;
    const auto& shot = set.shots.front();
    const float out = yawOf(shot.target - shot.eye), reach = boat.prop->size.z * boat.scale * 0.5f + 2.5f;
    for (const float away : {0.0f, 5.0f, 9.0f, 14.0f, 20.0f})
        for (const float side : {0.0f, 5.0f, -5.0f, 10.0f, -10.0f}) {
            const auto at = onWater(set, boat, *first + heading(out) * away + heading(out + 90) * side);
            if (!at || set.blocked(shot.eye, *at + glm::vec3(0, 1.2f, 0))) continue;
            bool open = true;
            for (int k = 0; k < 12 && open; ++k)
                for (const float height : {0.25f, 0.9f}) open = open && !set.hit(*at + glm::vec3(0, height, 0), heading(30.0f * float(k)), reach);
            if (open) return at;
        }
    return first;
}

} // namespace

Room roomFor(const sets::BuiltSet& set, const StagedProp& vehicle, float length, const std::vector<Room>& taken) {
    if (isBoat(vehicle.model))
        if (const auto water = openWater(set, vehicle)) return afloat(set, vehicle, *water, length);
    if (flies(vehicle.model) && length > 0 && !set.environment.interior) {
        const float yaw = set.shots.empty() ? 30 : yawOf(set.shots.front().eye - set.shots.front().target) + 70;
        const glm::vec3 over = set.heart + glm::vec3(0, cruising, 0), way = heading(yaw) * (length * 0.5f);
        return {{over - way, over + way}, yaw};
    }
    if (rolls(vehicle.model) && !set.environment.interior)
        if (const auto room = RoadFinder(set, vehicle, taken).find(length)) return *room;
    return LaneFinder(set, vehicle, taken).find(length);
}

} // namespace rushes::stage
