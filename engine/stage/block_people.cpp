// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/stage/block_people.h"

#include "engine/stage/aboard.h"
#include "engine/stage/block_things.h"
#include "engine/stage/brought_seats.h"
#include "engine/stage/casting.h"
#include "engine/stage/company.h"
#include "engine/stage/crowd.h"
#include "engine/stage/deeds.h"
#include "engine/stage/easing.h"
#include "engine/stage/keep_apart.h"
#include "engine/stage/meetings.h"
#include "engine/stage/motion_table.h"
#include "engine/stage/slots.h"
#include "engine/stage/ways.h"

#include <glm/geometric.hpp>

#include <algorithm>
#include <cctype>
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
    std::optional<std::size_t> pair; ///< worker with whom the first thing is done hand in hand
    std::string_view answer;         ///< what this one does while the other acts on them
    std::optional<Slot> seatAhead;   ///< where a walk ends to sit
};

class Blocker {
public:
    Blocker(Blocking& blocking, const sets::SetLibrary& sets, const reading::ShotDescription& description,
            const generate::ShotRequest& request, const SceneSoFar& before, std::vector<std::string>& warnings)
        : m_blocking(blocking), m_sets(sets), m_description(description), m_request(request), m_before(before), m_warnings(warnings), m_brought(blocking, sets, description) {}

    void run() {
        assignSlots();
        collectActions();
        boardVehicles(m_blocking, m_sets, m_description);
        keepSeats();
        takeSeatsAboard();
        findPartners();
        bringPairsTogether();
        findCompany();
        for (auto& worker : m_workers) perform(worker);
        settleAboard(m_blocking);
        bringThings(m_blocking, m_sets, m_description, m_warnings);
        keepApart(m_blocking);
        m_brought.setDown();
    }

private:
    void assignSlots() {
        const std::size_t castSize = m_request.cast.size();
        m_crowdAlone = isCrowdAlone();
        const auto slots = m_crowdAlone ? crowdSlots(*m_blocking.set, m_blocking.people.size() + 2, crowdPlace()) : standingSlots(*m_blocking.set, castSize + m_blocking.people.size() + 2);
        std::set<std::size_t> used;
        for (std::size_t i = 0; i < m_blocking.people.size(); ++i) {
            const auto inCast = castIndex(m_request, m_blocking.people[i].name);
            std::size_t slot = inCast.value_or(castSize > 0 && !m_blocking.people[i].name.empty() ? castSize : 0);
            while (used.contains(slot)) ++slot;
            used.insert(slot);
            Worker worker;
            worker.index = i;
            worker.slot = slots.at(std::min(slot, slots.size() - 1));
            m_workers.push_back(std::move(worker));
        }
        m_slots = slots;
    }

    /// Nobody but the first few of a crowd.
    bool isCrowdAlone() const {
        return !m_blocking.people.empty() && std::all_of(m_blocking.people.begin(), m_blocking.people.end(), [&](const auto& person) { return isOfCrowd(m_description, person); });
    }

    /// An audience takes the seats of a place that has rows of them, spectators its stands.
    CrowdPlace crowdPlace() const {
        const auto* subject = m_description.subject(m_blocking.people.front().subject);
        if (!subject) return CrowdPlace::floor;
        if (isAudience(subject->noun) && !m_blocking.set->moreSeats.empty()) return CrowdPlace::seats;
        for (const auto& action : m_description.actions)
            if (action.subject == subject->id && isSpectator(subject->noun, playOf(action).figure) && !playOf(action).travels) return CrowdPlace::stands;
        return CrowdPlace::floor;
    }

    void collectActions() {
        for (auto& worker : m_workers) {
            const std::string& subject = m_blocking.people[worker.index].subject;
            std::vector<const Action*> mine;
            for (const auto& action : m_description.actions)
                if (action.subject == subject) mine.push_back(&action);
            std::stable_sort(mine.begin(), mine.end(), [](const Action* a, const Action* b) { return a->order < b->order; });
            for (const Action* action : mine) {
                const auto waits = [&](const Action* other) { return other->order != action->order || takesTurns(*other, *action); };
                if (worker.groups.empty() || std::any_of(worker.groups.back().begin(), worker.groups.back().end(), waits)) worker.groups.emplace_back();
                worker.groups.back().push_back(action);
                worker.talks = worker.talks || playOf(*action).talks;
            }
            for (const auto& line : m_description.dialogue) worker.talks = worker.talks || line.subject == subject;
        }
    }

    // ---- from the shots before

    const Carried* carriedOf(const std::string& name) const {
        std::string key(name);
        std::transform(key.begin(), key.end(), key.begin(), [](unsigned char c) { return char(std::tolower(c)); });
        const auto found = m_before.find(key);
        return name.empty() || found == m_before.end() ? nullptr : &found->second;
    }

    /// Who sat in the shots before sits, on the same seat in each shot: they are given out in the order of the cast.
    void keepSeats() {
        std::vector<glm::vec3> taken;
        for (std::size_t i = 0; i < m_request.cast.size() && i < m_slots.size(); ++i) {
            const Carried* carried = carriedOf(m_request.cast[i].name);
            if (!carried || !carried->sits) continue;
            const auto seat = seatNear(*m_blocking.set, m_slots[i].position, "sit", taken);
            if (!seat) continue;
            taken.push_back(seat->position);
            m_slots[i] = *seat;
            for (auto& worker : m_workers)
                if (castIndex(m_request, m_blocking.people[worker.index].name) == i) worker.slot = *seat;
        }
    }

    void takeSeatsAboard() {
        for (auto& worker : m_workers)
            if (const auto& aboard = m_blocking.people[worker.index].aboard) worker.slot = seatAboard(m_blocking, *aboard);
    }

    /// To which side of the picture a way goes: as the words say, else on the way that they went in the shot before.
    int acrossOf(const StagedPerson& person, const Action& action) const {
        if (const int said = sideSaid(m_request.prompt, action.span.begin); said != 0) return enters(action) ? -said : said;
        const Carried* carried = carriedOf(person.name);
        return carried ? carried->went : 0;
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
        if (!worker.partner || m_crowdAlone) return;
        if (!beat.seat && beat.path.size() < 2) beat.yaw = yawOf(*worker.partner - beat.path.back());
        if (!worker.partnerSubject.empty()) beat.lookAtPerson = worker.partnerSubject;
        else beat.lookAt = *worker.partner + glm::vec3(0, 1.55f, 0);
    }

    // ---- two who do one thing

    std::string_view tradeOf(const StagedPerson& person) const {
        const auto* subject = m_description.subject(person.subject);
        return subject ? std::string_view(subject->prop.empty() ? subject->noun : subject->prop) : std::string_view{};
    }

    const MotionPlay& playOfGroup(const Worker& worker, std::size_t group) const {
        return playOf(*mainOf(worker.groups[group]), tradeOf(m_blocking.people[worker.index]));
    }

    /// With whom: whom the verb names, else who does the same, else the nearest.
    Worker* otherOf(const Worker& worker, const Action& action) {
        Worker* same = nullptr;
        const auto* target = m_description.subject(action.target);
        const bool named = target && target->kind == reading::SubjectKind::person;
        for (auto& other : m_workers) {
            if (other.index == worker.index) continue;
            if (named && m_blocking.people[other.index].subject == action.target) return &other;
            const bool alike = !other.groups.empty() && mainOf(other.groups.front())->motion == action.motion;
            if (!same && !named && (alike || m_blocking.people[other.index].subject == worker.partnerSubject)) same = &other;
        }
        return same;
    }

    void bringPairsTogether() {
        for (auto& worker : m_workers) {
            if (worker.groups.empty() || worker.pair) continue;
            const MotionPlay& play = playOfGroup(worker, 0);
            if (play.pair.apart <= 0) continue;
            Worker* other = otherOf(worker, *mainOf(worker.groups.front()));
            if (!other || other->pair) continue;
            const auto sizeOf = [&](const Worker& w) { return float(m_blocking.people[w.index].figure->height()) / 1.72f; };
            const float apart = play.pair.apart * 0.5f * (sizeOf(worker) + sizeOf(*other));
            const glm::vec3 middle = (worker.slot.position + other->slot.position) * 0.5f;
            glm::vec3 way = other->slot.position - worker.slot.position;
            way.y = 0;
            way = glm::length(way) > 0.05f ? glm::normalize(way) : glm::vec3(1, 0, 0);
            const auto put = [&](Worker& w, const glm::vec3& at, const glm::vec3& towards) {
                w.slot = {{at.x, m_blocking.set->groundHeight(at.x, at.z, w.slot.position.y), at.z}, yawOf(towards - at), {}};
            };
            put(worker, middle - way * apart * 0.5f, middle);
            put(*other, middle + way * apart * 0.5f, middle);
            worker.partner = other->slot.position;
            other->partner = worker.slot.position;
            worker.partnerSubject = m_blocking.people[other->index].subject;
            other->partnerSubject = m_blocking.people[worker.index].subject;
            worker.pair = other->index;
            other->pair = worker.index;
            other->answer = play.pair.answer;
        }
    }

    /// Those who do the same walk at the same time go together; whom somebody follows goes ahead of them.
    void findCompany() {
        for (auto& worker : m_workers) {
            if (worker.groups.empty()) continue;
            const Action& action = *mainOf(worker.groups.front());
            Worker* ahead = follows(action) ? const_cast<Worker*>(workerOf(action.target)) : nullptr;
            if (ahead && ahead->groups.empty() && ahead->index != worker.index) ahead->groups.push_back({&action});
        }
        for (auto& worker : m_workers)
            for (std::size_t g = 0; g < worker.groups.size(); ++g) {
                const Action& action = *mainOf(worker.groups[g]);
                const Worker* goal = workerOf(action.target);
                if (worker.pair || !playOfGroup(worker, g).travels || (goal && !follows(action)) || othersWay(worker, action)) continue;
                const bool isAhead = goal && goal->index == worker.index;
                m_company.add(worker.index, g, action, isAhead ? Company::Place::ahead : goal ? Company::Place::behind : Company::Place::along);
            }
        // Who goes ahead goes first.
        std::stable_sort(m_workers.begin(), m_workers.end(), [&](const Worker& a, const Worker& b) { return m_company.isAhead(a.index) > m_company.isAhead(b.index); });
    }

    // ---- one after the other

    void perform(Worker& worker) {
        auto& person = m_blocking.people[worker.index];
        const double total = m_blocking.seconds;
        if (worker.groups.empty()) {
            Beat beat = rest(worker, 0, total);
            face(beat, worker);
            if (const auto* subject = m_description.subject(person.subject); m_crowdAlone && !beat.seat && subject) beat.motion = tradeMotion(subject->noun);
            beat.talking = worker.talks;
            if (beat.talking && !beat.seat) beat.motion = "talk";
            if (!worker.answer.empty() && !beat.seat) beat.motion = worker.answer;
            if (worker.pair) beat.pairedWith = worker.partnerSubject;
            beat.mood = moodOf(person);
            person.beats.push_back(beat);
            return;
        }
        const double share = total / double(worker.groups.size());
        for (std::size_t g = 0; g < worker.groups.size(); ++g) {
            m_group = g;
            lookAhead(worker, g);
            act(worker, person, worker.groups[g], share * double(g), share * double(g + 1));
        }
    }

    /// A walk that is followed by sitting ends before the seat.
    void lookAhead(Worker& worker, std::size_t group) {
        if (playOfGroup(worker, group).seated) return; // it is the seat that the walk before went to
        worker.seatAhead.reset();
        if (group + 1 >= worker.groups.size() || !playOfGroup(worker, group).travels) return;
        const MotionPlay& next = playOfGroup(worker, group + 1);
        if (!next.seated) return;
        if (const auto seat = seatNear(*m_blocking.set, worker.slot.position, "sit", seatsTaken())) worker.seatAhead = seat;
        else if (!worker.slot.seat) {
            m_brought.bring(worker.slot, worker.index, "chair");
            if (worker.slot.seat) worker.seatAhead = worker.slot;
            worker.slot.seat.reset();
        }
    }

    std::vector<glm::vec3> seatsTaken() const {
        std::vector<glm::vec3> taken;
        for (const auto& other : m_workers)
            if (other.slot.seat) taken.push_back(other.slot.position);
        return taken;
    }

    std::string moodOf(const StagedPerson& person) const {
        const auto* subject = m_description.subject(person.subject);
        if (!subject) return {};
        for (const char* word : {"crying", "weeping", "sobbing", "tearful", "cry", "weep", "sob"})
            if (subject->feeling == word) return "cry";
        return subject->feeling == "laughing" ? "laugh" : subject->expression;
    }

    /// What it takes to get there is seen: standing before sitting down, sitting before standing up, a back before a turn.
    double prelude(Worker& worker, StagedPerson& person, const MotionPlay& play, double start, double end) {
        const bool rises = play.word == "stand_up", sits = play.word == "sit_down";
        if (!person.beats.empty() || !(rises || sits || play.word == "turn" || play.word == "kneel" || play.word == "crouch")) return start;
        const double until = start + std::min(0.8, (end - start) * 0.25);
        if ((rises || sits) && !worker.slot.seat) sit(worker, play);
        Beat beat = rest(worker, start, until);
        beat.mood = moodOf(person);
        if (sits) {
            beat.path = {frontOf(worker.slot)};
            beat.seat.reset();
            beat.motion = "stand";
        }
        person.beats.push_back(beat);
        return until;
    }

    static glm::vec3 frontOf(const Slot& seat) { return seat.position + heading(seat.yaw) * 0.42f; }

    void act(Worker& worker, StagedPerson& person, const std::vector<const Action*>& group, double start, double end) {
        const Action* main = mainOf(group);
        const MotionPlay& play = playOf(*main, tradeOf(person));
        const auto info = figures::motionInfo(*person.figure, play.figure);
        bool seated = play.seated || info.seated;
        for (const Action* action : group) seated = seated || (playOf(*action).word == "sit" && playOf(*action).seated && canSit(play) && !play.travels && !play.lies);
        start = prelude(worker, person, play, start, end);
        if ((seated || play.lies) && !worker.slot.seat) sit(worker, play);
        if (play.word == "stand_up" || play.travels || (worker.slot.seat && !canSit(play))) standUp(worker);
        Beat beat = rest(worker, start, end);
        beat.action = std::size_t(main - m_description.actions.data());
        beat.mood = moodFor(person, group, play);
        for (const Action* action : group) beat.talking = beat.talking || playOf(*action, tradeOf(person)).talks;
        beat.motion = play.figure;
        beat.motion = onWhat(m_description, beat.motion, *main);
        if (beat.motion == "pick_up" && isLuggage(m_description, *main)) beat.motion = "pick_up_low";
        beat.lies = play.lies;
        if (beat.motion == "sit" && !beat.seat) beat.motion = "sit_ground";
        const auto* keyed = person.figure->library().acts().find(beat.motion);
        if (beat.seat && !keyed && !seated && !play.lies && (play.talks || beat.motion == "stand")) beat.motion = "sit"; // hands of a talk belong to a stance
        if (keyed) beat.showFrom = keyed->station.view;
        if (play.travels) overWalk(beat, group, *main, person);
        face(beat, worker);
        if (play.pair.apart > 0 && !beat.seat) beat.pairedWith = worker.partnerSubject;
        // The second of two who do the same answers the first.
        if (worker.pair && !worker.answer.empty() && play.pair.apart > 0) beat.motion = worker.answer;
        aim(beat, *main, group);
        if (play.word == "turn") beat.yaw += 180;
        person.beats.push_back(beat);
        if (play.travels) travel(worker, person, *main, play);
    }

    std::string moodFor(const StagedPerson& person, const std::vector<const Action*>& group, const MotionPlay& play) const {
        const std::string said = moodOf(person);
        if (!said.empty()) return said;
        for (const Action* action : group)
            if (const auto& other = playOf(*action); !other.mood.empty() && &other != &play) return std::string(other.mood);
        return std::string(play.mood);
    }

    /// Walking with something in the hands or at the ear: the legs walk, the rest does the other thing.
    void overWalk(Beat& beat, const std::vector<const Action*>& group, const Action& main, const StagedPerson& person) const {
        for (const Action* action : group) {
            if (action == &main) continue;
            const MotionPlay& other = playOf(*action, tradeOf(person));
            const auto* act = person.figure->library().acts().find(other.figure);
            if (!act || other.travels || act->seated || !act->station.prop.empty() || other.pair.apart > 0 || !act->loops) {
                if (!act || act->legs.empty()) continue;
            }
            beat.gait = beat.motion == "run" ? "run" : "walk";
            beat.motion = other.figure;
            beat.action = std::size_t(action - m_description.actions.data());
            return;
        }
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
        const auto* seen = m_description.subject(main.target);
        const bool thing = seen && seen->kind != reading::SubjectKind::person;
        if (main.motion == "look" && (main.target.empty() || thing) && main.object != "camera") {
            const bool upwards = main.verb.find("up") != std::string::npos || main.object == "sky" || main.object == "up";
            beat.lookAtPerson = thing ? main.target : std::string{};
            const bool down = main.object == "down";
            beat.lookAt = beat.path.back() + heading(beat.yaw + 12) * 8.0f + glm::vec3(0, upwards ? 7.0f : down ? 0.2f : 1.7f, 0);
        }
    }

    void sit(Worker& worker, const MotionPlay& play) {
        const auto taken = seatsTaken();
        if (worker.seatAhead) {
            worker.slot = *worker.seatAhead;
            if (!worker.slot.seat) worker.slot.seat = 0.45f;
            return;
        }
        const auto* act = m_blocking.people[worker.index].figure->library().acts().find(play.figure);
        if (act && act->station.centred) { // a boat's thwart
            worker.slot.seat = 0.32f;
            return;
        }
        if (act && !act->station.prop.empty()) return m_brought.bring(worker.slot, worker.index, "chair");
        if (play.figure == "drive" || play.figure == "fly")
            if (const auto seat = seatNear(*m_blocking.set, worker.slot.position, "drive", taken); !seat) return m_brought.bring(worker.slot, worker.index, "car seat");
        const std::string_view pose = play.lies ? "lie" : play.figure == "drive" ? "drive" : "sit";
        auto seat = pose == "sit" ? seatTogether(worker, taken) : std::nullopt;
        if (!seat) seat = seatNear(*m_blocking.set, worker.slot.position, pose, taken);
        if (seat) {
            worker.slot = *seat;
            if (!worker.slot.seat && pose == "sit") m_brought.bring(worker.slot, worker.index, "chair");
            if (!worker.slot.seat) worker.slot.seat = 0.45f;
            return;
        }
        if (play.lies && !m_brought.namesBed()) return; // on the floor where they are
        if (play.lies) return m_brought.bring(worker.slot, worker.index, "bed");
        if (isOfCrowd(m_description, m_blocking.people[worker.index])) return; // on the ground where they are
        m_brought.bring(worker.slot, worker.index, "chair");
        m_warnings.push_back("The set has no free seat; a chair was brought.");
    }

    /// Three friends sit at one table, the one that is nearest to the first of them and has seats for all.
    std::optional<Slot> seatTogether(const Worker& worker, const std::vector<glm::vec3>& taken) const {
        const auto& people = m_blocking.people;
        const std::string& subject = people[worker.index].subject;
        const auto first = std::find_if(people.begin(), people.end(), [&](const auto& other) { return other.subject == subject; });
        const auto company = std::size_t(std::count_if(people.begin(), people.end(), [&](const auto& other) { return other.subject == subject; }));
        if (company < 3 || isOfCrowd(m_description, people[worker.index])) return std::nullopt;
        for (const Slot& seat : seatsAtOneTable(*m_blocking.set, m_slots.at(std::min(std::size_t(first - people.begin()), m_slots.size() - 1)).position, company))
            if (std::none_of(taken.begin(), taken.end(), [&](const auto& other) { return glm::distance(other, seat.position) < 0.4f; })) return seat;
        return std::nullopt;
    }

    void standUp(Worker& worker) {
        if (!worker.slot.seat) return;
        worker.slot.seat.reset();
        const glm::vec3 front = worker.slot.position + heading(worker.slot.yaw) * 0.55f;
        worker.slot.position = m_blocking.set->freeSpotNear(front, 0.25f).value_or(front);
    }

    /// How near one walks up: as near as what comes then wants.
    float nextDistance(const Worker& worker, const StagedPerson& person) const {
        for (std::size_t g = 0; g + 1 < worker.groups.size(); ++g)
            if (person.beats.back().action == std::size_t(mainOf(worker.groups[g]) - m_description.actions.data()))
                if (const float apart = playOfGroup(worker, g + 1).pair.apart; apart > 0) return apart;
        return 0.85f;
    }

    /// How far one gets in a beat. What glides or rolls is too fast to be watched all the way.
    float reachOf(const Beat& beat, const StagedPerson& person, const Action& action, const MotionPlay& play) const {
        const float pace = play.speed * (action.fast ? 1.35f : action.slow ? 0.7f : 1.0f);
        const bool walks = figures::motionInfo(*person.figure, beat.motion).naturalSpeed == 0 || beat.motion == "walk" || beat.motion == "run";
        return glm::clamp(pace * float(beat.end - beat.start) * 0.9f, 0.6f, walks ? 12.0f : 4.5f);
    }

    /// Lays the path of the last beat: along with those who go too, to the seat, to somebody, away, in from the door, or a few clear metres.
    void travel(Worker& worker, StagedPerson& person, const Action& action, const MotionPlay& play) {
        Beat& beat = person.beats.back();
        const float reach = reachOf(beat, person, action, play);
        const Worker* goal = workerOf(action.target);
        if (const Way meeting = toMeeting(worker, action, reach); !meeting.empty()) beat.path = meeting;
        else if (const auto along = m_company.wayFor(worker.index, m_group, worker.slot.position); !along.empty()) beat.path = along;
        else if (worker.seatAhead) beat.path = toSeat(worker, person.beats.size() == 1, reach);
        else if (goal && goal->index != worker.index) beat.path = toPerson(worker, person, *goal, reach);
        else beat.path = sideWay(beat, worker, person, action, reach);
        m_company.went(worker.index, m_group, worker.slot.position, beat.path);
        beat.path = onGround(*m_blocking.set, beat.path);
        beat.lookAt.reset();
        if (!beat.talking) beat.lookAtPerson.clear();
        worker.slot.position = beat.path.back();
        worker.slot.yaw = yawOf(beat.path.back() - beat.path[beat.path.size() - 2]);
    }

    /// With whom a way is said to meet or to cross: whom it names, else the next one who does the same; nobody where the words say neither.
    const Worker* othersWay(const Worker& worker, const Action& action) const {
        if (worker.pair || follows(action) || meetingSaid(m_request.prompt, action) == Meeting::none) return nullptr;
        if (const Worker* named = workerOf(action.target); named && named->index != worker.index) return named;
        if (!action.target.empty() && action.verb != "cross") return nullptr; // past the shop; the paths that cross are no shop
        std::vector<const Worker*> same;
        for (const auto& other : m_workers)
            for (const auto& group : other.groups)
                if (mainOf(group)->verb == action.verb && mainOf(group)->order == action.order) { same.push_back(&other); break; }
        const auto me = std::find_if(same.begin(), same.end(), [&](const Worker* other) { return other->index == worker.index; });
        if (me == same.end() || same.size() < 2) return nullptr;
        const auto at = std::size_t(me - same.begin());
        return at % 2 ? same[at - 1] : at + 1 < same.size() ? same[at + 1] : nullptr;
    }

    /// Towards or past each other, or past one who stands; empty where the words say neither.
    Way toMeeting(const Worker& worker, const Action& action, float reach) const {
        const Worker* other = othersWay(worker, action);
        if (!other) return {};
        const Meeting meeting = meetingSaid(m_request.prompt, action);
        const float across = rightOfPicture(*m_blocking.set).value_or(worker.slot.yaw + 90);
        const bool mutual = !other->groups.empty() && m_group < other->groups.size() && playOfGroup(*other, m_group).travels;
        if (!mutual) return meeting == Meeting::past ? wayPast(*m_blocking.set, other->slot.position, across, reach) : Way{};
        // Both get their ways from the one who comes first, wherever that one is by now.
        const bool first = worker.index < other->index;
        const glm::vec3 middle = m_slots.at(std::min(std::min(worker.index, other->index), m_slots.size() - 1)).position;
        const auto [mine, theirs] = meetingWays(*m_blocking.set, middle, across, reach, meeting);
        return first ? mine : theirs;
    }

    Way toSeat(const Worker& worker, bool first, float reach) const {
        const glm::vec3 here = worker.slot.position, end = frontOf(*worker.seatAhead);
        const Way way = first ? Way{end - clearStep(*m_blocking.set, end, yawOf(end - here), reach, true), end} : m_blocking.set->path(here, end);
        return way.size() < 2 ? Way{here, end} : way;
    }

    Way toPerson(const Worker& worker, const StagedPerson& person, const Worker& goal, float reach) const {
        const glm::vec3 away = glm::normalize(worker.slot.position - goal.slot.position + glm::vec3(0.001f, 0, 0));
        const glm::vec3 end = goal.slot.position + away * nextDistance(worker, person);
        const Way way = lastOf(m_blocking.set->path(end + away * reach, end), reach);
        return way.size() < 2 ? Way{end + away * reach, end} : way;
    }

    /// Out to or in from a side of the picture, where one is known; an open set has room for that, a room has its door.
    Way sideWay(Beat& beat, const Worker& worker, const StagedPerson& person, const Action& action, float reach) const {
        const bool first = person.beats.size() == 1;
        const int across = acrossOf(person, action);
        const auto right = rightOfPicture(*m_blocking.set);
        const bool said = sideSaid(m_request.prompt, action.span.begin) != 0;
        if (across == 0 || !right || (!said && (m_blocking.set->environment.interior || !first))) return freeWay(worker, action, first, reach);
        const glm::vec3 here = worker.slot.position;
        const float yaw = across > 0 ? *right : *right + 180;
        const bool off = leaves(action) || !first;
        const glm::vec3 step = stepTowards(*m_blocking.set, here, yaw, reach, !off);
        if (glm::length(step) < 1) return freeWay(worker, action, first, reach);
        beat.across = across;
        return off ? Way{here, here + step} : Way{here - step, here};
    }

    Way freeWay(const Worker& worker, const Action& action, bool first, float reach) const {
        const auto& set = *m_blocking.set;
        const glm::vec3 here = worker.slot.position;
        if (leaves(action)) return wayOut(set, here, worker.slot.yaw + 150, reach);
        if (first && enters(action)) return wayIn(set, here, worker.slot.yaw, reach);
        if (!first) return {here, here + clearStep(set, here, worker.slot.yaw + 60, reach, false)};
        // Those who go together are seen coming.
        const float yaw = m_company.leads(worker.index) && !set.shots.empty() ? yawOf(set.shots.front().eye - set.shots.front().target) + 24 : worker.slot.yaw;
        return {here - clearStep(set, here, yaw, reach, true), here};
    }

    const Worker* workerOf(const std::string& subject) const {
        for (const auto& worker : m_workers)
            if (!subject.empty() && m_blocking.people[worker.index].subject == subject) return &worker;
        return nullptr;
    }

    Blocking& m_blocking;
    const sets::SetLibrary& m_sets;
    const reading::ShotDescription& m_description;
    const generate::ShotRequest& m_request;
    const SceneSoFar& m_before;
    std::vector<std::string>& m_warnings;
    std::vector<Worker> m_workers;
    std::vector<Slot> m_slots;
    BroughtSeats m_brought;
    Company m_company{*m_blocking.set};
    bool m_crowdAlone = false;
    std::size_t m_group = 0; ///< of a worker's actions: the one being laid
};

} // namespace

void blockPeople(Blocking& blocking, const sets::SetLibrary& sets, const reading::ShotDescription& description,
                 const generate::ShotRequest& request, const SceneSoFar& before, std::vector<std::string>& warnings) {
    Blocker(blocking, sets, description, request, before, warnings).run();
}

} // namespace rushes::stage
