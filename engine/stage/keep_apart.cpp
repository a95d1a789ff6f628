// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/stage/keep_apart.h"

#include "engine/stage/easing.h"
#include "engine/stage/ways.h"

#include <glm/geometric.hpp>

#include <algorithm>
#include <numeric>

namespace rushes::stage {
namespace {

constexpr float touching = 0.42f, elbowRoom = 0.5f; ///< metres between two bodies: what is mended, and what is wanted then
constexpr int looks = 25;                           ///< moments of the shot that are compared

float flatDistance(const glm::vec3& a, const glm::vec3& b) { return glm::length(glm::vec3(a.x - b.x, 0, a.z - b.z)); }

/// A body at the moments of the shot.
struct Trace {
    std::vector<glm::vec3> at;
    std::vector<std::string> with; ///< hand in hand with, at each moment
};

class Keeper {
public:
    explicit Keeper(Blocking& blocking) : m_blocking(blocking), m_set(*blocking.set) {}

    void run() {
        auto& people = m_blocking.people;
        std::vector<std::size_t> order(people.size());
        std::iota(order.begin(), order.end(), std::size_t(0));
        std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return freedom(people[a]) < freedom(people[b]); });
        for (const std::size_t i : order) {
            Trace trace = traceOf(people[i]);
            if (freedom(people[i]) > 0 && cost(people[i], trace) > 0) {
                if (const auto better = settle(people[i])) {
                    people[i].beats = *better;
                    trace = traceOf(people[i]);
                }
            }
            m_settled.push_back({people[i].subject, std::move(trace)});
        }
    }

private:
    struct Settled {
        std::string subject;
        Trace trace;
    };

    /// 0: stays; 1: may step aside; 2: is on the way anyhow.
    int freedom(const StagedPerson& person) const {
        bool travels = false;
        for (const Beat& beat : person.beats) {
            if (beat.seat || beat.lies || !beat.pairedWith.empty() || beat.surface) return 0;
            travels = travels || beat.path.size() > 1;
        }
        for (const auto& prop : m_blocking.props)
            if (!prop.holder && !prop.path.empty() && flatDistance(prop.path.front(), person.beats.front().path.front()) < 1.2f) return 0;
        return travels ? 2 : 1;
    }

    Trace traceOf(const StagedPerson& person) const {
        Blocking alone;
        alone.set = m_blocking.set;
        alone.seconds = m_blocking.seconds;
        alone.people = {person};
        Trace trace;
        for (int i = 0; i < looks; ++i) {
            const double seconds = m_blocking.seconds * i / (looks - 1);
            trace.at.push_back(personAt(alone, 0, seconds).position);
            std::size_t beat = 0;
            while (beat + 1 < person.beats.size() && seconds >= person.beats[beat].end) ++beat;
            trace.with.push_back(person.beats[beat].pairedWith);
        }
        return trace;
    }

    /// 0 when nobody and nothing is in the way; the more, the worse.
    float cost(const StagedPerson& person, const Trace& trace, float wanted = touching) const {
        float sum = 0;
        for (std::size_t i = 0; i < trace.at.size(); ++i) {
            for (const auto& other : m_settled) {
                const glm::vec3& p = other.trace.at[i];
                if (std::abs(p.y - trace.at[i].y) > 1 || other.trace.with[i] == person.subject || trace.with[i] == other.subject) continue;
                sum += std::max(0.0f, wanted - flatDistance(p, trace.at[i])) * 4;
            }
            if (inSet(trace.at[i])) sum += 1;
        }
        return sum;
    }

    /// Whether something of the set runs through a body that stands here.
    bool inSet(const glm::vec3& feet) const {
        for (const float height : {0.55f, 0.95f, 1.35f})
            for (const float yaw : {0.0f, 90.0f}) {
                const glm::vec3 middle = feet + glm::vec3(0, height, 0), side = heading(yaw) * 0.15f;
                if (m_set.blocked(middle - side, middle + side)) return true;
            }
        return false;
    }

    /// The person's beats changed as little as it takes; nothing when no change is better.
    std::optional<std::vector<Beat>> settle(const StagedPerson& person) const {
        std::optional<std::vector<Beat>> best;
        float least = cost(person, traceOf(person), elbowRoom) - 0.05f;
        StagedPerson tried = person;
        const auto consider = [&](std::vector<Beat> beats, float effort) {
            tried.beats = std::move(beats);
            const float sum = cost(tried, traceOf(tried), elbowRoom) + effort;
            if (sum >= least) return;
            least = sum;
            best = tried.beats;
        };
        for (const float by : {0.3f, 0.5f, 0.75f, 1.0f, 1.4f, 1.9f})
            for (int k = 0; k < 12; ++k) {
                const glm::vec3 shift = heading(30.0f * float(k)) * by;
                consider(moved(person, [&](const glm::vec3& p) { return p + shift; }), by * 0.3f);
            }
        if (freedom(person) > 1)
            for (const float turn : {15.0f, -15.0f, 30.0f, -30.0f, 50.0f, -50.0f, 75.0f, -75.0f, 105.0f, -105.0f, 140.0f, -140.0f, 180.0f})
                for (const bool atEnd : {true, false}) {
                    const glm::vec3 pivot = atEnd ? person.beats.back().path.back() : person.beats.front().path.front();
                    consider(moved(person, [&](const glm::vec3& p) { return turned(p, pivot, turn); }), std::abs(turn) / 180);
                }
        if (freedom(person) > 1)
            for (const float share : {0.75f, 0.5f}) {
                const glm::vec3 pivot = person.beats.back().path.back();
                consider(moved(person, [&](const glm::vec3& p) { return pivot + (p - pivot) * share; }), 1 - share);
            }
        return best;
    }

    static glm::vec3 turned(const glm::vec3& p, const glm::vec3& pivot, float degrees) {
        const glm::vec3 d = p - pivot, x = heading(degrees + 90), z = heading(degrees);
        return pivot + x * d.x + z * d.z + glm::vec3(0, d.y, 0);
    }

    template <typename Change>
    std::vector<Beat> moved(const StagedPerson& person, Change change) const {
        std::vector<Beat> beats = person.beats;
        for (Beat& beat : beats) {
            for (auto& point : beat.path) point = change(point);
            beat.path = onGround(m_set, beat.path);
        }
        return beats;
    }

    Blocking& m_blocking;
    const sets::BuiltSet& m_set;
    std::vector<Settled> m_settled;
};

} // namespace

void keepApart(Blocking& blocking) { Keeper(blocking).run(); }

} // namespace rushes::stage
