// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/stage/walks.h"

#include "engine/reading/text.h"
#include "engine/stage/courses.h"
#include "engine/stage/deeds.h"
#include "engine/stage/easing.h"
#include "engine/stage/meetings.h"
#include "engine/stage/set_places.h"

#include <glm/geometric.hpp>

#include <algorithm>
#include <cctype>

namespace rushes::stage {

using reading::Action;

namespace {

/// "Walks down a staircase" along a way that rises, or up one that falls: it is gone the other way.
bool contradicts(const Action& action, const Way& way) {
    constexpr float flight = 0.5f; // metres: more than a kerb
    const auto says = [&](std::string_view list) { return reading::isOneOf(action.course, list) || reading::isOneOf(action.object, list) || reading::isOneOf(action.verb, list); };
    const float rise = way.back().y - way.front().y;
    return (rise > flight && says("downstairs descend")) || (rise < -flight && says("upstairs ascend climb"));
}

/// Not through the wall of the room.
bool isWithin(const sets::BuiltSet& set, const glm::vec3& at) {
    const auto& room = set.actionBounds;
    return !set.environment.interior || (at.x > room.low.x && at.x < room.high.x && at.z > room.low.z && at.z < room.high.z);
}

constexpr float roundPerson = 1.35f; ///< metres from whom somebody walks around
constexpr float intoFrame = 2.8f;    ///< metres at least of a way over the picture's edge

} // namespace

/// To which side of the picture a way goes: as the words say, else on the way that they went in the shot before.
int Walks::acrossOf(const StagedPerson& person, const Action& action) const {
    if (const int said = sideSaid(m_work.request.prompt, action.span.begin); said != 0) return enters(action) ? -said : said;
    const Carried* carried = carriedOf(person.name);
    return carried ? carried->went : 0;
}

const Carried* Walks::carriedOf(const std::string& name) const {
    std::string key(name);
    std::transform(key.begin(), key.end(), key.begin(), [](unsigned char c) { return char(std::tolower(c)); });
    const auto found = m_before.find(key);
    return name.empty() || found == m_before.end() ? nullptr : &found->second;
}

/// How near one walks up: as near as what comes then wants.
float Walks::nextDistance(const Worker& worker, const StagedPerson& person) const {
    for (std::size_t g = 0; g + 1 < worker.groups.size(); ++g)
        if (person.beats.back().action == std::size_t(mainOf(worker.groups[g]) - m_work.description.actions.data()))
            if (const float apart = m_work.playOfGroup(worker, g + 1).pair.apart; apart > 0) return apart;
    return 0.85f;
}

/// How far one gets in a beat. What glides or rolls is too fast to be watched all the way.
float Walks::reachOf(const Beat& beat, const StagedPerson& person, const Action& action, const MotionPlay& play) const {
    const float pace = play.speed * (action.fast ? 1.35f : action.slow ? 0.7f : 1.0f);
    const bool walks = figures::motionInfo(*person.figure, beat.motion).naturalSpeed == 0 || beat.motion == "walk" || beat.motion == "run";
    return glm::clamp(pace * float(beat.end - beat.start) * 0.9f, 0.6f, walks ? 12.0f : 4.5f);
}

void Walks::travel(Worker& worker, std::size_t group, const Action& action, const MotionPlay& play) {
    m_group = group;
    StagedPerson& person = m_work.person(worker);
    Beat& beat = person.beats.back();
    const float reach = reachOf(beat, person, action, play);
    const Worker* goal = m_work.workerOf(action.target);
    if (const Way meeting = toMeeting(worker, action, reach); !meeting.empty()) beat.path = meeting;
    else if (const auto along = m_company.wayFor(worker.index, m_group, worker.slot.position); !along.empty() && !isLoop(action.course)) beat.path = along, beat.course = action.course;
    else if (const Way after = wayBehind(worker, action); !after.empty()) beat.path = after;
    else if (worker.seatAhead) beat.path = toSeat(worker, person.beats.size() == 1, reach);
    else if (const Way course = courseWay(beat, worker, action, reach); !course.empty()) beat.path = course;
    else if (goal && goal->index != worker.index && (goal->posture != "carried" || formationOf(person.subject) == "bearers")) beat.path = toPerson(worker, person, *goal, reach);
    else beat.path = sideWay(beat, worker, person, action, reach);
    m_company.went(worker.index, m_group, worker.slot.position, beat.path);
    beat.path = onGround(*m_work.blocking.set, beat.path);
    if (beat.start < 0.01 && contradicts(action, beat.path)) std::reverse(beat.path.begin(), beat.path.end());
    beat.lookAt.reset();
    if (!beat.talking) beat.lookAtPerson.clear();
    worker.slot.position = beat.path.back();
    worker.slot.yaw = yawOf(beat.path.back() - beat.path[beat.path.size() - 2]);
}

/// With whom a way is said to meet or to cross: whom it names, else the next one who does the same; nobody where the words say neither.
const Worker* Walks::othersWay(const Worker& worker, const Action& action) const {
    if (worker.pair || follows(action) || meetingSaid(m_work.request.prompt, action) == Meeting::none) return nullptr;
    if (const Worker* named = m_work.workerOf(action.target); named && named->index != worker.index) return named;
    if (!action.target.empty() && action.verb != "cross") return nullptr; // past the shop; the paths that cross are no shop
    std::vector<const Worker*> same;
    for (const auto& other : m_work.workers)
        for (const auto& group : other.groups)
            if (mainOf(group)->verb == action.verb && mainOf(group)->order == action.order) { same.push_back(&other); break; }
    const auto me = std::find_if(same.begin(), same.end(), [&](const Worker* other) { return other->index == worker.index; });
    if (me == same.end() || same.size() < 2) return nullptr;
    const auto at = std::size_t(me - same.begin());
    return at % 2 ? same[at - 1] : at + 1 < same.size() ? same[at + 1] : nullptr;
}

/// Towards or past each other, or past one who stands; empty where the words say neither.
Way Walks::toMeeting(const Worker& worker, const Action& action, float reach) const {
    const Worker* other = othersWay(worker, action);
    if (!other) return {};
    const Meeting meeting = meetingSaid(m_work.request.prompt, action);
    const float across = rightOfPicture(*m_work.blocking.set).value_or(worker.slot.yaw + 90);
    const bool mutual = !other->groups.empty() && m_group < other->groups.size() && m_work.playOfGroup(*other, m_group).travels;
    if (!mutual) return meeting == Meeting::past ? wayPast(*m_work.blocking.set, other->slot.position, across, reach) : Way{};
    // Both get their ways from the one who comes first, wherever that one is by now.
    const bool first = worker.index < other->index;
    const glm::vec3 middle = m_work.slots.at(std::min(std::min(worker.index, other->index), m_work.slots.size() - 1)).position;
    const auto [mine, theirs] = meetingWays(*m_work.blocking.set, middle, across, reach, meeting);
    return first ? mine : theirs;
}

Way Walks::toSeat(const Worker& worker, bool first, float reach) const {
    const glm::vec3 here = worker.slot.position, end = frontOfSeat(*worker.seatAhead);
    const Way way = first ? Way{end - clearStep(*m_work.blocking.set, end, yawOf(end - here), reach, true), end} : m_work.blocking.set->path(here, end);
    return way.size() < 2 ? Way{here, end} : way;
}

Way Walks::toPerson(const Worker& worker, const StagedPerson& person, const Worker& goal, float reach) const {
    const glm::vec3 away = glm::normalize(worker.slot.position - goal.slot.position + glm::vec3(0.001f, 0, 0));
    const float near = nextDistance(worker, person), yaw = yawOf(away);
    for (const float length : {reach, 0.7f * reach, 0.5f * reach, std::min(reach, 1.2f), std::min(reach, 0.8f)}) // from the side where there is room
        for (const float turn : {0.0f, 25.0f, -25.0f, 50.0f, -50.0f, 80.0f, -80.0f, 115.0f, -115.0f, 150.0f, -150.0f, 180.0f}) {
            const glm::vec3 end = goal.slot.position + heading(yaw + turn) * near, from = goal.slot.position + heading(yaw + turn) * (near + length);
            if (isWithin(*m_work.blocking.set, from) && m_work.blocking.set->pathClear(from, end)) return {from, end};
        }
    const glm::vec3 end = goal.slot.position + away * near;
    const Way way = lastOf(m_work.blocking.set->path(end + away * reach, end), reach);
    return way.size() < 2 ? Way{end + away * reach, end} : way;
}

/// Out to or in from a side of the picture, where one is known; an open set has room for that, a room has its door.
Way Walks::sideWay(Beat& beat, const Worker& worker, const StagedPerson& person, const Action& action, float reach) const {
    const bool first = person.beats.size() == 1;
    const int across = acrossOf(person, action);
    const auto right = rightOfPicture(*m_work.blocking.set);
    const bool said = sideSaid(m_work.request.prompt, action.span.begin) != 0;
    if (across == 0 || !right || (!said && (m_work.blocking.set->environment.interior || !first))) return freeWay(worker, action, first, reach);
    const glm::vec3 here = worker.slot.position;
    const float yaw = across > 0 ? *right : *right + 180;
    const bool off = leaves(action) || !first;
    const glm::vec3 step = stepTowards(*m_work.blocking.set, here, yaw, reach, !off);
    if (glm::length(step) < 1) return freeWay(worker, action, first, reach);
    beat.across = across;
    return off ? Way{here, here + step} : Way{here - step, here};
}

Way Walks::freeWay(const Worker& worker, const Action& action, bool first, float reach) const {
    const auto& set = *m_work.blocking.set;
    const glm::vec3 here = worker.slot.position;
    if (leaves(action)) return wayOut(set, here, worker.slot.yaw + 150, reach);
    if (first && enters(action)) return wayIn(set, here, worker.slot.yaw, reach);
    const bool apart = action.particle == "apart" || action.object == "apart";
    if (apart) return {here, here + clearStep(set, here, worker.slot.yaw, reach, false)}; // each the way they look
    if (!first) return {here, here + clearStep(set, here, worker.slot.yaw + 60, reach, false)};
    // Those who go together are seen coming.
    const float yaw = m_company.leads(worker.index) && !set.shots.empty() ? yawOf(set.shots.front().eye - set.shots.front().target) + 24 : worker.slot.yaw;
    return {here - clearStep(set, here, yaw, reach, true), here};
}

/// How those who go together keep to one another, by the words.
std::string Walks::formationOf(const std::string& subject) const {
    if (const auto kept = m_work.formations.find(subject); kept != m_work.formations.end()) return kept->second;
    for (const auto& arrangement : m_work.description.arrangements)
        if (std::find(arrangement.members.begin(), arrangement.members.end(), subject) != arrangement.members.end()) return arrangement.kind;
    return {};
}

void Walks::findCompany() {
    auto& workers = m_work.workers;
    for (auto& worker : workers) {
        if (worker.groups.empty()) continue;
        const Action& action = *mainOf(worker.groups.front());
        Worker* ahead = follows(action) ? const_cast<Worker*>(m_work.workerOf(action.target)) : nullptr;
        if (ahead && ahead->groups.empty() && ahead->index != worker.index) ahead->groups.push_back({&action});
        Worker* along = takesAlong(action) && m_work.playOfGroup(worker, 0).travels ? const_cast<Worker*>(m_work.workerOf(action.target)) : nullptr;
        if (along && along->groups.empty() && along->index != worker.index && along->posture.empty()) {
            along->groups.push_back({&action});
            for (const Worker* one : {static_cast<const Worker*>(along), static_cast<const Worker*>(&worker)}) m_work.formations[m_work.person(*one).subject] = "side_by_side";
        }
    }
    for (auto& worker : workers)
        for (std::size_t g = 0; g < worker.groups.size(); ++g) {
            const Action& action = *mainOf(worker.groups[g]);
            const Worker* goal = m_work.workerOf(action.target);
            const bool bears = formationOf(m_work.person(worker).subject) == "bearers";
            if (worker.pair || !(bears || m_work.playOfGroup(worker, g).travels) || isLoop(action.course) || action.particle == "apart" || action.object == "apart" || (!bears && goal && !follows(action) && !takesAlong(action) && action.course.empty()) || othersWay(worker, action)) continue;
            const bool isAhead = goal && goal->index == worker.index && follows(action);
            std::string formation = formationOf(m_work.person(worker).subject);
            if (formation.empty() && isOfDepth(action.course)) formation = "loose"; // all are to be seen
            const bool after = goal && follows(action) && !isAhead;
            m_company.add(worker.index, g, action, isAhead ? Company::Place::ahead : after ? Company::Place::behind : Company::Place::along, formation);
        }
    // Who goes ahead goes first.
    const auto rank = [&](const Worker& worker) { return m_company.isAhead(worker.index) ? 0 : isBehind(worker) ? 2 : 1; };
    std::stable_sort(workers.begin(), workers.end(), [&](const Worker& a, const Worker& b) { return rank(a) < rank(b); });
}

bool Walks::isBehind(const Worker& worker) const { return !worker.groups.empty() && follows(*mainOf(worker.groups.front())); }

/// Behind one who goes their own way already; empty where that one stays.
Way Walks::wayBehind(const Worker& worker, const Action& action) const {
    const Worker* goal = follows(action) ? m_work.workerOf(action.target) : nullptr;
    if (!goal || goal->index == worker.index) return {};
    for (const Beat& beat : m_work.person(*goal).beats)
        if (beat.path.size() > 1) return beside(beat.path, 0.25f, 1.5f);
    return {};
}

/// As the camera is to see it; empty where the words do not say.
Way Walks::courseWay(Beat& beat, const Worker& worker, const Action& action, float reach) const {
    const auto& set = *m_work.blocking.set;
    const glm::vec3 here = worker.slot.position;
    if (action.course.empty() && m_company.leads(worker.index) && formationOf(m_work.person(worker).subject) == "single_file") {
        // A file is seen from its side, a little from the front; there is room behind for all of it.
        const float file = m_company.length(worker.index, m_group);
        return lastOf(depthWay(set, here, {.view = m_work.viewYaw() + 60, .reach = reach + file}), reach);
    }
    if (action.course.empty() || action.course.ends_with("stairs")) return {};
    beat.course = action.course;
    if (isLoop(action.course)) return aroundWay(worker, action, reach);
    if (isOfDepth(action.course)) {
        const auto row = float(m_company.abreast(worker.index, m_group));
        return depthWay(set, here, {.view = m_work.viewYaw(), .reach = reach, .wide = row, .away = action.course == "away_from_camera"});
    }
    const float right = rightOfPicture(set).value_or(m_work.viewYaw() + 90);
    if (action.course == "back_and_forth") {
        const glm::vec3 step = stepTowards(set, here, right, std::min(2.2f, reach * 0.6f), false);
        return glm::length(step) < 0.5f ? Way{} : Way{here, here + step, here};
    }
    const std::string& prompt = m_work.request.prompt;
    const std::size_t begin = std::min(action.span.begin, prompt.size());
    const int said = sideSaid(prompt.substr(begin, std::min(prompt.find_first_of(",.;", begin), prompt.size()) - begin), 0);
    const bool comes = action.course == "into_frame";
    const int side = sideOf(action.course) != 0 ? sideOf(action.course) : said != 0 ? (comes || enters(action) ? -said : said) : 1;
    const float yaw = side > 0 ? right : right + 180;
    beat.across = side;
    if (isAcross(action.course)) {
        const glm::vec3 before = stepTowards(set, here, yaw, reach * 0.5f, true), after = stepTowards(set, here, yaw, reach * 0.5f, false);
        return {here - before, here + after};
    }
    const glm::vec3 step = stepTowards(set, here, yaw, std::max(reach, intoFrame), comes);
    return glm::length(step) < 1 ? Way{} : comes ? Way{here - step, here} : Way{here, here + step};
}

/// Round whom or what the words name, round each other, or in circles.
Way Walks::aroundWay(const Worker& worker, const Action& action, float reach) const {
    const auto& blocking = m_work.blocking;
    const glm::vec3 here = worker.slot.position;
    if (const Worker* goal = m_work.workerOf(action.target); goal && goal->index != worker.index)
        return roundWay(*blocking.set, goal->slot.position, roundPerson, here, reach);
    for (const auto& prop : blocking.props)
        if (!action.target.empty() && prop.subject == action.target && !prop.holder)
            return roundWay(*blocking.set, prop.path.front(), 0.6f + 0.5f * std::max(prop.prop->size.x, prop.prop->size.z) * prop.scale, here, reach);
    if (const auto* thing = m_work.description.subject(action.target))
        if (const auto* own = ownThing(*blocking.set, m_work.sets, *thing)) {
            const glm::vec3 size = own->bounds.size(), middle = own->bounds.centre();
            return roundWay(*blocking.set, {middle.x, here.y, middle.z}, 0.6f + 0.5f * std::max(size.x, size.z), here, reach);
        }
    for (const auto& other : m_work.workers) // "circle each other"
        if (other.index != worker.index && !other.groups.empty() && mainOf(other.groups.front())->span == action.span) {
            const glm::vec3 middle = (m_work.slots.at(0).position + m_work.slots.at(std::min<std::size_t>(1, m_work.slots.size() - 1)).position) * 0.5f;
            return roundWay(*blocking.set, middle, std::max(0.8f, glm::distance(here, middle)), here, reach);
        }
    return roundWay(*blocking.set, here - heading(worker.slot.yaw + 90) * 1.2f, 1.2f, here, reach);
}

} // namespace rushes::stage
