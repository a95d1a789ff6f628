// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
// People along their keys.
#include "engine/stage/easing.h"
#include "engine/stage/hand_people.h"
#include "engine/stage/movables.h"
#include "engine/stage/ways.h"

#include <glm/geometric.hpp>

#include <algorithm>
#include <cmath>
#include <utility>

namespace rushes::stage {
namespace {

constexpr float samePlace = 0.12f;  ///< metres: what is nearer is a shift of the weight, not a way
constexpr float atSeat = 0.25f;     ///< metres from a seat at which one still sits
constexpr float stroll = 0.6f, walk = 1.1f, runsFrom = 2.3f; ///< metres a second
constexpr double least = 0.04;      ///< seconds: a frame
constexpr double getsUp = 0.9;      ///< seconds
constexpr float detour = 2.5f;      ///< times the straight line that a way round may be long

glm::vec2 flat(const glm::vec3& p) { return {p.x, p.z}; }

const Beat& beatAt(const std::vector<Beat>& beats, double seconds) {
    std::size_t i = 0;
    while (i + 1 < beats.size() && seconds >= beats[i].end) ++i;
    return beats[i];
}

/// One person being taken through keys.
class KeyWalker {
public:
    KeyWalker(const StagedPerson& person, const sets::BuiltSet& set, const std::vector<PersonKey>& keys) : m_old(person.beats), m_set(set), m_keys(keys) {}

    std::vector<Beat> run() {
        const double end = m_old.back().end;
        for (std::size_t i = 0; i < m_keys.size(); ++i) {
            m_spots.push_back(spotOf(m_keys[i], i == 0 ? m_old.front().path.front().y : m_spots.back().y));
            m_times.push_back(std::clamp(m_keys[i].seconds, 0.0, end));
        }
        stand(0, m_times.front(), 0);
        for (std::size_t i = 0; i + 1 < m_keys.size(); ++i) stretch(i);
        flush();
        stand(m_times.back(), end, m_keys.size() - 1);
        if (m_beats.empty()) stand(0, std::max(end, least), 0);
        m_beats.front().start = 0;
        m_beats.back().end = end;
        return std::move(m_beats);
    }

private:
    glm::vec3 spotOf(const PersonKey& key, float near) const { return {key.at.x, m_set.groundHeight(key.at.x, key.at.y, near), key.at.y}; }

    Way wayBetween(const glm::vec3& a, const glm::vec3& b) const {
        Way way{a, b};
        if (!m_set.pathClear(a, b)) {
            const Way round = m_set.path(a, b);
            if (round.size() > 1 && lengthOf(round) < detour * glm::distance(a, b)) {
                way = round;
                way.front() = a;
                way.back() = b;
            }
        }
        return onGround(m_set, way);
    }

    /// From key `i` to the next: at once, and there before time rather than slower than a stroll.
    void stretch(std::size_t i) {
        const double from = m_times[i], to = m_times[i + 1];
        if (to - from < least) return;
        if (glm::distance(m_spots[i], m_spots[i + 1]) < samePlace) {
            flush();
            return stand(from, to, i);
        }
        const Way way = wayBetween(m_spots[i], m_spots[i + 1]);
        const float length = lengthOf(way);
        double leaves = from;
        if (sitsAt(i, from)) {
            flush();
            leaves = from + std::min(getsUp, (to - from) * 0.3);
            stand(from, leaves, i, true);
        }
        const bool strolls = length / float(to - leaves) < stroll;
        const double arrives = strolls ? leaves + length / walk : to;
        const bool runs = length / float(arrives - leaves) > runsFrom;
        if (!m_chain.empty() && runs != m_chainRuns) flush();
        if (m_chain.empty()) m_chain = {way.front()}, m_chainFrom = leaves, m_chainMoments = {{0, 0}}, m_chainRuns = runs;
        m_chain.insert(m_chain.end(), way.begin() + 1, way.end());
        m_chainMoments.push_back({arrives - m_chainFrom, m_chainMoments.back().second + length});
        if (!strolls && m_keys[i + 1].act.empty() && !m_keys[i + 1].yaw) return; // goes on without a stop
        flush();
        if (strolls) stand(arrives, to, i + 1);
    }

    /// The ways since the last stand become one beat.
    void flush() {
        if (m_chain.empty()) return;
        const double to = m_chainFrom + m_chainMoments.back().first;
        Beat beat = beatAt(m_old, (m_chainFrom + to) * 0.5);
        const bool travels = beat.path.size() > 1;
        if (!travels) beat.gait.clear(), beat.pointAt.reset(), beat.surface.reset();
        if (!travels || beat.motion == "walk" || beat.motion == "run") beat.motion = m_chainRuns ? "run" : "walk";
        beat.start = m_chainFrom;
        beat.end = to;
        beat.path = std::exchange(m_chain, {});
        beat.moments = std::move(m_chainMoments);
        beat.seat.reset();
        beat.lies = false;
        beat.turned = 0;
        beat.pairedWith.clear();
        m_beats.push_back(std::move(beat));
    }

    bool sitsAt(std::size_t key, double seconds) const {
        const Beat& beat = beatAt(m_old, seconds);
        return beat.seat && glm::distance(flat(beat.path.front()), m_keys[key].at) < atSeat && m_keys[key].act.empty();
    }

    /// At a key's spot from one moment to another, in the pieces of what was done then; `up`: not on the seat any more.
    void stand(double from, double to, std::size_t key, bool up = false) {
        while (to - from > least * 0.5) {
            const Beat& old = beatAt(m_old, from + 1e-6);
            const double until = old.end > from + least && old.end < to - least ? old.end : to;
            Beat beat = old;
            beat.start = from;
            beat.end = until;
            const bool sits = !up && sitsAt(key, from + 1e-6);
            if (old.path.size() > 1 || old.seat.has_value() != sits) beat.motion = "stand", beat.gait.clear(), beat.surface.reset(), beat.pairedWith.clear();
            if (old.path.size() > 1) beat.yaw = lastYaw(old);
            if (!sits) beat.seat.reset(), beat.lies = false;
            if (!m_keys[key].act.empty()) beat.motion = m_keys[key].act, beat.gait.clear();
            if (!m_beats.empty() && m_beats.back().path.size() > 1 && !sits) beat.yaw = lastYaw(m_beats.back());
            else if (!m_beats.empty() && !sits) beat.yaw = m_beats.back().yaw;
            if (m_keys[key].yaw) beat.yaw = *m_keys[key].yaw;
            beat.path = {sits ? old.path.front() : m_spots[key]};
            beat.moments.clear();
            beat.turned = 0;
            m_beats.push_back(std::move(beat));
            from = until;
        }
    }

    static float lastYaw(const Beat& beat) { return yawOf(beat.path.back() - beat.path[beat.path.size() - 2]); }

    const std::vector<Beat>& m_old;
    const sets::BuiltSet& m_set;
    const std::vector<PersonKey>& m_keys;
    std::vector<glm::vec3> m_spots;
    std::vector<double> m_times;
    std::vector<Beat> m_beats;
    Way m_chain; ///< walked without a stop
    std::vector<std::pair<double, float>> m_chainMoments;
    double m_chainFrom = 0;
    bool m_chainRuns = false;
};

} // namespace

std::vector<Beat> throughKeys(const StagedPerson& person, const sets::BuiltSet& set, const std::vector<PersonKey>& keys) {
    return KeyWalker(person, set, keys).run();
}

std::vector<PersonKey> keysAlong(const StagedPerson& person) {
    std::vector<PersonKey> keys;
    const auto put = [&](double seconds, const glm::vec2& at) {
        if (keys.empty() || seconds - keys.back().seconds > least) keys.push_back({seconds, at, {}, {}});
    };
    put(0, flat(person.beats.front().path.front()));
    const auto ways = waysOf(person);
    std::size_t way = 0;
    for (const Beat& beat : person.beats) {
        if (beat.path.size() < 2) continue;
        const float length = std::max(0.01f, lengthOf(beat.path));
        put(beat.start, flat(beat.path.front()));
        glm::vec2 at = flat(beat.path.front());
        float gone = 0;
        for (const auto& corner : ways[way++]) {
            gone += glm::distance(std::exchange(at, corner), corner);
            if (gone < length * 0.97f) put(beat.start + (beat.end - beat.start) * double(gone / length), corner);
        }
        put(beat.end, flat(beat.path.back()));
    }
    return keys;
}

} // namespace rushes::stage
