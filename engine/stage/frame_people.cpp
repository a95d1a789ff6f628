// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/stage/frame_people.h"

#include "engine/stage/easing.h"
#include "engine/stage/shot_focus.h"

#include <glm/geometric.hpp>

#include <algorithm>

namespace rushes::stage {
namespace {

using reading::Move;
using reading::ShotSize;

/// The framing of one shot with people in it.
class PeopleFrame {
public:
    PeopleFrame(StagedShot& shot, ShotFrame& frame) : m_shot(shot), m_frame(frame) {}

    void run(CameraWish wish) {
        auto& people = m_shot.blocking.people;
        const std::size_t main = mainPerson(m_shot.blocking, m_shot.description);
        const auto moments = peopleAt(m_shot.blocking, keyMoment(people[main]));
        std::vector<std::size_t> framed{main};
        const bool single = m_frame.size >= ShotSize::mediumCloseUp || isShoulder(wish.pov);
        if (!single)
            for (std::size_t i = 0; i < people.size(); ++i)
                if (i != main && (m_frame.size <= ShotSize::full || near(moments[i], moments[main]))) framed.push_back(i);
        std::vector<FrameSubject> subjects;
        for (const std::size_t i : framed) subjects.push_back(frameOfPerson(people[i], moments[i], m_frame.size));
        m_frame.subject = frameOfGroup(subjects);
        if (hasMove(m_shot.description.camera, {Move::tail})) wish.aroundYaw = moments[main].yaw + 180;
        if (hasMove(m_shot.description.camera, {Move::lead})) wish.aroundYaw = moments[main].yaw + 12;
        if (hasMove(m_shot.description.camera, {Move::sideTrack})) wish.aroundYaw = moments[main].yaw + 90;
        if (isShoulder(wish.pov) && people.size() > 1) return frameOverShoulder(wish, moments, main);
        m_frame.view = findViewpoint(m_shot.blocking, moments, m_frame.subject, wish, framed);
        if (!m_frame.view.clear) m_shot.warnings.push_back("Something of the set stands between the camera and the subject.");
    }

private:
    /// The moment that the framing is made for: the end of a walk in, the start of a walk out.
    double keyMoment(const StagedPerson& person) const {
        const Beat& last = person.beats.back();
        if (hasMove(m_shot.description.camera, {Move::follow, Move::lead, Move::tail, Move::sideTrack})) return m_shot.blocking.seconds * 0.5;
        if (person.beats.size() == 1 && last.path.size() > 1) return m_frame.size >= ShotSize::mediumFull ? m_shot.blocking.seconds * 0.92 : m_shot.blocking.seconds * 0.62;
        return person.beats.size() > 1 ? m_shot.blocking.seconds * 0.5 : 0.0;
    }

    static bool near(const PersonMoment& a, const PersonMoment& b) { return glm::distance(a.position, b.position) < 2.6f; }

    /// Behind the listener: their head and shoulder at one edge, the speaker in the rest. The camera stands where the size wants it on a
    /// line that passes the listener's ear.
    void frameOverShoulder(const CameraWish& wish, const std::vector<PersonMoment>& moments, std::size_t main) {
        const std::size_t other = main == 0 ? 1 : 0;
        const glm::vec3 speaker = m_frame.subject.focus, listener = moments[other].position;
        const glm::vec3 axis(listener.x - speaker.x, 0, listener.z - speaker.z);
        const float apart = std::max(0.5f, glm::length(axis)), offset = glm::degrees(std::asin(std::min(0.6f, 0.36f / apart)));
        const float side = authoredOnLeft(axis) ? 1.0f : -1.0f;
        const glm::vec3 toCamera = heading(yawOf(axis) + side * offset);
        const float lens = wish.freeLens ? 50.0f : float(wish.lensMm);
        m_frame.view.camera = solveCamera(m_frame.subject, -toCamera, lens, wish.aspect, 0);
        const float past = glm::dot(m_frame.view.camera.eye - speaker, toCamera) - apart;
        if (past < 0.75f) m_frame.view.camera.eye += toCamera * (0.75f - past); // not inside the listener's head
        if (wish.pov == reading::PointOfView::overShoulder) lookOver(moments[other], speaker, int(other));
        if (wish.pov == reading::PointOfView::overHip) {
            m_frame.view.camera.eye.y = moments[other].position.y + float(m_shot.blocking.people[other].figure->rest().hips) * 1.05f;
            const geometry::Camera aimed = geometry::Camera::lookAt(m_frame.view.camera.eye, speaker);
            m_frame.view.camera.right = aimed.right;
            m_frame.view.camera.up = aimed.up;
        }
        m_frame.view.pivot = speaker;
    }

    /// The camera looks over a tall listener's shoulder, not into the back: at least at the height of the mouth.
    void lookOver(const PersonMoment& listener, const glm::vec3& speaker, int other) {
        const auto& rest = m_shot.blocking.people[std::size_t(other)].figure->rest();
        const bool seated = listener.performance.motion.starts_with("sit");
        const float least = listener.position.y + float(rest.chin + 0.04) * (seated ? 0.72f : 1.0f);
        if (m_frame.view.camera.eye.y >= least) return;
        const float tilt = (least - m_frame.view.camera.eye.y) * 0.9f;
        m_frame.view.camera.eye.y = least;
        geometry::Camera aimed = geometry::Camera::lookAt(m_frame.view.camera.eye, m_frame.view.camera.eye + m_frame.view.camera.forward() * glm::distance(m_frame.view.camera.eye, speaker) - glm::vec3(0, tilt, 0));
        m_frame.view.camera.right = aimed.right;
        m_frame.view.camera.up = aimed.up;
    }

    /// On which side of the line from speaker to listener the set was composed to be seen from.
    bool authoredOnLeft(const glm::vec3& axis) const {
        if (m_shot.blocking.set->shots.empty()) return true;
        const auto& authored = m_shot.blocking.set->shots.front();
        return glm::dot(authored.eye - authored.target, glm::vec3(axis.z, 0, -axis.x)) >= 0;
    }

    StagedShot& m_shot;
    ShotFrame& m_frame;
};

} // namespace

void framePeople(StagedShot& shot, CameraWish wish, ShotFrame& frame) { PeopleFrame(shot, frame).run(wish); }

} // namespace rushes::stage
