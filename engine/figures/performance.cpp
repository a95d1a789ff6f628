// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/figures/performance.h"

#include "engine/figures/acting.h"
#include "engine/figures/body.h"
#include "engine/figures/pose_solver.h"
#include "engine/figures/turns.h"

#include <algorithm>
#include <cmath>

namespace rushes::figures {

using glm::vec3;

namespace {

/// Acted motions are poses with something added.
std::string_view poseNameOf(std::string_view motion) {
    if (motion == "talk" || motion == "listen" || motion == "idle") return "stand";
    return motion == "sit" ? std::string_view("sit_chair") : motion;
}

const AuthoredPose& authoredOf(const Figure& figure, std::string_view motion) {
    const PoseBook& book = figure.library().poses();
    const AuthoredPose* found = book.find(poseNameOf(motion));
    return found ? *found : *book.find("stand");
}

const MotionTrack* trackOf(const Figure& figure, std::string_view motion) {
    const auto found = figure.body().tracks.find(motion);
    return found == figure.body().tracks.end() ? nullptr : &found->second;
}

/// A recorded motion: shoes lift the bare sole, and nothing goes through the floor.
BodyPose trackPose(const Figure& figure, const MotionTrack& track, double seconds, double speed,
                   std::optional<double> travelled) {
    const Body& body = figure.body();
    MotionTrack::Pace pace;
    double clipSeconds = seconds;
    if (track.speed() > 0) {
        pace = track.paceFor(speed > 0 ? speed : track.speed());
        const double perCycle = track.speed() * track.seconds() * pace.stride;
        clipSeconds = travelled ? *travelled / perCycle * track.seconds() : seconds * pace.rate;
    }
    BodyPose pose = track.at(body.skeleton, clipSeconds, pace.stride);
    pose.root.y += body.sole;
    if (track.speed() > 2.2) { // recorded runners watch the floor
        for (const int bone : {bones::neck, bones::head})
            pose.rotations[std::size_t(bone)] = turnX(-8) * pose.rotations[std::size_t(bone)];
    }
    if (const float low = lowestPoint(body, pose); low < 0) pose.root.y -= low;
    return pose;
}

BodyPose basePose(const Figure& figure, std::string_view motion, const Performance& p, double seconds) {
    if (const MotionTrack* track = trackOf(figure, motion))
        return trackPose(figure, *track, seconds, p.speed, p.travelled);
    const AuthoredPose& authored = authoredOf(figure, motion);
    return authored.seated ? sitOn(figure.body(), authored, float(p.seatHeight)) : solve(figure.body(), authored);
}

/// Between two solved poses: turns on the shorter way, feet step from where they stood to where they will stand, one
/// after the other.
BodyPose between(const Body& body, const BodyPose& a, const BodyPose& b, float t) {
    BodyPose out;
    const float s = smoothStep(0, 1, t);
    for (std::size_t k = 0; k < out.rotations.size(); ++k)
        out.rotations[k] = glm::slerp(a.rotations[k], b.rotations[k], s);
    out.root = glm::mix(a.root, b.root, s);
    const FeetHold from = FeetHold::of(body, a), to = FeetHold::of(body, b);
    FeetHold now = from;
    for (std::size_t side = 0; side < 2; ++side) {
        const float distance =
            glm::length(vec3(to.ankle[side].x - from.ankle[side].x, 0, to.ankle[side].z - from.ankle[side].z));
        const bool steps = distance > 0.05f;
        const float own = steps ? smoothStep(side == 0 ? 0.05f : 0.45f, side == 0 ? 0.55f : 0.95f, t) : s;
        now.ankle[side] = glm::mix(from.ankle[side], to.ankle[side], own);
        if (steps) now.ankle[side].y += std::min(0.07f, distance * 0.3f) * 4 * own * (1 - own);
        now.turn[side] =
            glm::mat3_cast(glm::slerp(glm::quat_cast(from.turn[side]), glm::quat_cast(to.turn[side]), own));
    }
    now.apply(body, out);
    if (const float low = lowestPoint(body, out); low < 0) out.root.y -= low;
    return out;
}

/// The arm goes straight to what it points at; the hand stays in line with it.
void pointTowards(const Body& body, BodyPose& pose, const vec3& target) {
    const int side = target.x > 0.25f ? 0 : 1;
    const PosedBones now = posed(body.skeleton, pose);
    const vec3 shoulder = now.at[std::size_t(bones::of(bones::upperArm, side))];
    const vec3 wrist =
        shoulder + unit(target - shoulder) * std::min(body.skeleton.armLength * 0.985f, glm::length(target - shoulder));
    if (side == 0) { // the authored arm is the right one: the left takes its shape, the right hangs
        const auto at = [&](int bone, int s) -> glm::quat& { return pose.rotations[std::size_t(bones::of(bone, s))]; };
        at(bones::upperArm, 0) = limbTurn(88, 8, 0, 0);
        at(bones::lowerArm, 0) = turnX(-6);
        at(bones::hand, 0) = turnY(-70);
        setFingers(pose, 0, "point");
        at(bones::upperArm, 1) = limbTurn(12, 80, 6, 1);
        at(bones::lowerArm, 1) = turnX(-20);
        at(bones::hand, 1) = turnY(20);
        setFingers(pose, 1, "relax");
    }
    reach(body.skeleton, pose, posed(body.skeleton, pose), LimbKind::arm, side, wrist, false);
}

} // namespace

BodyPose evaluate(const Figure& figure, const Performance& p) {
    const Body& body = figure.body();
    const bool moving = trackOf(figure, p.motion) != nullptr;
    BodyPose pose = basePose(figure, p.motion, p, p.seconds);
    const auto blend = float(std::clamp(p.blend, 0.0, 1.0));
    if (!p.fromMotion.empty() && blend < 1) {
        Performance before = p;
        before.travelled.reset();
        pose = between(body, basePose(figure, p.fromMotion, before, p.fromSeconds), pose, blend);
    }
    const AuthoredPose& authored = authoredOf(figure, p.motion);
    const bool speaks = p.talking || p.motion == "talk";
    if (speaks && !moving && (authored.freeHands || p.motion == "sit")) addGestures(body, pose, p);
    if (p.pointAt && (p.motion == "point" || p.motion == "reach")) pointTowards(body, pose, *p.pointAt);
    if (!moving) addIdleLife(body, pose, p, authored.plant[0] || authored.plant[1]);
    if (p.lookAt) {
        lookTowards(body, pose, *p.lookAt, float(std::clamp(p.lookWeight, 0.0, 1.0)));
        if (!moving && blend >= 1) reachHands(body, pose, authored, true);
    }
    Performance face = p;
    face.talking = speaks;
    addFace(figure.library(), pose, face);
    return pose;
}

MotionInfo motionInfo(const Figure& figure, std::string_view motion) {
    MotionInfo out;
    const MotionTrack* track = trackOf(figure, motion);
    if (!track) return out;
    out.loops = track->loops();
    out.travels = track->loops() && track->speed() > 0;
    out.seconds = track->seconds();
    out.naturalSpeed = out.travels ? track->speed() : 0;
    out.turnDegrees = double(track->turnDegrees());
    return out;
}

std::string_view gaitFor(const Figure& figure, double metresPerSecond) {
    return metresPerSecond > 2.0 * std::sqrt(double(figure.body().skeleton.legLength) / 0.93) ? "run" : "walk";
}

} // namespace rushes::figures
