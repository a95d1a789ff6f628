// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/stage/block_people.h"

#include "engine/reading/text.h"
#include "engine/stage/aboard.h"
#include "engine/stage/block_things.h"
#include "engine/stage/brought_seats.h"
#include "engine/stage/carrying.h"
#include "engine/stage/casting.h"
#include "engine/stage/come_near.h"
#include "engine/stage/crowd.h"
#include "engine/stage/deeds.h"
#include "engine/stage/easing.h"
#include "engine/stage/eyewear.h"
#include "engine/stage/formations.h"
#include "engine/stage/hand_in_hand.h"
#include "engine/stage/keep_apart.h"
#include "engine/stage/lecterns.h"
#include "engine/stage/listener_place.h"
#include "engine/stage/motion_table.h"
#include "engine/stage/on_top.h"
#include "engine/stage/partners.h"
#include "engine/stage/patients.h"
#include "engine/stage/role_marks.h"
#include "engine/stage/seating.h"
#include "engine/stage/slots.h"
#include "engine/stage/walks.h"

#include <glm/geometric.hpp>

#include <algorithm>
#include <cctype>
#include <set>

namespace rushes::stage {
namespace {

using reading::Action;

class Blocker {
public:
    Blocker(Blocking& blocking, const sets::SetLibrary& sets, const reading::ShotDescription& description,
            const generate::ShotRequest& request, const SceneSoFar& before, std::vector<std::string>& warnings)
        : m_work{blocking, sets, description, request, warnings, {}, {}, {}}, m_brought(blocking, sets, description), m_walks(m_work, before) {}

    void run() {
        assignSlots();
        collectActions();
        boardVehicles(m_blocking, m_work.sets, m_description);
        keepSeats();
        takeSeatsAboard();
        sitWithThem();
        m_carrying.find();
        layPatients(m_work);
        takeNamedSeats();
        Formations(m_work).arrange();
        findPartners(m_work);
        bringPairsTogether(m_work);
        m_walks.findCompany();
        for (auto& worker : m_workers) perform(worker);
        for (auto& worker : m_workers) stayDown(worker);
        m_carrying.settle();
        settleAboard(m_blocking);
        if (m_request.cast.empty()) placeListener(m_blocking, m_description);
        bringThings(m_blocking, m_work.sets, m_description, m_work.warnings);
        setLecterns(m_blocking, m_work.sets, m_description);
        wearEyewear(m_blocking, m_work.sets, m_description);
        if (m_request.cast.empty()) comeNear(m_blocking, m_description);
        keepApart(m_blocking);
        standOnThings(m_blocking, m_work.sets, m_description);
        joinHands(m_blocking, m_request.prompt);
        m_brought.setDown();
    }

private:
    /// Who is under a table has got down there before the shot begins, or sits there.
    void stayDown(const Worker& worker) {
        constexpr double gotDown = 2.5; // seconds
        auto& beats = m_work.person(worker).beats;
        if (!worker.crouched) return;
        while (beats.size() > 1 && beats.front().motion == "stand") beats.erase(beats.begin());
        constexpr float onGround = 0.06f; // metres: who eats or reads under there sits
        if (beats.empty()) return;
        beats.front().start = -gotDown;
        if (!reading::isAny(beats.front().motion, {"crouch", "kneel", "crawl", "lie", "lie_back", "sleep", "hug_knees", "cower"})) beats.front().seat = onGround;
    }

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
            if (!inCast && !m_crowdAlone) takeRole(worker); // the cast keeps its places from shot to shot
            m_workers.push_back(std::move(worker));
        }
        m_work.slots = slots;
    }

    void takeRole(Worker& worker) const {
        std::vector<glm::vec3> taken;
        for (const auto& other : m_workers) taken.push_back(other.slot.position);
        constexpr float together = 6; // metres: beyond it, who is with others stays with them
        const auto role = roleSlot(*m_blocking.set, m_description, m_blocking.people[worker.index].subject, taken);
        if (role && (m_blocking.people.size() < 2 || glm::distance(role->position, worker.slot.position) < together)) worker.slot = *role;
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

    /// Who sat in the shots before sits, on the same seat in each shot: they are given out in the order of the cast.
    void keepSeats() {
        std::vector<glm::vec3> taken;
        for (std::size_t i = 0; i < m_request.cast.size() && i < m_work.slots.size(); ++i) {
            const Carried* carried = m_walks.carriedOf(m_request.cast[i].name);
            if (!carried || !carried->sits) continue;
            const auto seat = seatNear(*m_blocking.set, m_work.slots[i].position, "sit", taken);
            if (!seat) continue;
            taken.push_back(seat->position);
            m_work.slots[i] = *seat;
            for (auto& worker : m_workers)
                if (castIndex(m_request, m_blocking.people[worker.index].name) == i) worker.slot = *seat;
        }
    }

    void takeSeatsAboard() {
        for (auto& worker : m_workers)
            if (const auto& aboard = m_blocking.people[worker.index].aboard) worker.slot = seatAboard(m_blocking, *aboard);
    }

    /// "A boy sits on a wall beside his girlfriend": so does she.
    void sitWithThem() {
        for (const auto& relation : m_description.relations) {
            if (relation.relation != reading::RelationKind::beside) continue;
            for (const auto& [with, alone] : {std::pair(relation.a, relation.b), std::pair(relation.b, relation.a)}) {
                const Worker* sitter = m_work.workerOf(with);
                if (!sitter || sitter->groups.empty()) continue;
                const Action* main = mainOf(sitter->groups.front());
                const auto sits = std::find_if(sitter->groups.front().begin(), sitter->groups.front().end(), [](const Action* action) { return sitsDown(*action) || playOf(*action).lies; });
                const auto company = m_work.workersOf(alone);
                for (Worker* other : company) // guards on either side of a throne stand
                    if (company.size() == 1 && other->groups.empty() && other->index != sitter->index && (playOf(*main).lies || isSeated(sitter->groups.front(), playOf(*main))) && sits != sitter->groups.front().end()) other->groups.push_back({*sits});
            }
        }
    }

    /// Seats that the words name are taken before others find their places by those who sit there.
    void takeNamedSeats() {
        for (auto& worker : m_workers) {
            if (worker.groups.empty() && !worker.slot.seat && worker.posture.empty() && !isOfCrowd(m_description, m_work.person(worker))) m_seating.sitAtTable(worker);
            if (worker.groups.empty() || worker.slot.seat || !worker.posture.empty()) continue;
            const Action& main = *mainOf(worker.groups.front());
            const MotionPlay& play = m_work.playOfGroup(worker, 0);
            const bool seated = isSeated(worker.groups.front(), play) || figures::motionInfo(*m_work.person(worker).figure, play.figure).seated;
            const Action* sits = &main;
            for (const Action* action : worker.groups.front())
                if (sitsDown(*action)) sits = action;
            if (play.lies && m_seating.lieOn(worker)) continue;
            const bool stands = std::any_of(worker.groups.begin(), worker.groups.end(), [](const auto& group) { return std::any_of(group.begin(), group.end(), [](const Action* a) { return reading::isOneOf(a->verb, "stand jump dance climb balance teeter"); }); }); // on the chair
            const bool onSeat = !stands && canSit(play) && m_seating.isOnSeat(worker); // "chats on a park bench"
            if ((seated || onSeat) && !play.travels && !play.lies && m_seating.isNamed(worker, *sits)) m_seating.sit(worker, play, *sits);
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
        if (!worker.partner || m_crowdAlone || worker.arranged) return;
        if (!beat.seat && beat.path.size() < 2) beat.yaw = yawOf(*worker.partner - beat.path.back());
        if (!worker.partnerSubject.empty()) beat.lookAtPerson = worker.partnerSubject;
        else beat.lookAt = *worker.partner + glm::vec3(0, 1.55f, 0);
    }

    // ---- one after the other

    void perform(Worker& worker) {
        auto& person = m_blocking.people[worker.index];
        const double total = m_blocking.seconds;
        if (worker.posture == "carried" || m_carrying.perform(worker, m_walks)) return;
        if (!worker.posture.empty()) return person.beats.push_back(suffer(worker, total));
        if (worker.groups.empty()) {
            Beat beat = rest(worker, 0, total);
            face(beat, worker);
            if (const auto* subject = m_description.subject(person.subject); m_crowdAlone && !beat.seat && subject) beat.motion = tradeMotion(subject->noun);
            beat.talking = worker.talks;
            beat.lies = beat.seat && liesAt(*m_blocking.set, worker.slot.position);
            if (beat.lies) beat.motion = "lie_back";
            if (beat.talking && !beat.seat) beat.motion = "talk";
            if (const std::string music = musicOf(person); !music.empty() && !beat.seat) beat.motion = music;
            if (!worker.answer.empty() && !beat.seat) beat.motion = worker.answer;
            if (worker.pair) beat.pairedWith = worker.partnerSubject;
            beat.mood = moodOf(person);
            person.beats.push_back(beat);
            return;
        }
        const double share = total / double(worker.groups.size());
        for (std::size_t g = 0; g < worker.groups.size(); ++g) {
            lookAhead(worker, g);
            act(worker, person, g, share * double(g), share * double(g + 1));
        }
    }

    /// A guitarist who is only named beside a singer plays.
    std::string musicOf(const StagedPerson& person) const {
        const auto* subject = m_description.subject(person.subject);
        if (!subject || subject->prop.empty() || m_description.subjects.size() < 2) return {};
        Action plays;
        plays.motion = "play_instrument";
        plays.verb = "play";
        plays.object = subject->prop;
        const MotionPlay& play = playOf(plays);
        return &play != &playOf("play_instrument") && !play.seated ? std::string(play.figure) : std::string{};
    }

    /// What those do to whom something is done.
    Beat suffer(const Worker& worker, double total) const {
        Beat beat = rest(worker, 0, total);
        const auto* subject = m_description.subject(m_work.person(worker).subject);
        const bool dead = subject && subject->model == "corpse";
        beat.lies = worker.posture == "lie";
        beat.mood = moodOf(m_work.person(worker));
        const MotionPlay* own = worker.groups.empty() ? nullptr : &m_work.playOfGroup(worker, 0);
        if (beat.lies) beat.motion = dead ? "lie_back" : own && own->lies ? std::string(own->figure) : "sleep";
        else if (!worker.groups.empty()) beat.motion = "struggle";
        if (beat.lies && beat.mood.empty()) beat.mood = own && own->lies ? std::string(own->mood) : "asleep";
        return beat;
    }

    /// A walk that is followed by sitting ends before the seat.
    void lookAhead(Worker& worker, std::size_t group) {
        if (m_work.playOfGroup(worker, group).seated) return; // it is the seat that the walk before went to
        worker.seatAhead.reset();
        if (group + 1 >= worker.groups.size() || !m_work.playOfGroup(worker, group).travels) return;
        const MotionPlay& next = m_work.playOfGroup(worker, group + 1);
        if (!next.seated) return;
        if (const auto seat = seatNear(*m_blocking.set, worker.slot.position, "sit", m_work.seatsTaken())) worker.seatAhead = seat;
        else if (!worker.slot.seat) {
            m_brought.bring(worker.slot, worker.index, "chair");
            if (worker.slot.seat) worker.seatAhead = worker.slot;
            worker.slot.seat.reset();
        }
    }

    std::string moodOf(const StagedPerson& person) const {
        const auto* subject = m_description.subject(person.subject);
        if (!subject) return {};
        for (const char* word : {"crying", "weeping", "sobbing", "tearful", "cry", "weep", "sob"})
            if (subject->feeling == word) return "cry";
        return subject->feeling == "laughing" ? "laugh" : subject->expression;
    }

    /// What it takes to get there is seen: standing before sitting down, sitting before standing up, a back before a turn.
    double prelude(Worker& worker, StagedPerson& person, const MotionPlay& play, const Action& action, double start, double end) {
        const bool rises = play.word == "stand_up", sits = play.word == "sit_down";
        if (isClose() || action.ongoing || !person.beats.empty() || !(rises || sits || play.word == "turn" || play.word == "kneel" || play.word == "crouch")) return start;
        const double until = start + std::min(0.8, (end - start) * 0.25);
        if ((rises || sits) && !worker.slot.seat) m_seating.sit(worker, play, action);
        Beat beat = rest(worker, start, until);
        beat.mood = moodOf(person);
        if (sits) {
            beat.path = {frontOfSeat(worker.slot)};
            beat.seat.reset();
            beat.motion = "stand";
        }
        person.beats.push_back(beat);
        return until;
    }

    void act(Worker& worker, StagedPerson& person, std::size_t groupIndex, double start, double end) {
        const auto& group = worker.groups[groupIndex];
        const Action* main = mainOf(group);
        const MotionPlay& play = playOf(*main, m_work.tradeOf(person));
        const auto info = figures::motionInfo(*person.figure, play.figure);
        const bool seated = info.seated || isSeated(group, play);
        start = prelude(worker, person, play, *main, start, end);
        if ((seated || play.lies) && !worker.slot.seat) m_seating.sit(worker, play, *main);
        if (play.word == "stand_up" || play.travels || (worker.slot.seat && !seated && !canSit(play))) standUp(worker);
        Beat beat = rest(worker, start, end);
        beat.action = std::size_t(main - m_description.actions.data());
        beat.mood = moodFor(person, group, play);
        for (const Action* action : group) beat.talking = beat.talking || playOf(*action, m_work.tradeOf(person)).talks;
        beat.motion = play.figure;
        beat.motion = onWhat(m_description, beat.motion, *main);
        if (isClose() && coversFace(beat.motion)) beat.motion = "stand";
        if (beat.motion == "pick_up" && isLuggage(m_description, *main)) beat.motion = "pick_up_low";
        if (beat.motion == "lie_prone" && reading::isAny(m_description.subject(person.subject)->prop, {"rifle"})) beat.motion = "prone_aim";
        if (beat.motion == "put_down" && !beat.seat && laysLow(m_description, *main, m_request.prompt)) beat.motion = "put_down_low";
        beat.lies = play.lies;
        beat.low = lowOf(group, play, person.beats.empty() ? nullptr : &person.beats.back());
        const bool onGround = seated && !beat.seat && std::any_of(group.begin(), group.end(), [](const Action* action) { return sitsDown(*action); });
        if ((beat.motion == "sit" && !beat.seat) || onGround) beat.motion = "sit_ground";
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
        const bool carries = keyed && !keyed->legs.empty() && !beat.seat && !play.travels && play.word == "carry" && saysWay(*main);
        if (carries) person.beats.back().gait = "walk";
        if (play.travels || carries) m_walks.travel(worker, groupIndex, *main, carries ? playOf("walk") : play);
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
            const MotionPlay& other = playOf(*action, m_work.tradeOf(person));
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

    /// A shading, wiping or thoughtful hand is left out where the face is the picture.
    static bool coversFace(std::string_view motion) {
        for (const char* act : {"peer", "think", "wipe_brow", "observe", "look_around", "notice", "laugh", "cry", "cover_face", "wipe_tear", "rub_eyes", "facepalm"})
            if (motion == act) return true;
        return false;
    }

    bool isClose() const { return m_description.camera.size && *m_description.camera.size >= reading::ShotSize::mediumCloseUp; }

    /// "Carries a tray past a couple", "through the crowd", "towards the camera".
    bool saysWay(const Action& action) const {
        if (!action.course.empty()) return true;
        const std::size_t end = std::min(m_request.prompt.find_first_of(".;,", action.span.begin), m_request.prompt.size());
        const std::string clause = action.span.begin < end ? m_request.prompt.substr(action.span.begin, end - action.span.begin) : std::string{};
        for (const char* way : {" past ", " through ", " across ", " along ", " down ", " up ", " out of ", " into ", " towards ", " toward ", " over the ", " from "})
            if (clause.find(way) != std::string::npos) return true;
        return false;
    }

    static bool isSeated(const std::vector<const Action*>& group, const MotionPlay& play) {
        bool seated = play.seated;
        for (const Action* action : group) seated = seated || (playOf(*action).seated && (sitsDown(*action) ? staysSeated(play) : playOf(*action).word == "sit" && canSit(play) && !play.travels && !play.lies));
        return seated;
    }

    void standUp(Worker& worker) {
        if (!worker.slot.seat) return;
        worker.slot.seat.reset();
        const glm::vec3 front = worker.slot.position + heading(worker.slot.yaw) * 0.55f;
        worker.slot.position = m_blocking.set->freeSpotNear(front, 0.25f).value_or(front);
    }

    BlockingWork m_work;
    Blocking& m_blocking = m_work.blocking;
    const reading::ShotDescription& m_description = m_work.description;
    const generate::ShotRequest& m_request = m_work.request;
    std::vector<Worker>& m_workers = m_work.workers;
    BroughtSeats m_brought;
    Walks m_walks;
    Seating m_seating{m_work, m_brought};
    Carrying m_carrying{m_work};
    bool m_crowdAlone = false;
};

} // namespace

void blockPeople(Blocking& blocking, const sets::SetLibrary& sets, const reading::ShotDescription& description,
                 const generate::ShotRequest& request, const SceneSoFar& before, std::vector<std::string>& warnings) {
    Blocker(blocking, sets, description, request, before, warnings).run();
}

} // namespace rushes::stage
