// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/figures/act_book.h"
#include "engine/figures/turns.h"

#include <algorithm>
#include <cmath>

namespace rushes::figures {

using glm::vec3;

namespace {

float eased(ActKey::Ease ease, float t) {
    switch (ease) {
    case ActKey::Ease::linear: return t;
    case ActKey::Ease::in: return t * t;
    case ActKey::Ease::out: return t * (2 - t);
    case ActKey::Ease::smooth: break;
    }
    return t * t * (3 - 2 * t);
}

FootTarget mixFeet(const FootTarget& a, const FootTarget& b, float t) {
    FootTarget out{glm::mix(a.x, b.x, t), glm::mix(a.z, b.z, t), glm::mix(a.yaw, b.yaw, t), glm::mix(a.lift, b.lift, t),
                   glm::mix(a.pitch, b.pitch, t)};
    const float step = std::hypot(b.x - a.x, b.z - a.z);
    if (step > 0.02f && a.lift < 0.02f && b.lift < 0.02f) out.lift += std::min(0.08f, 0.5f * step) * 4 * t * (1 - t);
    return out;
}

void mixHands(const AuthoredPose& a, const AuthoredPose& b, float t, AuthoredPose& out) {
    out.hands.clear();
    const auto partner = [](const HandTarget& h, const AuthoredPose& in) {
        return std::find_if(in.hands.begin(), in.hands.end(),
                            [&](const HandTarget& o) { return o.side == h.side && o.from == h.from && o.axes == h.axes; });
    };
    for (const HandTarget& h : a.hands) {
        HandTarget now = h;
        if (const auto other = partner(h, b); other != b.hands.end()) now.offset = glm::mix(h.offset, other->offset, t);
        else now.weight *= 1 - t;
        if (now.weight > 0.001f) out.hands.push_back(now);
    }
    for (const HandTarget& h : b.hands) {
        if (partner(h, a) != a.hands.end()) continue;
        HandTarget now = h;
        now.weight *= t;
        if (now.weight > 0.001f) out.hands.push_back(now);
    }
}

void shake(const Act& act, double seconds, AuthoredPose& pose) {
    for (const Wobble& w : act.wobbles) {
        const vec3 by = w.by * float(std::sin(6.283185307 * (w.hz * seconds + w.phase)));
        if (w.hand >= 0) {
            for (HandTarget& hand : pose.hands)
                if (hand.side == w.hand) hand.offset += by * hand.weight;
        } else if (w.bone >= 0) {
            auto& turn = pose.pose.rotations[std::size_t(w.bone)];
            turn = glm::normalize(turnY(by.y) * turnZ(by.z) * turnX(by.x) * turn);
        } else {
            pose.pose.root += by;
        }
    }
}

} // namespace

AuthoredPose mixPoses(const AuthoredPose& a, const AuthoredPose& b, float t) {
    if (t <= 0) return a;
    if (t >= 1) return b;
    AuthoredPose out = t < 0.5f ? a : b;
    for (std::size_t k = 0; k < out.pose.rotations.size(); ++k)
        out.pose.rotations[k] = glm::slerp(a.pose.rotations[k], b.pose.rotations[k], t);
    out.pose.root = glm::mix(a.pose.root, b.pose.root, t);
    if (a.ground || b.ground) out.ground = glm::mix(a.ground.value_or(0), b.ground.value_or(0), t);
    if (a.hips && b.hips) out.hips = glm::mix(*a.hips, *b.hips, t);
    for (std::size_t side = 0; side < 2; ++side) {
        if (a.feet[side] && b.feet[side]) out.feet[side] = mixFeet(*a.feet[side], *b.feet[side], t);
        if (a.aim[side] && b.aim[side]) out.aim[side] = unit(glm::mix(*a.aim[side], *b.aim[side], t) + vec3(0, 1e-4f, 0));
    }
    mixHands(a, b, t, out);
    return out;
}

AuthoredPose sampleAct(const Act& act, double seconds) {
    double t = std::max(0.0, seconds);
    double cycles = 0;
    if (act.loops) {
        cycles = std::floor(t / act.seconds);
        t -= cycles * act.seconds;
    }
    std::size_t next = 0;
    while (next < act.keys.size() && act.keys[next].at <= t) ++next;
    AuthoredPose out;
    if (next == 0) out = act.keys.front().pose;
    else if (next < act.keys.size() || act.loops) {
        const ActKey& from = act.keys[next - 1];
        const ActKey& to = act.keys[next % act.keys.size()];
        const double end = next < act.keys.size() ? to.at : act.seconds;
        out = mixPoses(from.pose, to.pose, eased(to.ease, float((t - from.at) / std::max(1e-6, end - from.at))));
    } else out = act.keys.back().pose;
    shake(act, seconds, out);
    const double gone = act.loops ? cycles : 0;
    const vec3 moved = act.advance * float(gone + (act.loops ? t / act.seconds : 0));
    if (moved != vec3(0)) {
        out.pose.root += moved / 0.89f;
        for (auto& foot : out.feet)
            if (foot) foot->lift += moved.y, foot->x += moved.x, foot->z += moved.z;
    }
    return out;
}

} // namespace rushes::figures
