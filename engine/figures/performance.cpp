// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/figures/performance.h"

#include "engine/figures/act_book.h"
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

/// What a motion is at a moment: a recorded pose, or an authored one and what it was solved from.
struct BasePose {
    BodyPose pose;
    AuthoredPose authored; ///< without targets for a recorded one
    const Act* act = nullptr;
    bool recorded = false;
};

/// The work is where the set has it, not where the act was authored.
void putOnSurface(const Body& body, const Act& act, double surface, AuthoredPose& pose) {
    const float scale = std::clamp(float(body.sized.stature) / 1.72f, 0.3f, 1.4f);
    for (HandTarget& hand : pose.hands)
        if (hand.from < 0) hand.offset.y += float(surface) / scale - act.surface;
    const float lower = std::clamp(act.surface - float(surface) / scale, -0.1f, 0.5f); // one stoops to a low table
    auto& pelvis = pose.pose.rotations[bones::pelvis];
    pelvis = pelvis * turnX(50 * lower);
    for (const int bone : {bones::spine1, bones::spine2, bones::spine3})
        pose.pose.rotations[std::size_t(bone)] = turnX(28 * lower) * pose.pose.rotations[std::size_t(bone)];
    pose.pose.root.z -= 0.35f * lower;
}

/// Hands go to where a taller or shorter partner has them, the taller one bends, and far above a child goes down.
void meetPartner(const Figure& figure, double partner, AuthoredPose& pose) {
    const auto own = float(figure.height()), other = float(partner);
    const float scale = std::clamp(own / 1.72f, 0.3f, 1.4f), higher = (other - own) / scale;
    const float down = std::clamp(-higher - 0.3f, 0.0f, 0.55f);
    pose.pose.root.y -= down * 0.85f;
    for (const int side : {0, 1}) {
        const auto lift = [&](int bone, float degrees) {
            auto& turn = pose.pose.rotations[std::size_t(bones::of(bone, side))];
            turn = glm::normalize(turnX(degrees) * turn);
        };
        lift(bones::thigh, -70 * down);
        lift(bones::calf, 110 * down);
    }
    const float left = higher < 0 ? higher + down : higher; // what the legs do not make up for
    const float bow = std::clamp(-left * 45, -10.0f, 26.0f);
    for (const int bone : {bones::spine1, bones::spine2, bones::spine3})
        pose.pose.rotations[std::size_t(bone)] = turnX(bow / 3) * pose.pose.rotations[std::size_t(bone)];
    for (HandTarget& hand : pose.hands) hand.offset.y += hand.from < 0 ? 0.3f * higher : 0.55f * left;
}

/// Legs of a gait, the rest as authored.
BodyPose overGait(const Body& body, const BodyPose& gait, const AuthoredPose& authored) {
    const FeetHold feet = FeetHold::of(body, gait);
    BodyPose out = authored.pose;
    for (int bone = bones::firstSide; bone < boneCount; ++bone)
        if ((bone - bones::firstSide) % bones::perSide >= bones::thigh) out.rotations[std::size_t(bone)] = gait.rotations[std::size_t(bone)];
    out.rotations[bones::pelvis] = glm::normalize(gait.rotations[bones::pelvis] * authored.pose.rotations[bones::pelvis]);
    for (const int bone : {bones::spine1, bones::spine2, bones::spine3})
        out.rotations[std::size_t(bone)] = part(gait.rotations[std::size_t(bone)], 0.5f) * authored.pose.rotations[std::size_t(bone)];
    out.root = gait.root + (authored.pose.root - vec3(0, 1, 0)) * body.skeleton.legLength;
    feet.apply(body, out);
    reachHands(body, out, authored, false);
    return out;
}

/// Who sits or kneels does it with the upper body; what was measured from the floor comes down with the hips, unless it is `onSurface`: on a table.
BodyPose overSeat(const Body& body, const BodyPose& seat, AuthoredPose& authored, bool onSurface) {
    const float scale = std::clamp(float(body.sized.stature) / 1.72f, 0.3f, 1.4f);
    for (HandTarget& hand : authored.hands)
        if (hand.from < 0 && !onSurface) hand.offset.y += (seat.root.y - body.skeleton.legLength) / scale;
    BodyPose out = authored.pose;
    for (int bone = bones::firstSide; bone < boneCount; ++bone)
        if ((bone - bones::firstSide) % bones::perSide >= bones::thigh) out.rotations[std::size_t(bone)] = seat.rotations[std::size_t(bone)];
    out.rotations[bones::pelvis] = seat.rotations[bones::pelvis];
    out.root = seat.root;
    reachHands(body, out, authored, false);
    return out;
}

BasePose basePose(const Figure& figure, std::string_view motion, const Performance& p, double seconds, bool travels) {
    BasePose out;
    const Body& body = figure.body();
    out.act = figure.library().acts().find(motion);
    if (const MotionTrack* track = out.act ? nullptr : trackOf(figure, motion)) {
        out.recorded = true;
        out.pose = trackPose(figure, *track, seconds, p.speed, p.travelled);
        return out;
    }
    out.authored = out.act ? sampleAct(*out.act, seconds) : authoredOf(figure, motion);
    const bool onSurface = out.act && out.act->surface > 0 && p.surface;
    if (onSurface) putOnSurface(body, *out.act, *p.surface, out.authored);
    if (out.act && p.partnerStature && out.authored.feet[0]) meetPartner(figure, *p.partnerStature, out.authored);
    const std::string_view gait = !p.gait.empty() ? std::string_view(p.gait) : out.act ? std::string_view(out.act->legs) : "";
    if (const MotionTrack* legs = travels && !gait.empty() ? trackOf(figure, gait) : nullptr) {
        out.recorded = true;
        out.pose = overGait(body, trackPose(figure, *legs, seconds, p.speed, p.travelled), out.authored);
        return out;
    }
    const bool seated = out.act ? out.act->seated : out.authored.seated;
    if (p.sits && !seated) {
        out.pose = overSeat(body, sitOn(body, *figure.library().poses().find("sit_chair"), float(p.seatHeight)), out.authored, onSurface);
        return out;
    }
    const bool stands = (out.authored.plant[0] && out.authored.plant[1]) || (out.authored.feet[0] && out.authored.feet[1]);
    if (!p.low.empty() && !seated && stands) {
        out.pose = overSeat(body, solve(body, authoredOf(figure, p.low)), out.authored, onSurface);
        return out;
    }
    out.pose = seated ? sitOn(body, out.authored, float(p.seatHeight)) : solve(body, out.authored);
    return out;
}

/// Between two solved poses: turns on the shorter way, feet step from where they stood to where they will stand, one
/// after the other. Who sits down or gets up leans forward on the way.
BodyPose between(const Body& body, const BodyPose& a, const BodyPose& b, float t, bool leans) {
    BodyPose out;
    const float s = smoothStep(0, 1, t);
    for (std::size_t k = 0; k < out.rotations.size(); ++k)
        out.rotations[k] = glm::slerp(a.rotations[k], b.rotations[k], s);
    out.root = glm::mix(a.root, b.root, s);
    if (leans) {
        const float lean = std::sin(3.14159265f * t);
        out.rotations[bones::pelvis] = glm::normalize(out.rotations[bones::pelvis] * turnX(16 * lean));
        for (const int bone : {bones::spine1, bones::spine2, bones::spine3})
            out.rotations[std::size_t(bone)] = glm::normalize(turnX(9 * lean) * out.rotations[std::size_t(bone)]);
        out.rotations[bones::head] = glm::normalize(turnX(-10 * lean) * out.rotations[bones::head]);
    }
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

bool sitsIn(const Figure& figure, std::string_view motion) {
    const Act* act = figure.library().acts().find(motion);
    return act ? act->seated : authoredOf(figure, motion).seated;
}

} // namespace

BodyPose evaluate(const Figure& figure, const Performance& p) {
    const Body& body = figure.body();
    const bool travels = p.travelled.has_value();
    BasePose base = basePose(figure, p.motion, p, p.seconds, travels);
    BodyPose& pose = base.pose;
    const bool moving = base.recorded;
    const auto blend = float(std::clamp(p.blend, 0.0, 1.0));
    if (!p.fromMotion.empty() && blend < 1) {
        Performance before = p;
        before.travelled = p.fromTravelled;
        before.gait = p.fromGait;
        before.sits = p.fromSits;
        before.low = p.fromLow;
        const BasePose from = basePose(figure, p.fromMotion, before, p.fromSeconds, before.travelled.has_value());
        pose = between(body, from.pose, pose, blend, (p.sits || sitsIn(figure, p.motion)) != (p.fromSits || sitsIn(figure, p.fromMotion)));
    }
    const AuthoredPose& authored = base.authored;
    const bool speaks = p.talking || p.motion == "talk";
    const bool freeHands = !base.act && (authored.freeHands || p.motion == "sit");
    if (speaks && !moving && freeHands) addGestures(body, pose, p);
    if (p.pointAt && (p.motion == "point" || p.motion == "reach")) pointTowards(body, pose, *p.pointAt);
    const bool stands = authored.plant[0] || authored.plant[1] || authored.feet[0] || authored.feet[1];
    if (!moving) addIdleLife(body, pose, p, stands && !(base.act && base.act->loops));
    if (p.lookAt) lookTowards(body, pose, *p.lookAt, float(std::clamp(p.lookWeight, 0.0, 1.0)) * (base.act ? base.act->look : 1));
    if (base.act && !authored.hands.empty() && blend >= 1) reachHands(body, pose, authored, false, 2);
    else if (p.lookAt && !moving && blend >= 1) reachHands(body, pose, authored, true);
    Performance face = p;
    face.talking = speaks;
    addFace(figure.library(), pose, face);
    return pose;
}

MotionInfo motionInfo(const Figure& figure, std::string_view motion) {
    MotionInfo out;
    const Act* act = figure.library().acts().find(motion);
    const MotionTrack* track = act ? nullptr : trackOf(figure, motion);
    if (!track) {
        out.seated = sitsIn(figure, motion);
        if (act) {
            out.loops = act->loops;
            out.seconds = act->seconds;
            out.travels = act->speed > 0 || !act->legs.empty();
            out.naturalSpeed = act->speed;
        }
        return out;
    }
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
