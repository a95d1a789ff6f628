// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/stage/hand_things.h"

#include "engine/sets/moved_set.h"
#include "engine/stage/easing.h"
#include "engine/stage/movables.h"

#include <glm/geometric.hpp>

#include <algorithm>
#include <cmath>

namespace rushes::stage {
namespace {

constexpr float step = 0.35f, onTop = 0.06f, seatReach = 0.15f; ///< metres

/// Turns about where a thing stood and carries to where it stands.
struct Carriage {
    glm::vec3 from{0}, to{0};
    float turn = 0; ///< degrees

    glm::vec3 operator()(const glm::vec3& p) const {
        const glm::vec3 d = p - from;
        return to + heading(turn + 90) * d.x + glm::vec3(0, d.y, 0) + heading(turn) * d.z;
    }
};

class ThingPlacer {
public:
    ThingPlacer(StagedShot& shot, const HandStaging& hand) : m_shot(shot), m_blocking(shot.blocking), m_hand(hand) {}

    void run(std::size_t first) {
        for (std::size_t i = first; i < m_blocking.props.size(); ++i) {
            if (m_blocking.props[i].holder || m_blocking.props[i].path.empty()) continue;
            const auto mark = m_hand.things.find(thingName(m_shot, i));
            if (mark != m_hand.things.end()) put(i, mark->second);
        }
    }

private:
    void put(std::size_t index, const HandMark& mark) {
        StagedProp& prop = m_blocking.props[index];
        const bool goes = prop.path.size() > 1;
        const float yaw = goes ? yawOf(prop.path[1] - prop.path[0]) : prop.yaw;
        const glm::vec3 from = prop.path.front();
        const Carriage carriage{from, {mark.at.x, heightAt(index, from, mark.at), mark.at.y}, mark.yaw.value_or(yaw) - yaw};
        carryWhatIsOn(index, carriage);
        carryWhoSits(prop, carriage);
        for (auto& point : prop.path) point = carriage(point);
        prop.yaw += carriage.turn;
        prop.goes = heading(carriage.turn + 90) * prop.goes.x + heading(carriage.turn) * prop.goes.z;
        if (goes && !mark.ways.empty() && !mark.ways.front().empty()) {
            prop.path.resize(1);
            for (const auto& p : mark.ways.front()) prop.path.emplace_back(p.x, prop.path.front().y, p.y);
        }
        if (goes) layOnGround(prop, from);
    }

    /// What it comes to rest on: what stood keeps standing, what floats or flies keeps its height.
    float heightAt(std::size_t index, const glm::vec3& from, const glm::vec2& to) const {
        return std::abs(support(index, from) - from.y) < onTop ? support(index, {to.x, from.y, to.y}) : from.y;
    }

    /// The set's surface or another thing's top below a point, not more than a step above it.
    float support(std::size_t index, const glm::vec3& at) const {
        const auto& set = *m_blocking.set;
        float top = set.groundHeight(at.x, at.z, at.y, step);
        for (std::size_t i = 0; i < m_blocking.props.size(); ++i) {
            const StagedProp& other = m_blocking.props[i];
            if (i == index || other.holder || other.path.empty() || !covers(other, at, 0)) continue;
            const float height = other.path.front().y + other.prop->size.y * other.scale;
            if (height < at.y + step) top = std::max(top, height);
        }
        return top;
    }

    static bool covers(const StagedProp& prop, const glm::vec3& spot, float room) {
        const glm::vec3 d = spot - prop.path.front(), half = prop.prop->size * prop.scale * 0.5f + room;
        return std::abs(glm::dot(d, heading(prop.yaw + 90))) < half.x && std::abs(glm::dot(d, heading(prop.yaw))) < half.z;
    }

    void carryWhatIsOn(std::size_t index, const Carriage& carriage) {
        const StagedProp& carrier = m_blocking.props[index];
        const float low = carrier.path.front().y + 0.15f, high = carrier.path.front().y + carrier.prop->size.y * carrier.scale + onTop;
        for (std::size_t i = 0; i < m_blocking.props.size(); ++i) {
            StagedProp& prop = m_blocking.props[i];
            if (i == index || prop.holder || prop.path.empty() || prop.path.front().y < low || prop.path.front().y > high || !covers(carrier, prop.path.front(), 0)) continue;
            if (m_hand.things.contains(thingName(m_shot, i))) continue; // has a place of its own
            for (auto& point : prop.path) point = carriage(point);
            prop.yaw += carriage.turn;
        }
    }

    /// Every step of anybody's way that is at their seat on this thing.
    void carryWhoSits(const StagedProp& prop, const Carriage& carriage) {
        if (!prop.prop->seatHeight) return;
        for (auto& person : m_blocking.people) {
            if (person.aboard) continue; // is where the vehicle is
            std::vector<glm::vec3> seats;
            for (const Beat& beat : person.beats)
                if (beat.seat && !beat.path.empty() && covers(prop, beat.path.front(), seatReach)) seats.push_back(beat.path.front());
            const auto isSeat = [&](const glm::vec3& p) { return std::any_of(seats.begin(), seats.end(), [&](const auto& seat) { return glm::distance(p, seat) < 0.05f; }); };
            for (Beat& beat : person.beats) {
                if (beat.path.size() == 1 && isSeat(beat.path.front())) beat.yaw += carriage.turn;
                for (auto& point : beat.path)
                    if (isSeat(point)) point = carriage(point);
            }
        }
    }

    void layOnGround(StagedProp& prop, const glm::vec3& from) const {
        const auto& set = *m_blocking.set;
        if (std::abs(set.groundHeight(from.x, from.z, from.y, step) - from.y) > onTop) return;
        for (auto& point : prop.path) point.y = set.groundHeight(point.x, point.z, point.y, step);
    }

    StagedShot& m_shot;
    Blocking& m_blocking;
    const HandStaging& m_hand;
};

} // namespace

std::shared_ptr<const sets::BuiltSet> setByHand(std::shared_ptr<const sets::BuiltSet> set, const HandStaging& hand) {
    if (hand.set != set->kit || hand.things.empty()) return set;
    std::vector<sets::MovedThing> moved;
    const auto names = setThingNames(*set);
    for (std::size_t i = 0; i < names.size(); ++i)
        if (const auto mark = hand.things.find(names[i]); mark != hand.things.end()) moved.push_back({std::uint16_t(i + 1), mark->second.at, mark->second.yaw});
    return moved.empty() ? set : sets::withMoved(*set, moved);
}

void putThingsByHand(StagedShot& shot, const HandStaging& hand, std::size_t first) {
    if (hand.set == shot.blocking.set->kit && !hand.things.empty()) ThingPlacer(shot, hand).run(first);
}

} // namespace rushes::stage
