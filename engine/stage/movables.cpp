// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/stage/movables.h"

#include "engine/sets/moved_set.h"
#include "engine/stage/easing.h"

#include <glm/geometric.hpp>

#include <algorithm>
#include <cmath>
#include <map>

namespace rushes::stage {
namespace {

constexpr float largest = 12;       ///< metres: what is larger is scenery
constexpr float farthest = 40;      ///< metres from the action
constexpr float seatReach = 0.15f;  ///< metres about a thing within which its seats are
constexpr float cornerReach = 0.06f; ///< metres off the straight line: what is less is no corner

std::string counted(const std::string& name, int before) { return before == 0 ? name : name + " " + std::to_string(before + 1); }

std::string spoken(std::string word) {
    std::replace(word.begin(), word.end(), '_', ' ');
    return word;
}

std::string nounOf(const StagedShot& shot, const StagedPerson& person) {
    if (!person.name.empty()) return person.name;
    const auto* subject = shot.description.subject(person.subject);
    return subject != nullptr ? subject->noun : "extra";
}

std::string nounOf(const StagedShot& shot, const StagedProp& prop) {
    const auto* subject = shot.description.subject(prop.subject);
    return spoken(subject != nullptr ? subject->noun : prop.model);
}

bool canBeMoved(const sets::BuiltSet& set, const sets::ObjectInfo& info) {
    const glm::vec3 size = info.bounds.size(), away = info.position - set.heart;
    return info.prop && !info.bounds.empty() && std::max({size.x, size.y, size.z}) < largest && std::hypot(away.x, away.z) < farthest;
}

bool onProp(const StagedProp& prop, const glm::vec3& spot) {
    const glm::vec3 d = spot - prop.path.front(), half = prop.prop->size * prop.scale * 0.5f + seatReach;
    return std::abs(glm::dot(d, heading(prop.yaw + 90))) < half.x && std::abs(glm::dot(d, heading(prop.yaw))) < half.z;
}

glm::vec2 flat(const glm::vec3& p) { return {p.x, p.z}; }

/// Douglas and Peucker (1973): the points that a line within `cornerReach` needs.
void keepCorners(const std::vector<glm::vec3>& path, std::size_t from, std::size_t to, std::vector<glm::vec2>& out) {
    const glm::vec2 a = flat(path[from]), b = flat(path[to]), way = b - a;
    float most = cornerReach;
    std::size_t corner = 0;
    for (std::size_t i = from + 1; i < to; ++i) {
        const float share = glm::dot(way, way) > 1e-6f ? std::clamp(glm::dot(flat(path[i]) - a, way) / glm::dot(way, way), 0.0f, 1.0f) : 0.0f;
        const float off = glm::distance(flat(path[i]), a + way * share);
        if (off > most) most = off, corner = i;
    }
    if (corner == 0) return out.push_back(b);
    keepCorners(path, from, corner, out);
    keepCorners(path, corner, to, out);
}

std::vector<glm::vec2> cornersOf(const std::vector<glm::vec3>& path) {
    std::vector<glm::vec2> points;
    if (path.size() > 1) keepCorners(path, 0, path.size() - 1, points);
    return points;
}

} // namespace

std::string markName(const StagedShot& shot, std::size_t person) {
    const auto& people = shot.blocking.people;
    const std::string noun = nounOf(shot, people[person]);
    return counted(noun, int(std::count_if(people.begin(), people.begin() + std::ptrdiff_t(person), [&](const auto& other) { return nounOf(shot, other) == noun; })));
}

std::string thingName(const StagedShot& shot, std::size_t prop) {
    const auto& props = shot.blocking.props;
    const std::string noun = nounOf(shot, props[prop]);
    return counted(noun, int(std::count_if(props.begin(), props.begin() + std::ptrdiff_t(prop), [&](const auto& other) { return nounOf(shot, other) == noun; })));
}

std::vector<std::string> setThingNames(const sets::BuiltSet& set) {
    std::vector<std::string> names(set.objects.size());
    std::map<std::string, int> counts;
    for (std::size_t i = 0; i < set.objects.size(); ++i) {
        const auto& info = set.objects[i];
        if (!info.prop) continue;
        const int before = counts[info.name]++;
        if (canBeMoved(set, info)) names[i] = counted("set " + spoken(info.name), before);
    }
    return names;
}

std::vector<Movable> movablesOf(const StagedShot& shot) {
    std::vector<Movable> out;
    for (std::size_t i = 0; i < shot.blocking.props.size(); ++i) {
        const StagedProp& prop = shot.blocking.props[i];
        if (prop.holder || prop.path.empty()) continue;
        Movable movable{thingName(shot, i), prop.object, prop.path.front(), prop.yaw, false, {}};
        if (prop.path.size() > 1) {
            movable.yaw = yawOf(prop.path[1] - prop.path[0]);
            movable.ways.push_back(cornersOf(prop.path));
        }
        out.push_back(std::move(movable));
    }
    const auto& set = *shot.blocking.set;
    const auto names = setThingNames(set);
    for (std::size_t i = 0; i < names.size(); ++i) {
        const auto& info = set.objects[i];
        const bool away = std::find(shot.opened.begin(), shot.opened.end(), info.object) != shot.opened.end();
        if (!away && !names[i].empty()) out.push_back({names[i], info.object, info.position, info.yaw, true, {}});
    }
    return out;
}

std::optional<std::size_t> seatUnder(const StagedShot& shot, std::size_t person, const std::vector<Movable>& movables) {
    const StagedPerson& who = shot.blocking.people[person];
    const auto indexOf = [&](std::uint16_t object) -> std::optional<std::size_t> {
        for (std::size_t i = 0; i < movables.size(); ++i)
            if (movables[i].object == object) return i;
        return std::nullopt;
    };
    if (who.aboard && who.aboard->prop < shot.blocking.props.size()) return indexOf(shot.blocking.props[who.aboard->prop].object);
    if (who.beats.empty() || !who.beats.front().seat || who.beats.front().path.empty()) return std::nullopt;
    const Beat& beat = who.beats.front();
    for (const auto& prop : shot.blocking.props)
        if (!prop.holder && !prop.path.empty() && prop.prop->seatHeight && onProp(prop, beat.path.front())) return indexOf(prop.object);
    return indexOf(sets::objectOfSeat(*shot.blocking.set, {"", beat.path.front(), beat.yaw, beat.seat, "", 0, false, {}}));
}

bool endsAtSeat(const StagedPerson& person, std::size_t i) { return i + 1 < person.beats.size() && person.beats[i + 1].seat.has_value(); }

std::vector<std::vector<glm::vec2>> waysOf(const StagedPerson& person) {
    std::vector<std::vector<glm::vec2>> ways;
    for (std::size_t i = 0; i < person.beats.size(); ++i) {
        if (person.beats[i].path.size() < 2) continue;
        ways.push_back(cornersOf(person.beats[i].path));
        if (endsAtSeat(person, i)) ways.back().pop_back();
    }
    return ways;
}

} // namespace rushes::stage
