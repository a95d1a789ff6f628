// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/figures/pose_solver.h"

#include "engine/figures/turns.h"

#include <algorithm>
#include <cmath>

namespace rushes::figures {

using glm::mat3;
using glm::vec3;

namespace {

std::size_t footOf(int side) { return std::size_t(bones::of(bones::foot, side)); }

/// Soles level, yaw kept from the thigh.
void levelSoles(const Body& body, BodyPose& pose, const std::array<bool, 2>& flat) {
    if (!flat[0] && !flat[1]) return;
    const PosedBones now = posed(body.skeleton, pose);
    for (int side = 0; side < 2; ++side) {
        if (!flat[std::size_t(side)]) continue;
        const vec3 ahead =
            glm::cross(now.turn[std::size_t(bones::of(bones::thigh, side))] * vec3(1, 0, 0), vec3(0, 1, 0));
        const mat3 level = glm::mat3_cast(turnY(glm::degrees(std::atan2(ahead.x, ahead.z))));
        pose.rotations[footOf(side)] =
            glm::normalize(glm::quat_cast(glm::transpose(now.turn[std::size_t(bones::of(bones::calf, side))]) * level));
    }
}

/// Planted ankles go up to the higher one; twice, because levelling turns the foot again.
void plantFeet(const Body& body, BodyPose& pose, const AuthoredPose& authored) {
    if (!authored.plant[0] && !authored.plant[1]) return;
    for (int round = 0; round < 2; ++round) {
        const PosedBones start = posed(body.skeleton, pose);
        const auto over = [&](int side) { return start.at[footOf(side)].y - body.skeleton.rest[footOf(side)].y; };
        float base = -1e9f;
        for (int side = 0; side < 2; ++side)
            if (authored.plant[std::size_t(side)]) base = std::max(base, over(side));
        for (int side = 0; side < 2; ++side) {
            if (!authored.plant[std::size_t(side)]) continue;
            const PosedBones now = posed(body.skeleton, pose);
            vec3 target = now.at[footOf(side)];
            target.y = base + body.skeleton.rest[footOf(side)].y;
            reach(body.skeleton, pose, now, LimbKind::leg, side, target, true);
            levelSoles(body, pose, authored.flat);
        }
    }
}

vec3 targetOf(const Body& body, const PosedBones& now, const HandTarget& hand) {
    const float scale = std::clamp(float(body.sized.stature) / 1.72f, 0.3f, 1.4f);
    if (hand.from < 0) {
        float floor = 1e9f;
        for (int side = 0; side < 2; ++side)
            floor = std::min(floor, now.at[footOf(side)].y - body.skeleton.rest[footOf(side)].y);
        return vec3(now.at[bones::pelvis].x, floor, now.at[bones::pelvis].z) + hand.offset * scale;
    }
    const vec3 offset = hand.offset * (hand.from == bones::head ? body.headSize : scale);
    return now.at[std::size_t(hand.from)] + (hand.axes < 0 ? offset : now.turn[std::size_t(hand.axes)] * offset);
}

} // namespace

namespace {

/// The fist turns at the wrist so that what it grips points along `aim`.
void aimHand(const Body& body, BodyPose& pose, int side, const vec3& aim) {
    const PosedBones now = posed(body.skeleton, pose);
    const auto hand = std::size_t(bones::of(bones::hand, side)), fore = std::size_t(bones::of(bones::lowerArm, side));
    const mat3 turned = shortestTurn(now.turn[hand] * vec3(0, 0, 1), aim) * now.turn[hand];
    pose.rotations[hand] = glm::normalize(glm::quat_cast(glm::transpose(now.turn[fore]) * turned));
}

} // namespace

void reachHands(const Body& body, BodyPose& pose, const AuthoredPose& authored, bool headOnly, int rounds) {
    for (int round = 0; round < rounds; ++round) {
        for (const HandTarget& hand : authored.hands) {
            if (headOnly && hand.from != bones::head) continue;
            const PosedBones now = posed(body.skeleton, pose);
            const vec3 wrist = now.at[std::size_t(bones::of(bones::hand, hand.side))];
            const vec3 way = targetOf(body, now, hand) - now.palm(body.skeleton, hand.side);
            reach(body.skeleton, pose, now, LimbKind::arm, hand.side, wrist + way * hand.weight, false);
            if (const auto& aim = authored.aim[std::size_t(hand.side)]) aimHand(body, pose, hand.side, *aim);
        }
        for (int side = 0; side < 2; ++side) {
            const bool held = std::any_of(authored.hands.begin(), authored.hands.end(), [&](const HandTarget& h) { return h.side == side; });
            if (const auto& aim = authored.aim[std::size_t(side)]; aim && !held) aimHand(body, pose, side, *aim);
        }
    }
}

void placeFeet(const Body& body, BodyPose& pose, const AuthoredPose& authored) {
    const float scale = body.skeleton.legLength / 0.89f;
    for (int side = 0; side < 2; ++side) {
        const auto& foot = authored.feet[std::size_t(side)];
        if (!foot) continue;
        float up = body.skeleton.rest[footOf(side)].y + body.sole + foot->lift * scale;
        const mat3 wanted = glm::mat3_cast(turnY(foot->yaw) * turnX(foot->pitch));
        for (int round = 0; round < 2; ++round) { // the second time higher when the toes or the heel would sink
            reach(body.skeleton, pose, posed(body.skeleton, pose), LimbKind::leg, side, {foot->x * scale, up, foot->z * scale}, false);
            const PosedBones now = posed(body.skeleton, pose);
            const mat3& calf = now.turn[std::size_t(bones::of(bones::calf, side))];
            pose.rotations[footOf(side)] = glm::normalize(glm::quat_cast(glm::transpose(calf) * wanted));
            const float bend = std::clamp(foot->pitch, 0.0f, 45.0f) * (foot->lift < 0.2f ? 0.7f : 0.0f); // toes stay on the floor
            pose.rotations[std::size_t(bones::of(bones::ball, side))] = turnX(-bend);
            const float rim = 0.014f * std::sin(glm::radians(std::abs(foot->pitch))); // a tilted shoe stands on its edge
            float low = 1e9f;
            for (const vec3& sole : posed(body.skeleton, pose).soles(body.skeleton, side))
                low = std::min(low, sole.y - body.sole - rim);
            if (low > -0.001f) break;
            up -= low;
        }
    }
}

BodyPose solve(const Body& body, const AuthoredPose& authored) {
    BodyPose pose = authored.pose;
    pose.root *= body.skeleton.legLength;
    if (authored.feet[0] || authored.feet[1]) {
        pose.root.y += body.sole;
        placeFeet(body, pose, authored);
        reachHands(body, pose, authored, false);
        return pose;
    }
    levelSoles(body, pose, authored.flat);
    plantFeet(body, pose, authored);
    reachHands(body, pose, authored, false);
    if (authored.hips) {
        pose.root.y = *authored.hips * float(body.sized.stature) / 1.72f;
        return pose;
    }
    const float wanted = authored.ground ? *authored.ground * float(body.sized.stature) / 1.72f : 0;
    pose.root.y += wanted - lowestPoint(body, pose);
    return pose;
}

namespace {

/// The underside of hips and thighs.
float seatPoint(const Body& body, const BodyPose& pose) {
    const BodyLevel& level = body.levels[0];
    const PosedBones now = posed(body.skeleton, pose);
    const auto points = bend(body, level, pose, now);
    float low = 1e9f;
    for (const auto p : level.groundPoints) {
        const int bone = level.weights[p].bone[0];
        // Skirts hang; the body under them sits.
        const bool hips =
            bone == bones::pelvis || bone == bones::of(bones::thigh, 0) || bone == bones::of(bones::thigh, 1);
        if (hips && level.weights[p].share[0] > 0.6f && level.rest[p].y > 0.86f * body.skeleton.hipCentre.y)
            low = std::min(low, points[p].y);
    }
    return low;
}

} // namespace

BodyPose sitOn(const Body& body, const AuthoredPose& authored, float seatHeight) {
    BodyPose pose = solve(body, authored);
    const bool feetDown = authored.flat[0] || authored.flat[1];
    pose.root.y += seatHeight - seatPoint(body, pose);
    if (!feetDown) return pose;
    for (int side = 0; side < 2; ++side) {
        const PosedBones now = posed(body.skeleton, pose);
        const vec3 hip = now.at[std::size_t(bones::of(bones::thigh, side))];
        const vec3 knee = now.at[std::size_t(bones::of(bones::calf, side))];
        vec3 target = now.at[footOf(side)];
        target.y = body.skeleton.rest[footOf(side)].y + body.sole;
        const float length = 0.98f * (glm::length(knee - hip) + glm::length(now.at[footOf(side)] - knee));
        if (glm::length(target - hip) > length) continue; // the seat is too high: the feet hang
        reach(body.skeleton, pose, now, LimbKind::leg, side, target, true);
    }
    levelSoles(body, pose, authored.flat);
    reachHands(body, pose, authored, false);
    return pose;
}

FeetHold FeetHold::of(const Body& body, const BodyPose& pose) {
    const PosedBones now = posed(body.skeleton, pose);
    FeetHold out;
    for (int side = 0; side < 2; ++side) {
        out.ankle[std::size_t(side)] = now.at[footOf(side)];
        out.turn[std::size_t(side)] = now.turn[footOf(side)];
    }
    return out;
}

void FeetHold::apply(const Body& body, BodyPose& pose) const {
    const PosedBones now = posed(body.skeleton, pose);
    for (int side = 0; side < 2; ++side) {
        reach(body.skeleton, pose, now, LimbKind::leg, side, ankle[std::size_t(side)], false);
        const PosedBones after = posed(body.skeleton, pose);
        const mat3& calf = after.turn[std::size_t(bones::of(bones::calf, side))];
        pose.rotations[footOf(side)] = glm::normalize(glm::quat_cast(glm::transpose(calf) * turn[std::size_t(side)]));
    }
}

} // namespace rushes::figures
