// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/figures/skeleton.h"

#include "engine/figures/turns.h"

#include <cassert>
#include <cmath>

namespace rushes::figures {

using glm::mat3;
using glm::vec3;

mat3 shortestTurn(const vec3& from, const vec3& to) {
    const vec3 axis = glm::cross(from, to);
    const float s = glm::length(axis);
    if (s < 1e-6f) return mat3(1);
    return glm::mat3_cast(glm::angleAxis(std::atan2(s, glm::dot(from, to)), axis / s));
}

float twistAbout(const mat3& turn, const vec3& axis) {
    const glm::quat q = glm::quat_cast(turn);
    float angle = 2 * glm::degrees(std::atan2(glm::dot(vec3(q.x, q.y, q.z), axis), q.w));
    if (angle > 180) angle -= 360;
    if (angle < -180) angle += 360;
    return angle;
}

namespace {

/// The turn that takes `down` to -Y and `side` as near as it can to +X.
mat3 hangingFrame(const vec3& down, const vec3& side) {
    const vec3 y = -down;
    const vec3 x = unit(side - y * glm::dot(side, y));
    return fromRows(x, y, glm::cross(x, y));
}

void alignArm(Skeleton& s, int side) {
    const auto at = [&](int bone) { return s.rest[std::size_t(bones::of(bone, side))]; };
    const float sign = signOf(side);
    const vec3 upper = unit(at(bones::lowerArm) - at(bones::upperArm));
    const vec3 fore = unit(at(bones::hand) - at(bones::lowerArm));
    const vec3 hinge = unit(glm::cross(upper, fore));
    s.align[std::size_t(bones::of(bones::upperArm, side))] = hangingFrame(upper, -hinge);
    s.align[std::size_t(bones::of(bones::lowerArm, side))] = hangingFrame(fore, -hinge);
    const vec3 middle = unit(at(bones::middle1) - at(bones::hand));
    vec3 back = unit(glm::cross(at(bones::index1) - at(bones::hand), at(bones::pinky1) - at(bones::hand))) * sign;
    const vec3 tip = s.rest[std::size_t(tipMiddle + side)] - at(bones::middle1);
    if (glm::dot(tip, back) > 0) back = -back; // fingers curl towards the palm
    const mat3 handFrame = hangingFrame(middle, back * sign);
    for (int bone = bones::hand; bone < bones::thigh; ++bone)
        s.align[std::size_t(bones::of(bone, side))] = handFrame;
}

void alignLeg(Skeleton& s, int side) {
    const auto at = [&](int bone) { return s.rest[std::size_t(bones::of(bone, side))]; };
    const vec3 x(1, 0, 0);
    s.align[std::size_t(bones::of(bones::thigh, side))] = hangingFrame(unit(at(bones::calf) - at(bones::thigh)), x);
    s.align[std::size_t(bones::of(bones::calf, side))] = hangingFrame(unit(at(bones::foot) - at(bones::calf)), x);
    const vec3 d = at(bones::ball) - at(bones::foot);
    const mat3 yaw = glm::mat3_cast(turnY(-glm::degrees(std::atan2(d.x, d.z)))); // yaw alone keeps the sole flat
    s.align[std::size_t(bones::of(bones::foot, side))] = yaw;
    s.align[std::size_t(bones::of(bones::ball, side))] = yaw;
}

} // namespace

Skeleton Skeleton::fromJoints(std::span<const vec3> joints) {
    assert(joints.size() == std::size_t(jointCount));
    Skeleton s;
    for (std::size_t i = 0; i < s.rest.size(); ++i)
        s.rest[i] = joints[i];
    s.rest[bones::root] = vec3(0);
    s.align.fill(mat3(1));
    for (int side = 0; side < 2; ++side) {
        alignArm(s, side);
        alignLeg(s, side);
        const auto at = [&](int bone) { return s.rest[std::size_t(bones::of(bone, side))]; };
        s.palm[std::size_t(side)] = (at(bones::middle1) + at(bones::hand)) * 0.5f;
        s.legLength += 0.5f * (glm::length(at(bones::calf) - at(bones::thigh)) +
                               glm::length(at(bones::foot) - at(bones::calf)) + at(bones::foot).y);
        s.armLength += 0.5f * (glm::length(at(bones::lowerArm) - at(bones::upperArm)) +
                               glm::length(at(bones::hand) - at(bones::lowerArm)));
        s.hipCentre += 0.5f * at(bones::thigh);
    }
    for (int b = 0; b < boneCount; ++b)
        if (const int p = parentOf(b); p >= 0)
            s.offset[std::size_t(b)] = s.align[std::size_t(p)] * (s.rest[std::size_t(b)] - s.rest[std::size_t(p)]);
    return s;
}

vec3 PosedBones::palm(const Skeleton& skeleton, int side) const {
    const int hand = bones::of(bones::hand, side);
    return at[std::size_t(hand)] +
           bind(skeleton, hand) * (skeleton.palm[std::size_t(side)] - skeleton.rest[std::size_t(hand)]);
}

std::array<vec3, 3> PosedBones::soles(const Skeleton& skeleton, int side) const {
    const int foot = bones::of(bones::foot, side), ball = bones::of(bones::ball, side);
    const vec3 ankle = skeleton.rest[std::size_t(foot)], toeJoint = skeleton.rest[std::size_t(ball)],
               tip = skeleton.rest[std::size_t(tipToe + side)];
    const mat3 m = bind(skeleton, foot), mb = bind(skeleton, ball);
    return {at[std::size_t(foot)] + m * (vec3(ankle.x, 0, ankle.z - 0.045f) - ankle),
            at[std::size_t(ball)] + mb * (vec3(toeJoint.x, 0, toeJoint.z) - toeJoint),
            at[std::size_t(ball)] + mb * (vec3(tip.x, 0.004f, tip.z) - toeJoint)};
}

namespace {

/// How the collarbone follows an arm that hangs along `down` of the chest: up when it is raised, forward when it
/// reaches ahead.
mat3 collarbone(const vec3& arm, float sign) {
    const float fromDown = glm::degrees(std::acos(std::clamp(-arm.y, -1.0f, 1.0f)));
    const float raise = 28 * smoothStep(35, 165, fromDown);
    const float protract = 13 * arm.z * std::sin(glm::radians(fromDown));
    return glm::mat3_cast(turnZ(sign * raise) * turnY(-sign * protract));
}

} // namespace

PosedBones posed(const Skeleton& skeleton, const BodyPose& pose) {
    PosedBones out;
    out.turn[bones::root] = mat3(1);
    out.at[bones::root] = vec3(0);
    out.turn[bones::pelvis] = glm::mat3_cast(pose.rotations[bones::pelvis]);
    out.at[bones::pelvis] = pose.root - out.turn[bones::pelvis] * (skeleton.hipCentre - skeleton.rest[bones::pelvis]);
    for (int b = bones::spine1; b < boneCount; ++b) {
        const auto i = std::size_t(b), p = std::size_t(parentOf(b));
        out.at[i] = out.at[p] + out.turn[p] * skeleton.offset[i];
        const mat3 local = glm::mat3_cast(pose.rotations[i]);
        const int sideBone = b >= bones::firstSide ? (b - bones::firstSide) % bones::perSide : -1;
        if (sideBone == bones::clavicle) {
            const vec3 arm = pose.rotations[i + 1] * vec3(0, -1, 0);
            out.turn[i] = out.turn[p] * local * collarbone(arm, signOf((b - bones::firstSide) / bones::perSide));
        } else if (sideBone == bones::upperArm) {
            out.turn[i] = out.turn[bones::spine3] * local;
        } else {
            out.turn[i] = out.turn[p] * local;
        }
    }
    return out;
}

void reach(const Skeleton&, BodyPose& pose, const PosedBones& now, LimbKind kind, int side, const vec3& target,
           bool keepEnd) {
    const bool arm = kind == LimbKind::arm;
    const auto a = std::size_t(bones::of(arm ? bones::upperArm : bones::thigh, side)), b = a + 1, c = a + 2;
    const vec3 pa = now.at[a], pb = now.at[b], pc = now.at[c];
    vec3 pole = pb;
    if (glm::length(glm::cross(unit(pb - pa), unit(pc - pa))) <= 0.05f)
        pole += now.turn[a] * vec3(0, 0, arm ? -0.3f : 0.3f);
    const float l1 = glm::length(pb - pa), l2 = glm::length(pc - pb);
    const vec3 toTarget = target - pa;
    const vec3 way = unit(toTarget);
    const float length = std::clamp(glm::length(toTarget), std::abs(l1 - l2) * 1.02f + 1e-4f, (l1 + l2) * 0.999f);
    const float cosA = (l1 * l1 + length * length - l2 * l2) / (2 * l1 * length);
    vec3 out = pole - pa;
    out = unit(out - way * glm::dot(out, way));
    const vec3 nb = pa + way * (l1 * cosA) + out * (l1 * std::sqrt(std::max(0.0f, 1 - cosA * cosA)));
    const vec3 nc = pa + way * length;
    const vec3 upper = unit(nb - pa), lower = unit(nc - nb);
    const vec3 hinge = glm::cross(upper, lower);
    mat3 qa;
    if (glm::length(hinge) < 0.03f) {
        qa = shortestTurn(unit(pb - pa), upper) * now.turn[a];
    } else {
        const vec3 x = unit(hinge) * (arm ? -1.0f : 1.0f);
        qa = mat3(x, -upper, glm::cross(x, -upper));
    }
    const vec3 y2 = -lower;
    const vec3 x2 = unit(qa[0] - y2 * glm::dot(qa[0], y2));
    const mat3 qb(x2, y2, glm::cross(x2, y2));
    const mat3& parent = now.turn[std::size_t(arm ? bones::spine3 : bones::pelvis)];
    pose.rotations[a] = glm::normalize(glm::quat_cast(glm::transpose(parent) * qa));
    pose.rotations[b] = glm::normalize(glm::quat_cast(glm::transpose(qa) * qb));
    if (keepEnd) pose.rotations[c] = glm::normalize(glm::quat_cast(glm::transpose(qb) * now.turn[c]));
}

} // namespace rushes::figures
