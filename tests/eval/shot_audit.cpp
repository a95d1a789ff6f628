// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/eval/shot_audit.h"

#include "engine/stage/easing.h"
#include "engine/stage/shot_focus.h"

#include <glm/geometric.hpp>

#include <algorithm>
#include <cstdio>

namespace rushes::eval {

using namespace stage;
using reading::ShotSize;

namespace {

constexpr glm::ivec2 picture{1000, 1000};

/// One person at one moment: the head, as points that a face has.
struct Head {
    glm::vec3 top, chin, eyes, facing;
    std::vector<glm::vec3> samples(const geometry::Camera& camera) const {
        const glm::vec3 centre = (top + chin) * 0.5f;
        std::vector<glm::vec3> points;
        for (const float across : {-0.055f, 0.0f, 0.055f})
            for (const float up : {-0.08f, -0.03f, 0.03f, 0.08f}) points.push_back(centre + camera.right * across + camera.up * up);
        return points;
    }
};

Head headOf(const StagedPerson& person, const PersonMoment& moment) {
    const auto body = person.figure->landmarks(figures::evaluate(*person.figure, moment.performance));
    const glm::vec3 facing = heading(moment.yaw + 90) * body.facing.x + glm::vec3(0, body.facing.y, 0) + heading(moment.yaw) * body.facing.z;
    return {toWorld(moment, body.headTop), toWorld(moment, body.chin), toWorld(moment, body.eyes), facing};
}

/// Distance from a point to a segment.
float toSegment(const glm::vec3& p, const glm::vec3& a, const glm::vec3& b) {
    const glm::vec3 d = b - a;
    const float t = std::clamp(glm::dot(p - a, d) / std::max(1e-9f, glm::dot(d, d)), 0.0f, 1.0f);
    return glm::distance(p, a + d * t);
}

/// Least distance between a ray's segment and a body's axis, by steps that are fine enough for bodies.
bool bodyOnLine(const glm::vec3& from, const glm::vec3& to, const glm::vec3& feet, const glm::vec3& top) {
    for (int i = 1; i < 40; ++i) {
        const glm::vec3 p = from + (to - from) * (float(i) / 40.0f);
        const bool atHead = p.y > top.y - 0.26f;
        if (p.y < top.y && toSegment(p, feet, top - glm::vec3(0, 0.1f, 0)) < (atHead ? 0.1f : 0.2f)) return true;
    }
    return false;
}

struct Counts {
    int moments = 0, out = 0, cut = 0, faces = 0, behindSet = 0, behindPerson = 0, back = 0;
};

class Auditor {
public:
    explicit Auditor(const StagedShot& shot) : m_shot(shot), m_set(*shot.blocking.set) {}

    ShotFaults run() {
        if (!m_shot.blocking.people.empty()) m_main = mainPerson(m_shot.blocking, m_shot.description);
        const auto last = std::int64_t(m_shot.camera.size()) - 1;
        for (int i = 0; i <= 8; ++i) look(last * i / 8);
        finish();
        return m_faults;
    }

private:
    void look(std::int64_t frame) {
        const auto& camera = m_shot.camera[std::size_t(frame)];
        const double seconds = time::RationalTime{frame, m_shot.duration.rate}.seconds();
        const auto moments = peopleAt(m_shot.blocking, seconds, camera.eye);
        std::vector<Head> heads;
        for (std::size_t i = 0; i < moments.size(); ++i) heads.push_back(headOf(m_shot.blocking.people[i], moments[i]));
        m_seconds = seconds;
        lookAtCamera(camera, moments, heads);
        for (std::size_t i = 0; i < moments.size(); ++i) lookAtBody(moments, heads, i);
        if (moments.empty()) return;
        lookAtMain(camera, moments, heads);
        if (frame == 0) lookAtShoulder(camera, moments, heads);
    }

    void lookAtCamera(const geometry::Camera& camera, const std::vector<PersonMoment>& moments, const std::vector<Head>& heads) {
        for (const float yaw : {0.0f, 45.0f, 90.0f, 135.0f, 180.0f, 225.0f, 270.0f, 315.0f})
            if (m_set.hit(camera.eye, heading(yaw), 0.12f)) m_faults.cameraInside = true;
        if (m_set.hit(camera.eye, camera.forward(), 0.3f)) m_faults.cameraInside = true;
        for (std::size_t i = 0; i < moments.size(); ++i)
            if (toSegment(camera.eye, moments[i].position, heads[i].top) < 0.3f && m_shot.description.camera.pov != reading::PointOfView::firstPerson)
                m_faults.cameraInside = true;
    }

    void lookAtBody(const std::vector<PersonMoment>& moments, const std::vector<Head>& heads, std::size_t i) {
        for (std::size_t k = 0; k < i; ++k) {
            const glm::vec3 d = moments[i].position - moments[k].position;
            const float apart = glm::length(glm::vec3(d.x, 0, d.z));
            if (apart >= 0.28f || std::abs(d.y) >= 1) continue;
            m_faults.peopleMeet = true;
            note(who(k) + " and " + who(i) + " meet");
        }
        const auto& moment = moments[i];
        const bool upright = heads[i].top.y - moment.position.y > 0.85f * float(m_shot.blocking.people[i].figure->rest().stature);
        if (!upright || moment.performance.sits || moment.performance.motion.starts_with("sit")) return; // a high stool stands under its counter
        for (const float height : {0.55f, 0.95f, 1.35f})
            for (const float yaw : {0.0f, 90.0f}) {
                const glm::vec3 middle = moment.position + glm::vec3(0, height, 0), side = heading(yaw) * 0.13f;
                if (!m_set.blocked(middle - side, middle + side)) continue;
                m_faults.inFurniture = true;
                note(who(i) + " in the set, at " + point(moment.position));
            }
    }

    std::string who(std::size_t i) const {
        const auto& person = m_shot.blocking.people[i];
        return (person.name.empty() ? person.subject : person.name) + " (" + std::to_string(i) + ")";
    }

    /// What of the set is on the line.
    std::string nameOn(const glm::vec3& from, const glm::vec3& to) const {
        const float length = glm::distance(from, to);
        const glm::vec3 ray = (to - from) / length;
        const auto first = m_set.hit(from, ray, length);
        for (const auto& object : m_set.objects) {
            const auto without = m_set.hit(from, ray, length, {.ignoreObject = object.object});
            if (first && (!without || *without > *first + 1e-3f)) return object.name;
        }
        return "the set";
    }

    static std::string point(const glm::vec3& p) {
        char text[64];
        std::snprintf(text, sizeof text, "%.2f %.2f %.2f", double(p.x), double(p.y), double(p.z));
        return text;
    }

    /// The first moment of each is enough.
    void note(const std::string& what) {
        const bool known = std::any_of(m_faults.notes.begin(), m_faults.notes.end(), [&](const auto& said) { return said.starts_with(what); });
        char when[32];
        std::snprintf(when, sizeof when, ", %.1f s", m_seconds);
        if (!known && m_faults.notes.size() < 12) m_faults.notes.push_back(what + when);
    }

    void lookAtMain(const geometry::Camera& camera, const std::vector<PersonMoment>& moments, const std::vector<Head>& heads) {
        const Head& head = heads[m_main];
        const auto eyes = camera.project(head.eyes, picture);
        ++m_counts.moments;
        const bool in = eyes && eyes->x > 0 && eyes->x < 1000 && eyes->y > 0 && eyes->y < 1000;
        if (!in) {
            note(who(m_main) + (eyes ? " out of the picture, per mille " + point(glm::vec3(eyes->x, eyes->y, 0)) : " behind the camera"));
            ++m_counts.out;
            return;
        }
        const glm::vec3 middle = (head.top + head.chin) * 0.5f;
        const auto left = camera.project(middle - camera.right * 0.08f, picture), right = camera.project(middle + camera.right * 0.08f, picture);
        if (left && right && (left->x < 0 || right->x > 1000)) ++m_counts.cut;
        int set = 0, person = 0;
        const auto points = head.samples(camera);
        for (const auto& point : points) {
            const glm::vec3 near = point - glm::normalize(point - camera.eye) * 0.13f;
            if (m_set.blocked(camera.eye, near)) {
                ++set;
                note(who(m_main) + " behind " + nameOn(camera.eye, near));
            }
            bool other = false;
            for (std::size_t i = 0; i < heads.size(); ++i) other = other || (i != m_main && bodyOnLine(camera.eye, near, moments[i].position, heads[i].top));
            person += other;
        }
        ++m_counts.faces;
        m_counts.behindSet += set * 2 > int(points.size());
        m_counts.behindPerson += person * 2 > int(points.size());
        m_counts.back += glm::dot(glm::normalize(head.facing), camera.forward()) > 0.35f;
    }

    void lookAtShoulder(const geometry::Camera& camera, const std::vector<PersonMoment>& moments, const std::vector<Head>& heads) {
        if (m_shot.description.camera.pov != reading::PointOfView::overShoulder || moments.size() < 2) return;
        const std::size_t other = m_main == 0 ? 1 : 0;
        const glm::vec3 middle = (heads[other].top + heads[other].chin) * 0.5f;
        const auto left = camera.project(middle - camera.right * 0.09f, picture), right = camera.project(middle + camera.right * 0.09f, picture);
        const auto a = left ? std::clamp(left->x, 0.0f, 1000.0f) : 0, b = right ? std::clamp(right->x, 0.0f, 1000.0f) : 0;
        m_faults.badShoulder = b - a < 40 || b - a > 420;
    }

    /// Somebody walks, or the camera comes to somebody ("tilts down to Lucy"): then not every moment has to show the face.
    bool comesOrGoes() const {
        for (const auto& move : m_shot.description.camera.moves)
            if (!move.target.empty() && (move.move == reading::Move::tilt || move.move == reading::Move::pan || move.move == reading::Move::crane)) return true;
        for (const auto& beat : m_shot.blocking.people[m_main].beats)
            if (beat.path.size() > 1) return true;
        return false;
    }

    void finish() {
        if (m_counts.moments == 0) return;
        m_faults.outOfFrame = m_counts.out * 2 >= m_counts.moments;
        m_faults.cutAtEdge = !comesOrGoes() && (m_counts.cut > 0 || m_counts.out > 0) && m_counts.out < m_counts.moments;
        m_faults.behindSet = m_counts.behindSet * 2 > m_counts.faces;
        m_faults.behindPerson = m_counts.behindPerson * 2 > m_counts.faces;
        const auto& words = m_shot.description.camera;
        const bool asked = hasMove(words, {reading::Move::tail, reading::Move::follow, reading::Move::sideTrack}) || comesOrGoes() || words.angle == reading::CameraAngle::birdEye;
        m_faults.backTurned = !asked && m_counts.back * 2 > m_counts.faces;
    }

    const StagedShot& m_shot;
    const sets::BuiltSet& m_set;
    std::size_t m_main = 0;
    double m_seconds = 0;
    ShotFaults m_faults;
    Counts m_counts;
};

} // namespace

std::string ShotFaults::names() const {
    std::string out;
    const auto say = [&](bool fault, const char* name) {
        if (fault) out += out.empty() ? name : std::string(" ") + name;
    };
    say(outOfFrame, "out-of-frame");
    say(cutAtEdge, "cut-at-edge");
    say(behindSet, "behind-set");
    say(behindPerson, "behind-person");
    say(backTurned, "back-turned");
    say(cameraInside, "camera-inside");
    say(peopleMeet, "people-meet");
    say(inFurniture, "in-furniture");
    say(badShoulder, "bad-shoulder");
    return out;
}

ShotFaults audit(const StagedShot& shot) { return Auditor(shot).run(); }

namespace {

/// The two of the shot's line: of two both; of more the main person and whom they look at. Nothing when one is nameless or not there.
std::optional<std::pair<std::size_t, std::size_t>> pairOf(const StagedShot& shot) {
    const auto& people = shot.blocking.people;
    if (people.size() == 2) return std::pair<std::size_t, std::size_t>(0, 1);
    if (people.size() < 2) return std::nullopt;
    const std::size_t main = mainPerson(shot.blocking, shot.description);
    for (std::size_t i = 0; i < people.size(); ++i)
        if (i != main && !people[main].beats.front().lookAtPerson.empty() && people[i].subject == people[main].beats.front().lookAtPerson) return std::pair(main, i);
    return std::nullopt;
}

} // namespace

bool AxisWatch::add(const std::string& place, const StagedShot& shot) {
    const auto& people = shot.blocking.people;
    const auto both = pairOf(shot);
    if (!both || people[both->first].name.empty() || people[both->second].name.empty()) return false;
    for (const std::size_t i : {both->first, both->second})
        for (const auto& beat : people[i].beats)
            if (beat.path.size() > 1) return false; // whoever walks draws a new line
    const auto moments = peopleAt(shot.blocking, 0);
    const bool swap = people[both->second].name < people[both->first].name;
    const std::size_t first = swap ? both->second : both->first, second = swap ? both->first : both->second;
    const glm::vec3 a = moments[first].position, b = moments[second].position, eye = shot.camera.front().eye;
    const float side = (b.x - a.x) * (eye.z - a.z) - (b.z - a.z) * (eye.x - a.x);
    const std::string pair = people[first].name + "|" + people[second].name;
    ++m_shots;
    const auto [known, fresh] = m_sides[place].try_emplace(pair, side > 0 ? 1 : -1);
    const bool crosses = !fresh && known->second != (side > 0 ? 1 : -1);
    m_crossings += crosses;
    return crosses;
}

} // namespace rushes::eval
