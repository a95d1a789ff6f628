// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/stage/frame_people.h"

#include "engine/stage/aboard.h"
#include "engine/stage/casting.h"
#include "engine/stage/courses.h"
#include "engine/stage/easing.h"
#include "engine/stage/listener_place.h"
#include "engine/stage/open_walls.h"
#include "engine/stage/over_shoulder.h"
#include "engine/stage/part_frame.h"
#include "engine/stage/shot_focus.h"

#include <glm/geometric.hpp>

#include <algorithm>
#include <iterator>
#include <string_view>

namespace rushes::stage {
namespace {

using reading::Move;
using reading::ShotSize;

constexpr float aboutLying = 1.5f; ///< metres
constexpr float rounded = 0.86f;    ///< of a vehicle's box that its outline fills
constexpr float largestHeld = 3.8f; ///< metres from a seat: of a bus, a train or a plane the frame shows a part

/// The framing of one shot with people in it.
class PeopleFrame {
public:
    PeopleFrame(StagedShot& shot, ShotFrame& frame) : m_shot(shot), m_frame(frame) {}

    void run(CameraWish wish) {
        auto& people = m_shot.blocking.people;
        const std::size_t main = mainPerson(m_shot.blocking, m_shot.description);
        const auto moments = peopleAt(m_shot.blocking, keyMoment(people[main]));
        std::vector<std::size_t> framed{main};
        const bool single = (m_frame.size >= ShotSize::mediumCloseUp && !composed("two_shot")) || isShoulder(wish.pov) || composed("single");
        if (!single)
            for (std::size_t i = 0; i < people.size(); ++i)
                if (i != main && isOfCrowd(m_shot.description, people[i]) == isOfCrowd(m_shot.description, people[main]) && (m_frame.size <= ShotSize::full || near(moments[i], moments[main]))) framed.push_back(i);
        std::vector<FrameSubject> subjects;
        for (const std::size_t i : framed) subjects.push_back(frameOfPerson(people[i], moments[i], m_frame.size));
        m_frame.subject = frameOfGroup(subjects);
        if (wish.lift > 0 && m_frame.subject.lies && m_frame.size <= ShotSize::full) m_frame.subject.top.y += aboutLying; // those who stand about are in it
        if (wish.lift > 6 && m_frame.size == ShotSize::wide) m_frame.subject.share *= 0.75f; // the picture is about all of them
        holdVehicle(people[main]);
        const bool part = !isShoulder(wish.pov) && holdPart(people[main], moments[main], main);
        if (!part && m_frame.size >= ShotSize::mediumCloseUp && m_frame.size < ShotSize::extremeCloseUp && !isShoulder(wish.pov)) holdInstrument(people[main], moments[main]);
        if (const auto axis = crossing()) {
            holdWays();
            if (!wish.off) wish.aroundYaw = sideOf(*axis);
        }
        compose(wish);
        if (m_frame.size <= ShotSize::mediumFull) holdThroughout(moments, main);
        if (const auto side = sideOfCourse(people[main])) wish.aroundYaw = wish.off ? wish.aroundYaw : side, wish.strict = !wish.off;
        else if (moments[main].motion == "paint_wall" && moments[main].showFrom && !wish.off) wish.aroundYaw = moments[main].yaw + *moments[main].showFrom, wish.strict = true; // what is written as well
        else if (m_shot.blocking.laidFor && framed.size() > 1 && !wish.off && !crossing()) wish.aroundYaw = *m_shot.blocking.laidFor + 8;
        if (hasMove(m_shot.description.camera, {Move::tail})) wish.aroundYaw = moments[main].yaw + 180;
        if (hasMove(m_shot.description.camera, {Move::lead})) wish.aroundYaw = moments[main].yaw + 12;
        if (hasMove(m_shot.description.camera, {Move::sideTrack})) wish.aroundYaw = moments[main].yaw + 90;
        wish.line = eyelineOf(m_shot.blocking, moments, main);
        alongWalk(moments, main, wish);
        if (people[main].aboard && !wish.aroundYaw && !wish.off) wish.aroundYaw = viewAboard(m_shot.blocking, *people[main].aboard, keyMoment(people[main]), m_frame.size >= ShotSize::mediumFull);
        if (!wish.aroundYaw && moments[main].showFrom) {
            // An act is seen as well from its other side, where the line asks for that.
            const float yaw = moments[main].yaw, from = *moments[main].showFrom;
            const bool beyond = wish.line && glm::dot(heading(yaw + from), wish.line->side) < 0 && glm::dot(heading(yaw - from), wish.line->side) > 0;
            wish.aroundYaw = yaw + sideWithRoom(moments[main].position, yaw, beyond ? -from : from);
        }
        if (part && !wish.off && !wish.aroundYaw) wish.aroundYaw = moments[main].yaw + sideOfPart(m_shot.description.camera.part).value_or(30.0f);
        wish.along = hasMove(m_shot.description.camera, {Move::follow, Move::lead, Move::tail, Move::sideTrack}) || ridesAlong(m_shot.blocking, m_shot.description);
        wish.ways = waysOf(moments, main);
        wish.locked = holdsStill(m_shot.blocking, m_shot.description.camera);
        if (isShoulder(wish.pov) && people.size() > 1) {
            const std::size_t other = listenerOf(m_shot.blocking, m_shot.description, moments, main);
            m_frame.view = overShoulder(m_shot.blocking, m_frame.subject, bustOf(people[other], moments[other]), wish.line, wish);
            if (m_frame.view.clear) return;
            const std::size_t said = m_shot.warnings.size();
            openWalls(m_shot, m_frame);
            const glm::vec3 eye = m_frame.view.camera.eye, face = m_frame.subject.focus;
            if (!m_shot.opened.empty() && !blockedInShot(m_shot, eye, face - glm::normalize(face - eye) * 0.14f)) return;
            m_shot.opened.clear();
            m_shot.warnings.resize(said);
            m_shot.warnings.push_back("There is no room for a camera behind the listener; the speaker is filmed from the side.");
            wish.lensMm = wish.freeLens ? defaultLens(m_frame.size, 1) : wish.lensMm;
        }
        m_frame.view = findViewpoint(m_shot.blocking, moments, m_frame.subject, wish, framed);
        openWalls(m_shot, m_frame, wish.along ? std::vector<glm::vec3>{} : wish.ways);
    }

private:
    /// The side from which an act is best seen, or the nearest to it where no wall of the set stands in the way.
    float sideWithRoom(const glm::vec3& feet, float yaw, float from) const {
        constexpr float away = 3.2f; // metres: what a medium shot needs
        const glm::vec3 chest = feet + glm::vec3(0, 1.2f, 0);
        for (const float part : {1.0f, -1.0f, 0.75f, -0.75f, 0.5f, -0.5f})
            if (!m_shot.blocking.set->blocked(chest, chest + heading(yaw + from * part) * away)) return from * part;
        return from;
    }

    bool composed(std::string_view word) const {
        const auto& words = m_shot.description.camera.composition;
        return std::find(words.begin(), words.end(), word) != words.end();
    }

    /// A full shot of somebody in a car is one of the car; of a bus or a train the part about them.
    void holdVehicle(const StagedPerson& person) {
        if (!person.aboard || m_frame.size > ShotSize::full) return;
        const StagedProp& prop = m_shot.blocking.props[person.aboard->prop];
        const auto [position, yaw] = propAt(prop, keyMoment(person), m_shot.blocking.seconds);
        geometry::Bounds box = prop.prop->mesh->bounds;
        for (const int axis : {0, 2}) {
            const float middle = person.aboard->at[axis] / prop.scale;
            box.low[axis] = std::max(box.low[axis] * rounded, middle - largestHeld);
            box.high[axis] = std::min(box.high[axis] * rounded, middle + largestHeld);
        }
        for (int c = 0; c < 8; ++c) {
            const glm::vec3 p = glm::vec3(c & 1 ? box.high.x : box.low.x, c & 2 ? box.high.y : box.low.y, c & 4 ? box.high.z : box.low.z) * prop.scale;
            const glm::vec3 corner = position + heading(yaw + 90) * p.x + glm::vec3(0, p.y, 0) + heading(yaw) * p.z;
            m_frame.subject.inside.push_back(corner);
            m_frame.subject.top.y = std::max(m_frame.subject.top.y, corner.y);
            m_frame.subject.bottom.y = std::min(m_frame.subject.bottom.y, corner.y);
        }
        m_frame.subject.group = true;
    }

    /// A close-up of a musician is one of face and instrument: down to the hands that play.
    void holdInstrument(const StagedPerson& person, const PersonMoment& moment) {
        constexpr float lowest = 0.75f; ///< metres below the top of the frame
        const auto plays = [&](std::string_view act) { return act == moment.motion; };
        static constexpr std::string_view acts[] = {"violin", "cello", "guitar", "piano", "flute", "trumpet", "saxophone", "harmonica", "accordion", "harp", "drums"};
        if (std::none_of(std::begin(acts), std::end(acts), plays)) return;
        const auto body = person.figure->landmarks(figures::evaluate(*person.figure, moment.performance));
        for (const glm::vec3& hand : {body.leftHand, body.rightHand}) {
            const glm::vec3 at = toWorld(moment, hand);
            m_frame.subject.inside.push_back(at);
            m_frame.subject.bottom.y = std::max(m_frame.subject.top.y - lowest, std::min(m_frame.subject.bottom.y, at.y - 0.08f));
        }
    }

    /// "Plays with his back to the room", without going anywhere.
    bool turnsBack() const {
        const auto& shot = m_shot;
        const std::size_t main = mainPerson(shot.blocking, shot.description);
        return std::any_of(shot.blocking.people[main].beats.begin(), shot.blocking.people[main].beats.end(), [&](const Beat& beat) {
            return beat.path.size() == 1 && beat.action < shot.description.actions.size() && shot.description.actions[beat.action].course == "away_from_camera";
        });
    }

    /// What the words say of the picture's lines: where the subject sits in it, and from which side it is seen.
    void compose(CameraWish& wish) {
        if (composed("centered")) m_frame.subject.leading = 0;
        if (composed("thirds")) m_frame.subject.leading = 0.34f;
        if (composed("negative_space") || composed("lead_room")) m_frame.subject.leading = 0.5f;
        if (composed("headroom")) m_frame.subject.headroom = std::max(m_frame.subject.headroom, 0.2f);
        if (turnsBack()) wish.off = 165;
        if (composed("profile")) wish.off = 88;
        if (composed("from_behind")) wish.off = 168;
    }

    /// A part of the body that the words frame, wherever it goes while its owner stays.
    bool holdPart(const StagedPerson& person, const PersonMoment& at, std::size_t main) {
        const auto& name = m_shot.description.camera.part;
        auto part = frameOfPart(person, at, name, m_frame.size);
        if (!part) return false;
        std::vector<FrameSubject> all{*part};
        for (const double share : {0.1, 0.3, 0.5, 0.7, 0.9}) {
            const auto moment = peopleAt(m_shot.blocking, m_shot.blocking.seconds * share)[main];
            if (glm::distance(moment.position, at.position) > 0.3f) continue;
            const auto then = frameOfPart(person, moment, name, m_frame.size);
            if (then && glm::distance(then->focus, part->focus) < 0.45f) all.push_back(*then);
        }
        m_frame.subject = frameOfGroup(all);
        m_frame.subject.focus = glm::vec3(0);
        for (const FrameSubject& one : all) m_frame.subject.focus += one.focus / float(all.size());
        m_frame.subject.group = false;
        m_frame.subject.ends.clear();
        return true;
    }

    /// The line along which two go towards or past each other.
    std::optional<glm::vec3> crossing() const {
        const auto& people = m_shot.blocking.people;
        if (people.size() != 2 || m_shot.description.camera.size || !m_shot.description.camera.moves.empty()) return std::nullopt;
        glm::vec3 ways[2];
        for (std::size_t i = 0; i < 2; ++i) {
            if (people[i].beats.size() != 1 || people[i].beats.front().path.size() < 2) return std::nullopt;
            const glm::vec3 way = people[i].beats.front().path.back() - people[i].beats.front().path.front();
            ways[i] = glm::normalize(glm::vec3(way.x, 0, way.z) + glm::vec3(1e-5f, 0, 0));
        }
        return glm::dot(ways[0], ways[1]) < -0.8f ? std::optional(ways[0]) : std::nullopt;
    }

    /// The way that the words give with respect to the camera; empty.
    static const Beat* courseOf(const StagedPerson& person) {
        for (const Beat& beat : person.beats)
            if (!beat.course.empty() && beat.path.size() > 1) return &beat;
        return nullptr;
    }

    /// Who comes towards the camera is seen from ahead, who goes from behind, who passes it a little from the side, who crosses the picture from aside.
    static std::optional<float> sideOfCourse(const StagedPerson& person) {
        const Beat* beat = courseOf(person);
        if (!beat) return std::nullopt;
        const float yaw = yawOf(beat->path.back() - beat->path.front());
        if (isAcross(beat->course) || isOfFrame(beat->course)) return beat->across < 0 ? yaw + 90 : yaw - 90;
        if (!isOfDepth(beat->course)) return std::nullopt;
        return beat->course == "away_from_camera" ? yaw + 176 : beat->course == "past_camera" ? yaw + 24 : yaw + 5;
    }

    /// Most of both ways is in the picture.
    void holdWays() {
        for (const double share : {0.14, 0.86})
            for (const auto& moment : peopleAt(m_shot.blocking, m_shot.blocking.seconds * share)) m_frame.subject.inside.push_back(moment.position + glm::vec3(0, 1, 0));
        m_frame.subject.group = true;
    }

    /// From the side that the set was composed to be seen from.
    float sideOf(const glm::vec3& axis) const {
        const float yaw = yawOf(axis) + 90;
        const auto& shots = m_shot.blocking.set->shots;
        return shots.empty() || glm::dot(heading(yaw), shots.front().eye - shots.front().target) >= 0 ? yaw : yaw + 180;
    }

    /// The moment that the framing is made for: the end of a walk in, the start of a walk out.
    double keyMoment(const StagedPerson& person) const {
        if (crossing()) return m_shot.blocking.seconds * 0.5;
        if (const Beat* beat = courseOf(person); beat && !hasMove(m_shot.description.camera, {Move::follow, Move::lead, Move::tail, Move::sideTrack})) {
            const double share = beat->course == "towards_camera" || beat->course == "into_frame" ? 0.96 : beat->course == "away_from_camera" || beat->course == "out_of_frame" ? 0.04 : 0.5;
            return beat->start + (beat->end - beat->start) * share;
        }
        if (person.aboard) return m_shot.blocking.seconds * 0.5;
        const Beat& last = person.beats.back();
        if (hasMove(m_shot.description.camera, {Move::follow, Move::lead, Move::tail, Move::sideTrack})) return m_shot.blocking.seconds * 0.5;
        if (person.beats.size() == 1 && last.path.size() > 1) return m_frame.size >= ShotSize::mediumFull ? m_shot.blocking.seconds * 0.92 : m_shot.blocking.seconds * 0.62;
        return person.beats.size() > 1 ? m_shot.blocking.seconds * 0.5 : 0.0;
    }

    /// One who kneels down or lifts something up stays in the frame that was made for one moment.
    void holdThroughout(const std::vector<PersonMoment>& moments, std::size_t main) {
        for (const double share : {0.0, 0.3, 0.5, 0.7, 0.98}) {
            const auto moment = peopleAt(m_shot.blocking, m_shot.blocking.seconds * share)[main];
            if (glm::distance(moment.position, moments[main].position) > 0.7f) continue;
            const FrameSubject then = frameOfPerson(m_shot.blocking.people[main], moment, m_frame.size);
            m_frame.subject.top.y = std::max(m_frame.subject.top.y, then.top.y);
            m_frame.subject.bottom.y = std::min(m_frame.subject.bottom.y, then.bottom.y);
            m_frame.subject.inside.insert(m_frame.subject.inside.end(), then.inside.begin(), then.inside.end());
        }
    }

    static bool near(const PersonMoment& a, const PersonMoment& b) { return glm::distance(a.position, b.position) < 2.6f; }

    /// Where the main person's face is at other moments, against the one that is framed.
    std::vector<glm::vec3> waysOf(const std::vector<PersonMoment>& moments, std::size_t main) const {
        const auto faceOf = [&](const PersonMoment& moment) {
            const auto& figure = *m_shot.blocking.people[main].figure;
            return toWorld(moment, figure.landmarks(figures::evaluate(figure, moment.performance)).eyes);
        };
        const glm::vec3 framed = faceOf(moments[main]);
        std::vector<glm::vec3> ways;
        for (const double share : {0.0, 0.25, 0.5, 0.75, 0.98}) {
            const glm::vec3 way = faceOf(peopleAt(m_shot.blocking, m_shot.blocking.seconds * share)[main]) - framed;
            if (glm::length(way) > 0.3f) ways.push_back(way);
        }
        return ways;
    }

    /// Which way across the picture a walk should go: a pan or truck goes along with it.
    void alongWalk(const std::vector<PersonMoment>& moments, std::size_t main, CameraWish& wish) const {
        for (const Beat& beat : m_shot.blocking.people[main].beats)
            if (beat.across != 0 && beat.path.size() > 1) {
                wish.travel = glm::normalize(glm::vec3(beat.path.back().x - beat.path.front().x, 0, beat.path.back().z - beat.path.front().z) + glm::vec3(1e-5f, 0, 0));
                wish.travelSign = float(beat.across);
                return;
            }
        const auto later = peopleAt(m_shot.blocking, std::min(m_shot.blocking.seconds, keyMoment(m_shot.blocking.people[main]) + 0.4));
        const auto before = peopleAt(m_shot.blocking, std::max(0.0, keyMoment(m_shot.blocking.people[main]) - 0.4));
        glm::vec3 step = later[main].position - before[main].position;
        step.y = 0;
        if (glm::length(step) < 0.2f || moments.size() > 3) return;
        for (const auto& move : m_shot.description.camera.moves) {
            if (move.move != Move::pan && move.move != Move::truck) continue;
            if (!move.direction) continue;
            wish.travel = glm::normalize(step);
            wish.travelSign = *move.direction == reading::Direction::left ? -1.0f : 1.0f;
        }
    }

    StagedShot& m_shot;
    ShotFrame& m_frame;
};

} // namespace

void framePeople(StagedShot& shot, CameraWish wish, ShotFrame& frame) { PeopleFrame(shot, frame).run(wish); }

} // namespace rushes::stage
