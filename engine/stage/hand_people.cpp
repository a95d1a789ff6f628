// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/stage/hand_people.h"

#include "engine/stage/easing.h"
#include "engine/stage/movables.h"
#include "engine/stage/ways.h"

#include <glm/geometric.hpp>

#include <algorithm>
#include <cmath>
#include <set>

namespace rushes::stage {
namespace {

constexpr float fastest = 8;                 ///< metres a second that anybody runs
constexpr float runsFrom = 2.3f, walksTo = 1.5f; ///< metres a second
constexpr double leastBeat = 0.6;            ///< seconds that are left of what follows a longer way

glm::vec2 flat(const glm::vec3& p) { return {p.x, p.z}; }

float speedOf(const Beat& beat) { return lengthOf(beat.path) / float(std::max(0.1, beat.end - beat.start)); }

/// Who has to hurry runs, and the other way round; other gaits keep what they are.
void chooseGait(Beat& beat) {
    const float speed = speedOf(beat);
    if (beat.motion == "walk" && speed > runsFrom) beat.motion = "run";
    if (beat.motion == "run" && speed < walksTo) beat.motion = "walk";
}

/// One person's way by hand.
class WayMover {
public:
    WayMover(StagedPerson& person, const sets::BuiltSet& set, const HandMark& mark) : m_person(person), m_set(set), m_mark(mark) {}

    void run() {
        m_by = m_mark.at - flat(m_person.beats.front().path.front());
        std::size_t way = 0;
        for (std::size_t i = 0; i < m_person.beats.size(); ++i) {
            if (m_person.beats[i].path.size() > 1) moveWay(i, way++);
            else moveStand(m_person.beats[i]);
        }
    }

private:
    glm::vec3 onFloor(const glm::vec2& p, float near) const { return {p.x, m_set.groundHeight(p.x, p.y, near), p.y}; }

    void moveStand(Beat& beat) {
        for (auto& point : beat.path) point = onFloor(flat(point) + m_by, point.y);
        if (m_mark.yaw) beat.yaw = *m_mark.yaw;
    }

    void moveWay(std::size_t i, std::size_t way) {
        Beat& beat = m_person.beats[i];
        const glm::vec3 end = beat.path.back();
        const float before = lengthOf(beat.path);
        const bool toSeat = endsAtSeat(m_person, i), drawn = way < m_mark.ways.size() && !m_mark.ways[way].empty();
        if (drawn) {
            Way path{onFloor(flat(beat.path.front()) + m_by, beat.path.front().y)};
            for (const auto& point : m_mark.ways[way]) path.push_back(onFloor(point, path.back().y));
            if (toSeat) path.push_back(end);
            beat.path = onGround(m_set, path);
        } else {
            for (auto& point : beat.path) point = onFloor(flat(point) + m_by, point.y);
            if (toSeat) beat.path.back() = end;
        }
        m_by = flat(beat.path.back()) - flat(end);
        const float after = lengthOf(beat.path);
        if (std::abs(after - before) > 0.05f) retime(i, before, after);
    }

    /// At the pace that it had, as far as what follows leaves time for it.
    void retime(std::size_t i, float before, float after) {
        auto& beats = m_person.beats;
        const double length = beats[i].end - beats[i].start, wanted = std::max(0.4, length * after / std::max(0.1f, before));
        beats[i].moments.clear();
        if (i + 1 < beats.size() && beats[i + 1].path.size() < 2) {
            const double latest = std::max(beats[i].end, beats[i + 1].end - leastBeat);
            beats[i].end = beats[i + 1].start = std::min(beats[i].start + wanted, latest);
        } else if (i + 1 == beats.size() && wanted < length * 0.8) { // there before the shot ends
            Beat rest = beats[i];
            rest.motion = "stand";
            rest.gait.clear();
            rest.yaw = yawOf(rest.path.back() - rest.path[rest.path.size() - 2]);
            rest.path = {rest.path.back()};
            rest.start = beats[i].end = beats[i].start + wanted;
            beats.push_back(std::move(rest));
        }
        chooseGait(beats[i]);
    }

    StagedPerson& m_person;
    const sets::BuiltSet& m_set;
    const HandMark& m_mark;
    glm::vec2 m_by{0}; ///< by which what comes next is moved
};

void warnOfSpeed(const std::string& who, const StagedPerson& person, std::vector<std::string>& warnings) {
    for (const Beat& beat : person.beats)
        if (beat.path.size() > 1 && speedOf(beat) > fastest) {
            warnings.push_back(who + " would have to run " + std::to_string(int(std::lround(speedOf(beat)))) + " m/s: give the way more time.");
            return;
        }
}

} // namespace

void putPeopleByHand(StagedShot& shot, const HandStaging& hand) {
    auto& blocking = shot.blocking;
    if (hand.set != blocking.set->kit) return;
    for (std::size_t i = 0; i < blocking.people.size(); ++i) {
        StagedPerson& person = blocking.people[i];
        if (person.beats.empty() || person.beats.front().path.empty() || person.aboard) continue;
        const std::string who = markName(shot, i);
        const auto mark = hand.marks.find(who);
        const auto keys = hand.people.find(who);
        const bool keyed = keys != hand.people.end() && !keys->second.empty();
        if (mark != hand.marks.end()) WayMover(person, *blocking.set, mark->second).run();
        if (keyed) person.beats = throughKeys(person, *blocking.set, keys->second);
        if (mark != hand.marks.end() || keyed) warnOfSpeed(who, person, shot.warnings);
    }
}

void sayWhoIsAbsent(StagedShot& shot, const HandStaging& hand) {
    if (hand.empty()) return;
    if (hand.set != shot.blocking.set->kit) {
        shot.warnings.push_back("What was moved by hand belongs to another set (" + hand.set + ") and rests.");
        return;
    }
    std::set<std::string> here;
    for (std::size_t i = 0; i < shot.blocking.people.size(); ++i) here.insert(markName(shot, i));
    std::set<std::string> absent;
    for (const auto& [who, mark] : hand.marks)
        if (!here.contains(who)) absent.insert(who);
    for (const auto& [who, keys] : hand.people)
        if (!here.contains(who)) absent.insert(who);
    for (const auto& who : absent) shot.warnings.push_back(who + " was moved by hand and is not in this shot now; the mark is kept.");
    here.clear();
    for (std::size_t i = 0; i < shot.blocking.props.size(); ++i) here.insert(thingName(shot, i));
    const auto ofSet = setThingNames(*shot.blocking.set);
    here.insert(ofSet.begin(), ofSet.end());
    for (const auto& [what, mark] : hand.things)
        if (!here.contains(what)) shot.warnings.push_back("The " + what + " was moved by hand and is not in this shot now; its place is kept.");
}

} // namespace rushes::stage
