// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/sets/moved_set.h"

#include "engine/sets/free_floor.h"
#include "engine/sets/sight_index.h"

#include <glm/gtc/matrix_transform.hpp>

#include <algorithm>
#include <cmath>

namespace rushes::sets {
namespace {

constexpr float step = 0.35f;      ///< metres: a thing is lifted so high without being lifted
constexpr float leastCarrier = 0.15f, onTop = 0.06f; ///< metres
constexpr float atWall = 0.3f;     ///< metres: moved farther, it no longer goes away with its wall
constexpr float seatReach = 0.12f; ///< metres that a seat's foot may be before its chair
constexpr float reach = 60;        ///< metres that a thing may come down

const ObjectInfo* infoOf(const BuiltSet& set, std::uint16_t object) {
    return object == 0 || object > set.objects.size() ? nullptr : &set.objects[object - 1u];
}

bool within(const geometry::Bounds& box, const glm::vec3& p, float room) {
    return p.x > box.low.x - room && p.x < box.high.x + room && p.z > box.low.z - room && p.z < box.high.z + room;
}

float restBelow(const BuiltSet& set, const ObjectInfo& info, const glm::vec2& at) {
    const float from = info.position.y + step;
    const auto way = set.hit({at.x, from, at.y}, {0, -1, 0}, reach, {.ignoreObject = info.object});
    return way ? from - *way : set.floor->height(at.x, at.y);
}

bool holdsSeat(const ObjectInfo& info, const Mark& mark) {
    if (!mark.seat || !info.prop || !within(info.bounds, mark.position, seatReach)) return false;
    const float seat = mark.position.y + *mark.seat;
    return seat > info.bounds.low.y + onTop && seat < info.bounds.high.y + onTop && info.bounds.low.y < mark.position.y + step;
}

glm::vec3 moved(const glm::mat4& by, const glm::vec3& p) { return glm::vec3(by * glm::vec4(p, 1)); }

/// One set being changed.
class Moving {
public:
    Moving(const BuiltSet& set, const std::vector<MovedThing>& things) : m_old(set), m_set(std::make_shared<BuiltSet>(set)) {
        for (const auto& thing : things)
            if (infoOf(set, thing.object)) m_listed.push_back(thing);
    }

    std::shared_ptr<const BuiltSet> run() {
        for (const auto& thing : m_listed) {
            const glm::mat4 by = carriage(m_old, thing);
            const float turn = thing.yaw.value_or(m_old.objects[thing.object - 1u].yaw) - m_old.objects[thing.object - 1u].yaw;
            carry(thing.object, by, turn);
            for (const auto object : carriedBy(m_old, thing.object))
                if (std::none_of(m_listed.begin(), m_listed.end(), [&](const auto& other) { return other.object == object; })) carry(object, by, turn);
        }
        m_set->sight = std::make_shared<const SightIndex>(m_set->instances);
        m_set->floor = m_old.floor->with(*m_set->sight);
        return m_set;
    }

private:
    void carry(std::uint16_t object, const glm::mat4& by, float turn) {
        const ObjectInfo& old = m_old.objects[object - 1u];
        ObjectInfo& info = m_set->objects[object - 1u];
        info.position = moved(by, old.position);
        info.yaw = old.yaw + turn;
        info.bounds = {};
        const bool offWall = glm::distance(info.position, old.position) > atWall;
        for (auto& instance : m_set->instances) {
            if (instance.object != object) continue;
            instance.transform = by * instance.transform;
            if (offWall) instance.removablePlane.reset();
            for (const auto& p : instance.mesh->positions) info.bounds.add(moved(instance.transform, p));
        }
        for (std::size_t i = 0; i < m_old.marks.size(); ++i) carrySeat(old, m_old.marks[i], m_set->marks[i], by, turn);
        for (std::size_t i = 0; i < m_old.moreSeats.size(); ++i) carrySeat(old, m_old.moreSeats[i], m_set->moreSeats[i], by, turn);
        for (auto& lamp : m_set->environment.lamps)
            if (lamp.object == object) lamp.position = moved(by, lamp.position);
    }

    void carrySeat(const ObjectInfo& object, const Mark& was, Mark& mark, const glm::mat4& by, float turn) const {
        if (!holdsSeat(object, was) || objectOfSeat(m_old, was) != object.object) return;
        mark.position = moved(by, was.position);
        mark.yaw = was.yaw + turn;
    }

    const BuiltSet& m_old;
    std::shared_ptr<BuiltSet> m_set;
    std::vector<MovedThing> m_listed;
};

} // namespace

std::vector<std::uint16_t> carriedBy(const BuiltSet& set, std::uint16_t object) {
    std::vector<std::uint16_t> out;
    const ObjectInfo* carrier = infoOf(set, object);
    if (!carrier || carrier->bounds.size().y < leastCarrier) return out;
    for (const auto& other : set.objects) {
        if (!other.prop || other.object == object) continue;
        const glm::vec3 foot(other.bounds.centre().x, other.bounds.low.y, other.bounds.centre().z);
        const bool high = foot.y > carrier->bounds.low.y + leastCarrier && foot.y < carrier->bounds.high.y + onTop;
        if (high && within(carrier->bounds, foot, 0)) out.push_back(other.object);
    }
    return out;
}

std::uint16_t objectOfSeat(const BuiltSet& set, const Mark& mark) {
    std::uint16_t best = 0;
    float least = 1e9f;
    for (const auto& info : set.objects) {
        if (!holdsSeat(info, mark)) continue;
        const glm::vec3 size = info.bounds.size();
        if (size.x * size.z < least) least = size.x * size.z, best = info.object;
    }
    return best;
}

glm::mat4 carriage(const BuiltSet& set, const MovedThing& thing) {
    const ObjectInfo* info = infoOf(set, thing.object);
    if (!info) return glm::mat4(1);
    const float before = restBelow(set, *info, {info->position.x, info->position.z});
    const bool rests = std::abs(before - info->position.y) < onTop; // what hangs or floats keeps its height
    const glm::vec3 to(thing.at.x, rests ? restBelow(set, *info, thing.at) : info->position.y, thing.at.y);
    const float turn = thing.yaw.value_or(info->yaw) - info->yaw;
    return glm::translate(glm::mat4(1), to) * glm::rotate(glm::mat4(1), glm::radians(turn), glm::vec3(0, 1, 0)) * glm::translate(glm::mat4(1), -info->position);
}

std::shared_ptr<const BuiltSet> withMoved(const BuiltSet& set, const std::vector<MovedThing>& things) { return Moving(set, things).run(); }

} // namespace rushes::sets
