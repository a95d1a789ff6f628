// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/stage/lanes.h"

#include "engine/stage/easing.h"
#include "engine/stage/set_places.h"
#include "engine/stage/thing_shape.h"

#include <glm/geometric.hpp>

#include <algorithm>

namespace rushes::stage {
namespace {

constexpr float cruising = 26;   ///< metres over the ground: above the roofs, with the place still below
constexpr float levelWithin = 0.12f; ///< metres: a kerb is no lane

bool flies(std::string_view model) { return model == "plane" || model == "airplane" || model == "helicopter" || model == "biplane" || model == "fighter jet"; }

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
                const float score = way - 0.16f * glm::length(shift) - crowding(here) - (way < m_size.z * 0.5f ? 30.0f : 0.0f) - 0.004f * float(k);
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

    float crowding(const glm::vec3& here) const {
        for (const Room& room : m_taken)
            for (const auto& p : room.path)
                if (glm::distance(p, here) < m_size.z + 1.0f) return 40;
        return 0;
    }

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
    return LaneFinder(set, vehicle, taken).find(length);
}

} // namespace rushes::stage
