// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/stage/block_people.h"

#include "engine/stage/casting.h"
#include "engine/stage/easing.h"
#include "engine/stage/motion_table.h"
#include "engine/stage/slots.h"

#include <glm/geometric.hpp>

#include <algorithm>
#include <set>

namespace rushes::stage {
namespace {

using reading::Action;

/// One person's work while blocking: where they are now and what they still have to do.
struct Worker {
    std::size_t index = 0; ///< into Blocking::people
    Slot slot;
    std::vector<std::vector<const Action*>> groups; ///< actions at the same time, in order
    std::optional<glm::vec3> partner;               ///< floor position of whom they talk to
    std::string partnerSubject;                     ///< when that one is in the shot
    bool talks = false;
};

class Blocker {
public:
    Blocker(Blocking& blocking, const sets::SetLibrary& sets, const reading::ShotDescription& description,
            const generate::ShotRequest& request, std::vector<std::string>& warnings)
        : m_blocking(blocking), m_sets(sets), m_description(description), m_request(request), m_warnings(warnings) {}

    void run() {
        assignSlots();
        collectActions();
        findPartners();
        for (auto& worker : m_workers) perform(worker);
    }

private:
    void assignSlots() {
        const std::size_t castSize = m_request.cast.size();
        const auto slots = standingSlots(*m_blocking.set, castSize + m_blocking.people.size() + 2);
        std::set<std::size_t> used;
        for (std::size_t i = 0; i < m_blocking.people.size(); ++i) {
            const auto inCast = castIndex(m_request, m_blocking.people[i].name);
            std::size_t slot = inCast.value_or(castSize > 0 && !m_blocking.people[i].name.empty() ? castSize : 0);
            while (used.contains(slot)) ++slot;
            used.insert(slot);
            m_workers.push_back({i, slots.at(std::min(slot, slots.size() - 1)), {}, {}, {}, false});
        }
        m_slots = slots;
    }

    void collectActions() {
        for (auto& worker : m_workers) {
            const std::string& subject = m_blocking.people[worker.index].subject;
            std::vector<const Action*> mine;
            for (const auto& action : m_description.actions)
                if (action.subject == subject) mine.push_back(&action);
            std::stable_sort(mine.begin(), mine.end(), [](const Action* a, const Action* b) { return a->order < b->order; });
            for (const Action* action : mine) {
                if (worker.groups.empty() || worker.groups.back().front()->order != action->order) worker.groups.emplace_back();
                worker.groups.back().push_back(action);
                worker.talks = worker.talks || playOf(action->motion).talks;
            }
            for (const auto& line : m_description.dialogue) worker.talks = worker.talks || line.subject == subject;
        }
    }

    void findPartners() {
        for (auto& worker : m_workers) {
            for (const auto& other : m_workers)
                if (other.index != worker.index && (!worker.partner || other.talks)) {
                    if (worker.partner && !worker.talks && m_blocking.people[worker.index].subject == worker.partnerSubject) continue;
                    if (worker.partner && glm::distance(worker.slot.position, *worker.partner) < glm::distance(worker.slot.position, other.slot.position))
                        continue;
                    worker.partner = other.slot.position;
                    worker.partnerSubject = m_blocking.people[other.index].subject;
                }
            const auto me = castIndex(m_request, m_blocking.people[worker.index].name);
            // Alone in the frame, but not in the scene: the other one stands where the other shots have them.
            if (!worker.partner && me && m_request.cast.size() > 1) worker.partner = m_slots[*me == 0 ? 1 : 0].position;
        }
    }

    Beat rest(const Worker& worker, double start, double end) const {
        Beat beat;
        beat.start = start;
        beat.end = end;
        beat.path = {worker.slot.position};
        beat.yaw = worker.slot.yaw;
        beat.seat = worker.slot.seat;
        beat.motion = beat.seat ? "sit" : "stand";
        return beat;
    }

    void face(Beat& beat, const Worker& worker) const {
        if (!worker.partner) return;
        if (!beat.seat && beat.path.size() < 2) beat.yaw = yawOf(*worker.partner - beat.path.back());
        if (!worker.partnerSubject.empty()) beat.lookAtPerson = worker.partnerSubject;
        else beat.lookAt = *worker.partner + glm::vec3(0, 1.55f, 0);
    }

    void perform(Worker& worker) {
        auto& person = m_blocking.people[worker.index];
        const double total = m_blocking.seconds;
        if (worker.groups.empty()) {
            Beat beat = rest(worker, 0, total);
            face(beat, worker);
            beat.talking = worker.talks;
            if (beat.talking && !beat.seat) beat.motion = "talk";
            beat.mood = moodOf(person);
            person.beats.push_back(beat);
            return;
        }
        const double share = total / double(worker.groups.size());
        for (std::size_t g = 0; g < worker.groups.size(); ++g) act(worker, person, worker.groups[g], share * double(g), share * double(g + 1));
    }

    std::string moodOf(const StagedPerson& person) const {
        const auto* subject = m_description.subject(person.subject);
        return subject ? subject->expression : std::string{};
    }

    void act(Worker& worker, StagedPerson& person, const std::vector<const Action*>& group, double start, double end) {
        const Action* main = group.front();
        for (const Action* action : group)
            if (playOf(action->motion).travels || (playOf(main->motion).word == "stand" && playOf(action->motion).word != "stand")) main = action;
        const MotionPlay& play = playOf(main->motion);
        if ((play.seated || play.lies) && !worker.slot.seat) sit(worker, play);
        if (play.word == "stand_up" || play.travels) standUp(worker);
        Beat beat = rest(worker, start, end);
        beat.mood = play.mood.empty() ? moodOf(person) : std::string(play.mood);
        for (const Action* action : group) beat.talking = beat.talking || playOf(action->motion).talks;
        const bool upright = worker.slot.seat.has_value() && !play.seated && !play.lies;
        if (!upright) beat.motion = play.figure;
        if (beat.seat && beat.motion != "sit" && !play.lies && play.figure != "drive" && play.figure != "typing") beat.motion = "sit";
        face(beat, worker);
        aim(beat, *main, group);
        if (play.word == "turn") beat.yaw += 180;
        person.beats.push_back(beat);
        if (play.travels) travel(worker, person, *main, play);
    }

    /// Looks, points and reaches go to what the action names.
    void aim(Beat& beat, const Action& main, const std::vector<const Action*>& group) const {
        for (const Action* action : group) {
            if (action->object == "camera" || action->object == "lens") beat.lookAtPerson = "camera";
            if (action->target.empty()) continue;
            for (const auto& other : m_workers)
                if (m_blocking.people[other.index].subject == action->target && action->target != action->subject) {
                    beat.lookAtPerson = action->target;
                    if (!beat.seat && beat.path.size() < 2) beat.yaw = yawOf(other.slot.position - beat.path.back());
                }
        }
        for (const char* handiwork : {"pick_up", "put_down", "cut", "cook", "wash", "work_tool"})
            if (main.motion == handiwork && !beat.pointAt) beat.pointAt = beat.path.back() + heading(beat.yaw) * 0.42f + glm::vec3(0, beat.seat ? 0.72f : 0.88f, 0);
        if (main.motion == "look" && main.target.empty() && main.object != "camera") {
            const bool upwards = main.verb.find("up") != std::string::npos || main.object == "sky" || main.object == "up";
            beat.lookAtPerson.clear();
            const bool down = main.object == "down";
            beat.lookAt = beat.path.back() + heading(beat.yaw + 12) * 8.0f + glm::vec3(0, upwards ? 7.0f : down ? 0.2f : 1.7f, 0);
        }
    }

    void sit(Worker& worker, const MotionPlay& play) {
        std::vector<glm::vec3> taken;
        for (const auto& other : m_workers)
            if (other.slot.seat) taken.push_back(other.slot.position);
        const std::string_view pose = play.lies ? "lie" : play.figure == "drive" ? "drive" : "sit";
        if (const auto seat = seatNear(*m_blocking.set, worker.slot.position, pose, taken)) {
            worker.slot = *seat;
            if (!worker.slot.seat) worker.slot.seat = 0.45f;
            return;
        }
        if (play.lies) return; // on the floor where they are
        // No seat on this set: bring a chair.
        const std::string name = play.figure == "ride_bike" ? "bicycle" : "chair";
        if (auto chair = m_sets.prop(name)) {
            worker.slot.seat = (*chair)->seatHeight.value_or(0.45f);
            StagedProp prop{"", name, 0, *chair, {worker.slot.position}, worker.slot.yaw, 1, "", {}, false};
            m_blocking.props.push_back(std::move(prop));
            m_warnings.push_back("The set has no free seat; a " + name + " was brought.");
        }
    }

    void standUp(Worker& worker) {
        if (!worker.slot.seat) return;
        worker.slot.seat.reset();
        const glm::vec3 front = worker.slot.position + heading(worker.slot.yaw) * 0.55f;
        worker.slot.position = m_blocking.set->freeSpotNear(front, 0.25f).value_or(front);
    }

    static bool leaves(const Action& action) {
        for (const char* verb : {"leave", "exit", "go", "walk away", "depart", "flee", "escape", "run away"})
            if (action.verb == verb || action.object == "away" || action.object == "off") return true;
        return false;
    }

    static bool enters(const Action& action) {
        for (const char* verb : {"enter", "arrive", "come", "approach", "return", "burst"})
            if (action.verb == verb) return true;
        return false;
    }

    /// Lays the path of the last beat: away from the mark, in from the door, or a few clear metres that end on the mark.
    void travel(Worker& worker, StagedPerson& person, const Action& action, const MotionPlay& play) {
        Beat& beat = person.beats.back();
        const float pace = play.speed * (action.fast ? 1.35f : action.slow ? 0.7f : 1.0f);
        const float reach = glm::clamp(pace * float(beat.end - beat.start) * 0.9f, 0.6f, 12.0f);
        const glm::vec3 here = worker.slot.position;
        const bool first = person.beats.size() == 1;
        if (const Worker* goal = workerOf(action.target); goal && goal->index != worker.index) {
            const glm::vec3 away = glm::normalize(here - goal->slot.position + glm::vec3(0.001f, 0, 0));
            const glm::vec3 end = goal->slot.position + away * 0.85f;
            beat.path = shortened(m_blocking.set->path(end + away * reach, end), reach, end, away);
        } else if (leaves(action)) {
            const glm::vec3 out = clearDirection(here, worker.slot.yaw + 150, reach, false);
            beat.path = {here, here + out};
        } else if (first) {
            const auto* door = enters(action) ? m_blocking.set->mark("enter") : nullptr;
            beat.path = door ? shortened(m_blocking.set->path(door->position, here), reach, here, glm::vec3(0)) : std::vector<glm::vec3>{};
            if (beat.path.size() < 2) beat.path = {here - clearDirection(here, worker.slot.yaw, reach, true), here};
        } else {
            const glm::vec3 out = clearDirection(here, worker.slot.yaw + 60, reach, false);
            beat.path = {here, here + out};
        }
        for (auto& point : beat.path) point.y = m_blocking.set->groundHeight(point.x, point.z, point.y + 0.1f);
        beat.lookAt.reset();
        if (!beat.talking) beat.lookAtPerson.clear();
        worker.slot.position = beat.path.back();
        worker.slot.yaw = yawOf(beat.path.back() - beat.path[beat.path.size() - 2]);
    }

    const Worker* workerOf(const std::string& subject) const {
        for (const auto& worker : m_workers)
            if (!subject.empty() && m_blocking.people[worker.index].subject == subject) return &worker;
        return nullptr;
    }

    /// The last `reach` metres of a path, ending at `end`; straight along `from` when there is no path.
    static std::vector<glm::vec3> shortened(std::vector<glm::vec3> path, float reach, const glm::vec3& end, const glm::vec3& from) {
        if (path.size() < 2) return from == glm::vec3(0) ? std::vector<glm::vec3>{} : std::vector<glm::vec3>{end + from * reach, end};
        std::vector<glm::vec3> kept{path.back()};
        for (std::size_t i = path.size() - 1; i-- > 0;) {
            const float leg = glm::distance(path[i], kept.back());
            if (leg >= reach) {
                kept.push_back(kept.back() + (path[i] - kept.back()) * (reach / leg));
                break;
            }
            reach -= leg;
            kept.push_back(path[i]);
        }
        std::reverse(kept.begin(), kept.end());
        return kept;
    }

    /// A walk of up to `reach` metres that nothing stands in, as near to `yaw` as can be: the vector walked. `arriving` asks for a walk
    /// that ends at `here`.
    glm::vec3 clearDirection(const glm::vec3& here, float yaw, float reach, bool arriving) const {
        for (float length = reach; length > 0.7f; length *= 0.7f)
            for (const float turn : {0.0f, 25.0f, -25.0f, 50.0f, -50.0f, 80.0f, -80.0f, 115.0f, -115.0f, 150.0f, -150.0f, 180.0f}) {
                const glm::vec3 walk = heading(yaw + turn) * length;
                if (m_blocking.set->pathClear(arriving ? here - walk : here, arriving ? here : here + walk)) return walk;
            }
        return heading(yaw) * std::min(reach, 1.2f);
    }

    Blocking& m_blocking;
    const sets::SetLibrary& m_sets;
    const reading::ShotDescription& m_description;
    const generate::ShotRequest& m_request;
    std::vector<std::string>& m_warnings;
    std::vector<Worker> m_workers;
    std::vector<Slot> m_slots;
};

} // namespace

void blockPeople(Blocking& blocking, const sets::SetLibrary& sets, const reading::ShotDescription& description,
                 const generate::ShotRequest& request, std::vector<std::string>& warnings) {
    Blocker(blocking, sets, description, request, warnings).run();
}

} // namespace rushes::stage
