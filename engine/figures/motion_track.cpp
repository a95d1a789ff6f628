// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/figures/motion_track.h"

#include "engine/figures/clip_reader.h"
#include "engine/figures/turns.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace rushes::figures {

using glm::vec3;
using Soles = std::array<std::array<vec3, 3>, 2>;

namespace {

constexpr double framesPerSecond = 60; ///< coarser, and a rolling foot leaves its path between the frames
constexpr float standsBelow = 0.035f, standsSlower = 0.45f; ///< metres, metres a second, on the source skeleton
constexpr float swingClearance = 0.004f;
constexpr float leastTravel = 0.3f; ///< metres a cycle from which a loop counts as going somewhere

/// Frames before the first and behind the last belong to the neighbouring cycles.
struct Cycle {
    long frames;
    bool loops;
    float turn;
    vec3 travel;

    std::size_t index(long i) const {
        return std::size_t(loops ? (i % frames + frames) % frames : std::clamp(i, 0l, frames - 1));
    }
    vec3 point(long i, const vec3& p) const {
        if (!loops || (i >= 0 && i < frames)) return p;
        return i >= frames ? turnY(turn) * p + travel : turnY(-turn) * (p - travel);
    }
    /// The other way: a point next to frame i, in the terms of the cycle that frame index(i) lies in.
    vec3 own(long i, const vec3& p) const {
        if (!loops || (i >= 0 && i < frames)) return p;
        return i >= frames ? point(-1, p) : point(frames, p);
    }
};

/// First and one-behind-last frame of each stretch in which something stands; a stretch may run over the seam.
std::vector<std::pair<long, long>> stretches(const std::vector<bool>& stands, bool loops) {
    const long n = long(stands.size());
    if (std::all_of(stands.begin(), stands.end(), [](bool b) { return b; })) return {{0, n}};
    long start = 0;
    if (loops)
        while (stands[std::size_t((start - 1 + n) % n)])
            --start;
    std::vector<std::pair<long, long>> out;
    for (long i = start; i < n + start;) {
        if (!stands[std::size_t((i % n + n) % n)]) {
            ++i;
            continue;
        }
        long j = i;
        while (j < n + start && stands[std::size_t((j % n + n) % n)])
            ++j;
        out.push_back({i, j});
        i = j;
    }
    return out;
}

/// What moves a foot so that it stays where it stands; nothing for frames in which it swings.
class FootHold {
public:
    FootHold(const Cycle& cycle, const std::vector<std::array<bool, 3>>& contact,
             const std::vector<std::array<vec3, 3>>& soles)
        : m_cycle(cycle), m_contact(contact), m_soles(soles), m_known(soles.size()) {
        std::vector<bool> stands;
        for (const auto& c : contact)
            stands.push_back(c[0] || c[1] || c[2]);
        bridgeGaps(stands);
        for (const auto& [from, to] : stretches(stands, cycle.loops))
            if (to - from >= 5) hold(from, to);
    }

    struct Foot {
        vec3 correction{0};
        vec3 anchor{0}; ///< where the stance is held, between two of them on the way from one to the next
    };
    /// Known in a stance, blended through the swing from stance to stance.
    Foot at(long i) const {
        if (m_known[std::size_t(i)]) return *m_known[std::size_t(i)];
        const auto before = neighbour(i, -1), after = neighbour(i, 1);
        Foot out;
        out.anchor = m_soles[std::size_t(i)][1];
        if (before || after) {
            const Foot a = inTermsOf(before ? *before : *after), b = after ? inTermsOf(*after) : a;
            const float t = smoothStep(float(before.value_or(i - 16)), float(after.value_or(i + 16)), float(i));
            out = {glm::mix(a.correction, b.correction, t), glm::mix(a.anchor, b.anchor, t)};
        }
        const float low = lowest(i) + out.correction.y;
        if (low < swingClearance) out.correction.y += swingClearance - low;
        return out;
    }

private:
    /// Contact that is lost for a frame or two (the seam of a loop does that) is one stance.
    void bridgeGaps(std::vector<bool>& stands) const {
        const std::vector<bool> was = stands;
        const auto near = [&](long i, long step) {
            return was[m_cycle.index(i + step)] || was[m_cycle.index(i + 2 * step)];
        };
        for (long i = 0; i < m_cycle.frames; ++i)
            if (!was[std::size_t(i)]) stands[std::size_t(i)] = near(i, -1) && near(i, 1);
    }
    /// The nearest frame of a stance before or behind frame i.
    std::optional<long> neighbour(long i, long step) const {
        const long n = m_cycle.frames;
        for (long k = i + step; k > i - n && k < i + n; k += step) {
            if (!m_cycle.loops && (k < 0 || k >= n)) return std::nullopt;
            if (m_known[m_cycle.index(k)]) return k;
        }
        return std::nullopt;
    }
    Foot inTermsOf(long k) const {
        const Foot& known = *m_known[m_cycle.index(k)];
        const float turn = k < 0 ? -m_cycle.turn : k >= m_cycle.frames ? m_cycle.turn : 0;
        return {turnY(turn) * known.correction, m_cycle.point(k, known.anchor)};
    }
    vec3 sole(long i, std::size_t point) const { return m_cycle.point(i, m_soles[m_cycle.index(i)][point]); }

    void hold(long from, long to) {
        std::size_t point = 1;
        std::vector<long> standing;
        for (const std::size_t candidate : {1u, 0u, 2u}) { // the ball, else the heel, else the toe
            point = candidate;
            standing.clear();
            for (long i = from; i < to; ++i)
                if (m_contact[m_cycle.index(i)][point]) standing.push_back(i);
            if (standing.size() >= 2) break;
        }
        if (standing.empty()) return;
        vec3 mean(0);
        for (const long i : standing)
            mean += sole(i, point) / float(standing.size());
        // The middle of the stance stays where it is; before and after, the foot rolls over whichever point touches the
        // floor.
        const long middle = standing[standing.size() / 2];
        m_anchor = mean;
        vec3 correction = mean - sole(middle, point);
        remember(middle, correction);
        for (long i = middle + 1; i < to; ++i)
            correction = rolled(i, i - 1, correction);
        correction = mean - sole(middle, point);
        for (long i = middle - 1; i >= from; --i)
            correction = rolled(i, i + 1, correction);
    }

    float lowest(long i) const {
        float low = 1e9f;
        for (const auto& p : m_soles[m_cycle.index(i)])
            low = std::min(low, p.y);
        return low;
    }

    /// The correction of frame i that keeps its touching point where frame `next` has it.
    vec3 rolled(long i, long next, const vec3& correction) {
        const float low = lowest(i);
        std::size_t pivot = 1; // the ball, unless it is clearly off the floor
        for (const std::size_t k : {0u, 2u})
            if (sole(i, 1).y - low > 0.004f && sole(i, k).y - low < 1e-6f) pivot = k;
        const vec3 out = sole(next, pivot) + correction - sole(i, pivot);
        remember(i, out);
        return {out.x, 0, out.z};
    }

    void remember(long i, vec3 correction) {
        correction.y = -lowest(i);
        const float back = i >= m_cycle.frames ? -m_cycle.turn : i < 0 ? m_cycle.turn : 0;
        m_known[m_cycle.index(i)] = Foot{turnY(back) * correction, m_cycle.own(i, m_anchor)};
    }

    const Cycle& m_cycle;
    const std::vector<std::array<bool, 3>>& m_contact;
    const std::vector<std::array<vec3, 3>>& m_soles;
    std::vector<std::optional<Foot>> m_known;
    vec3 m_anchor{0};
};

} // namespace

MotionTrack MotionTrack::fit(const Clip& clip, const Skeleton& skeleton) {
    const ClipReader reader(clip);
    const float scale = skeleton.legLength / sourceLeg;
    MotionTrack out;
    out.m_loops = clip.loops;
    out.m_seconds = reader.seconds();
    out.m_turnDegrees = reader.turnDegrees();
    out.m_travel = reader.travel() * scale;
    if (glm::length(out.m_travel) >= leastTravel) out.m_speed = double(glm::length(out.m_travel)) / out.m_seconds;
    const long n = std::max(16l, std::lround(reader.seconds() * framesPerSecond));
    std::vector<Soles> source;
    for (long i = 0; i < n; ++i) {
        const ClipFrame sample = reader.at(reader.seconds() * double(i) / double(clip.loops ? n : n - 1));
        source.push_back({sourceSoles(sample, 0), sourceSoles(sample, 1)});
        Frame frame;
        frame.pose = poseOf(sample);
        frame.pose.root *= scale;
        out.m_frames.push_back(frame);
    }
    out.holdFeet(skeleton, source);
    return out;
}

void MotionTrack::holdFeet(const Skeleton& skeleton, const std::vector<Soles>& source) {
    const float scale = skeleton.legLength / sourceLeg;
    const Cycle cycle{long(m_frames.size()), m_loops, m_turnDegrees, m_travel};
    const Cycle sourceCycle{cycle.frames, m_loops, m_turnDegrees, m_travel / scale};
    const double step = m_seconds / double(m_loops ? cycle.frames : cycle.frames - 1);
    for (std::size_t side = 0; side < 2; ++side) {
        std::vector<std::array<bool, 3>> contact;
        std::vector<std::array<vec3, 3>> soles;
        std::vector<vec3> ankles;
        for (long i = 0; i < cycle.frames; ++i) {
            const PosedBones bones = posed(skeleton, m_frames[std::size_t(i)].pose);
            soles.push_back(bones.soles(skeleton, int(side)));
            ankles.push_back(bones.at[std::size_t(bones::of(bones::foot, int(side)))]);
            std::array<bool, 3> stands{};
            for (std::size_t k = 0; k < 3; ++k) {
                const auto at = [&](long j) { return sourceCycle.point(j, source[sourceCycle.index(j)][side][k]); };
                vec3 way = at(i + 1) - at(i - 1);
                way.y = 0;
                stands[k] = at(i).y < standsBelow && glm::length(way) / float(2 * step) < standsSlower;
            }
            contact.push_back(stands);
        }
        const FootHold hold(cycle, contact, soles);
        for (long i = 0; i < cycle.frames; ++i) {
            const FootHold::Foot foot = hold.at(i);
            m_frames[std::size_t(i)].ankle[side] = ankles[std::size_t(i)] + foot.correction;
            m_frames[std::size_t(i)].anchor[side] = foot.anchor;
            m_frames[std::size_t(i)].contact[side] = contact[std::size_t(i)];
        }
    }
}

MotionTrack::Pace MotionTrack::paceFor(double metresPerSecond) const {
    if (m_speed <= 0 || metresPerSecond <= 0) return {};
    const double rate = std::clamp(std::sqrt(metresPerSecond / m_speed), 0.7, 1.45);
    return {rate, metresPerSecond / (m_speed * rate)};
}

MotionTrack::Frame MotionTrack::wrapped(long i) const {
    const Cycle cycle{long(m_frames.size()), m_loops, m_turnDegrees, m_travel};
    Frame out = m_frames[cycle.index(i)];
    if (!m_loops || i < cycle.frames) return out;
    out.pose.root = cycle.point(i, out.pose.root);
    out.pose.rotations[bones::pelvis] = turnY(m_turnDegrees) * out.pose.rotations[bones::pelvis];
    for (auto& p : out.ankle)
        p = cycle.point(i, p);
    for (auto& p : out.anchor)
        p = cycle.point(i, p);
    return out;
}

namespace {

/// Where a caller who moves evenly along an arc is: `share` of a cycle that goes `travel` and turns `degrees`.
struct Arc {
    vec3 at{0};
    float heading = 0; ///< degrees
};

Arc arcAt(const vec3& travel, float degrees, float share) {
    const float chord = glm::length(travel);
    if (chord < leastTravel) return {travel * share, degrees * share};
    const float chordHeading = glm::degrees(std::atan2(travel.x, travel.z)), start = chordHeading - degrees / 2;
    if (std::abs(degrees) < 0.1f) return {travel * share, start};
    const float radius = chord / (2 * std::sin(glm::radians(degrees / 2)));
    const float part = degrees * share, partChord = 2 * radius * std::sin(glm::radians(part / 2));
    const float direction = glm::radians(start + part / 2);
    return {vec3(std::sin(direction), 0, std::cos(direction)) * partChord, start + part};
}

} // namespace

BodyPose MotionTrack::at(const Skeleton& skeleton, double clipSeconds, double stride) const {
    const double cycles = clipSeconds / m_seconds;
    const double share = m_loops ? cycles - std::floor(cycles) : std::clamp(cycles, 0.0, 1.0);
    const double x = share * double(m_loops ? m_frames.size() : m_frames.size() - 1);
    const long i = long(x);
    const auto t = float(x - double(i));
    const Frame a = wrapped(i), b = wrapped(i + 1);
    BodyPose pose;
    for (std::size_t k = 0; k < pose.rotations.size(); ++k)
        pose.rotations[k] = glm::slerp(a.pose.rotations[k], b.pose.rotations[k], t);
    pose.root = glm::mix(a.pose.root, b.pose.root, t);
    std::array<vec3, 2> ankle = {glm::mix(a.ankle[0], b.ankle[0], t), glm::mix(a.ankle[1], b.ankle[1], t)};
    if (m_loops) {
        const Arc arc = arcAt(m_travel, m_turnDegrees, float(share));
        const glm::quat back = turnY(-arc.heading);
        pose.rotations[bones::pelvis] = back * pose.rotations[bones::pelvis];
        pose.root = back * (pose.root - arc.at);
        // Longer or shorter steps: where a foot is held moves, the foot rolls over it as it did.
        for (std::size_t side = 0; side < 2; ++side) {
            const vec3 anchor = back * (glm::mix(a.anchor[side], b.anchor[side], t) - arc.at);
            ankle[side] = back * (ankle[side] - arc.at) + vec3(0, 0, (float(stride) - 1) * anchor.z);
        }
        pose.root.z *= float(stride);
    }
    PosedBones now = posed(skeleton, pose);
    float drop = 0;
    for (int side = 0; side < 2; ++side) {
        const vec3 hip = now.at[std::size_t(bones::of(bones::thigh, side))],
                   knee = now.at[std::size_t(bones::of(bones::calf, side))];
        const float length =
            glm::length(knee - hip) + glm::length(now.at[std::size_t(bones::of(bones::foot, side))] - knee);
        drop = std::max(drop, (glm::length(ankle[std::size_t(side)] - hip) - length * 0.998f) * 1.05f);
    }
    pose.root.y -= std::min(drop, 0.12f);
    now = posed(skeleton, pose);
    for (int side = 0; side < 2; ++side)
        reach(skeleton, pose, now, LimbKind::leg, side, ankle[std::size_t(side)], true);
    return pose;
}

} // namespace rushes::figures
