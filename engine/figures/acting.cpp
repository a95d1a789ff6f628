// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/figures/acting.h"

#include "engine/figures/baked_data.h"
#include "engine/figures/pose_solver.h"
#include "engine/figures/seeded.h"
#include "engine/figures/turns.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <sstream>

namespace rushes::figures {

using glm::quat;
using glm::vec3;

namespace {

/// Face units by mood, as an animator would note them; a star means the left and the right one.
constexpr std::pair<const char*, const char*> moodNotes[] = {
    {"happy", "mouthSmile* 1.1 mouthDimple* .3 cheekSquint* .5 eyeSquint* .1 browInnerUp .15 jawOpen .07 mouthUpperUp* .3"},
    {"laugh", "mouthSmile* 1.1 jawOpen .45 cheekSquint* .9 eyeSquint* .5 eyeBlink* .3 mouthUpperUp* .45 browOuterUp* .3"},
    {"sad", "browInnerUp 1.3 browOuterUp* -.2 mouthFrown* 1.1 mouthShrugLower .6 eyeBlink* .15 eyeLookDown* .25"},
    {"cry", "browInnerUp 1.3 browDown* .35 mouthFrown* 1 mouthStretch* .8 jawOpen .22 mouthLowerDown* .5 eyeSquint* .7 eyeBlink* .4 noseSneer* .4 cheekSquint* .6"},
    {"angry", "browDown* 1.4 browInnerUp -.2 noseSneer* .8 mouthFrown* .6 mouthPress* .8 eyeWide* .25 jawForward .35"},
    {"shout", "browDown* 1.2 noseSneer* .8 jawOpen .85 mouthUpperUp* .7 mouthLowerDown* .8 eyeSquint* .2"},
    {"afraid", "browInnerUp 1.3 browOuterUp* .3 eyeWide* 1.2 mouthStretch* 1 jawOpen .28 mouthLowerDown* .6"},
    {"surprised", "browInnerUp 1 browOuterUp* 1.1 eyeWide* 1.1 jawOpen .6 mouthFunnel .35"},
    {"disgust", "noseSneer* 1.3 browDown* .7 mouthUpperUp* .8 mouthFrown* .8 eyeSquint* .35 mouthLowerDown* .2"},
    {"smirk", "mouthSmileLeft 1.1 mouthDimpleLeft .7 browOuterUpLeft .9 browDownRight .5 eyeSquintRight .2"},
    {"tongue", "tongueOut 1.2 jawOpen .45 eyeSquint* .3 browOuterUp* .5 mouthSmile* .4"},
    {"asleep", "eyeBlink* 1 jawOpen .05"},
    {"tired", "eyeBlink* .4 browInnerUp .5 mouthFrown* .4 browOuterUp* -.2"},
    {"confused", "browDownLeft .8 browOuterUpRight 1.2 browInnerUp .4 mouthPress* .4 mouthLeft .5 eyeSquintLeft .15"},
};

MoodUnits readNote(const std::string& note) {
    MoodUnits out;
    std::istringstream words(note);
    std::string name;
    float weight = 0;
    while (words >> name >> weight) {
        if (name.back() != '*') {
            out.push_back({name, weight});
            continue;
        }
        name.pop_back();
        out.push_back({name + "Left", weight});
        out.push_back({name + "Right", weight});
    }
    return out;
}

const std::map<std::string_view, MoodUnits>& moodTable() {
    static const std::map<std::string_view, MoodUnits> table = [] {
        std::map<std::string_view, MoodUnits> out;
        for (const auto& [mood, note] : moodNotes)
            out[mood] = readNote(note);
        return out;
    }();
    return table;
}

/// The lexicon's words for moods that have another name here.
std::string_view moodNamed(std::string_view word) {
    static const std::map<std::string_view, std::string_view> others = {
        {"disgusted", "disgust"}, {"sly", "smirk"},      {"laughing", "laugh"},
        {"crying", "cry"},
        {"scared", "afraid"},     {"shouting", "shout"}, {"sleeping", "asleep"}};
    const auto found = others.find(word);
    return found == others.end() ? word : found->second;
}

double noise(const Performance& p, std::uint64_t channel, double perSecond) {
    return smoothNoise(mix64(p.seed * 131 + channel), p.seconds * perSecond);
}

void turnBone(BodyPose& pose, int bone, const quat& turn) {
    pose.rotations[std::size_t(bone)] = glm::normalize(turn * pose.rotations[std::size_t(bone)]);
}

} // namespace

const MoodUnits& moodUnits(std::string_view mood) {
    static const MoodUnits none;
    const auto found = moodTable().find(moodNamed(mood));
    return found == moodTable().end() ? none : found->second;
}

const std::vector<std::string>& moods() {
    static const std::vector<std::string> names = [] {
        std::vector<std::string> out;
        for (const auto& [name, units] : moodTable())
            out.emplace_back(name);
        for (const char* word : {"calm", "disgusted", "sly"})
            out.emplace_back(word);
        std::sort(out.begin(), out.end());
        return out;
    }();
    return names;
}

void addIdleLife(const Body& body, BodyPose& pose, const Performance& p, bool standing) {
    const auto amount = float(std::clamp(p.idle, 0.0, 1.0));
    if (amount <= 0) return;
    const double breath = std::sin(6.283185307 * (p.seconds / 3.9 + hashUnit(p.seed, 7)));
    for (const int b : {bones::spine2, bones::spine3})
        turnBone(pose, b, turnX(-0.55f * amount * float(breath)));
    for (int side = 0; side < 2; ++side) {
        // Arms hang from the upper spine: they must not swing with every breath.
        turnBone(pose, bones::of(bones::upperArm, side), turnX(0.9f * amount * float(breath)));
        turnBone(pose, bones::of(bones::clavicle, side), turnZ(signOf(side) * 1.2f * amount * float(breath)));
    }
    if (standing) {
        const FeetHold feet = FeetHold::of(body, pose);
        const auto sway = float(noise(p, 1, 0.16)), rock = float(noise(p, 2, 0.23));
        pose.root += vec3(0.012f * sway, -0.002f * std::abs(sway), 0.006f * rock) * amount * body.size;
        turnBone(pose, bones::pelvis, turnZ(-1.1f * amount * sway));
        turnBone(pose, bones::spine1, turnZ(1.3f * amount * sway));
        feet.apply(body, pose);
    }
    turnBone(pose, bones::head,
             turnY(3.2f * amount * float(noise(p, 3, 0.33))) * turnX(1.8f * amount * float(noise(p, 4, 0.41))) *
                 turnZ(1.2f * amount * float(noise(p, 5, 0.27))));
    // Eyes hold still, then jump.
    const double beat = p.seconds / 1.7 + hashUnit(p.seed, 11);
    const auto glance = std::int64_t(std::floor(beat));
    const auto sideways = float(hashUnit(p.seed ^ 0x51, glance) - 0.5),
               up = float(hashUnit(p.seed ^ 0x52, glance) - 0.5);
    for (int side = 0; side < 2; ++side)
        turnBone(pose, bones::eye(side), turnY(7 * amount * sideways) * turnX(4 * amount * up));
}

void addGestures(const Body&, BodyPose& pose, const Performance& p) {
    // A phrase of about two seconds lifts one hand or both; a quicker beat within it underlines words.
    const auto phrase = float(noise(p, 21, 0.55)), both = float(noise(p, 22, 0.21)), beat = float(noise(p, 23, 2.6));
    for (int side = 0; side < 2; ++side) {
        const bool lead = (hashUnit(p.seed, 23) < 0.5) == (side == 0);
        const float lift =
            smoothStep(-0.35f, 0.35f, lead ? phrase : std::min(phrase, both * 1.5f)) * (lead ? 1.0f : 0.8f);
        if (lift <= 0) continue;
        const auto blend = [&](int bone, const quat& to) {
            quat& at = pose.rotations[std::size_t(bones::of(bone, side))];
            at = glm::slerp(at, to, lift);
        };
        const auto open = float(noise(p, 31 + std::uint64_t(side), 0.8));
        blend(bones::upperArm, limbTurn(24 + 8 * open + 5 * beat, 38, 22 + 6 * open, side));
        blend(bones::lowerArm, turnX(-(74 + 16 * open + 10 * beat)));
        blend(bones::hand, turnY(-signOf(side) * (-38 - 18 * open)) * turnZ(signOf(side) * (6 + 8 * beat)));
    }
    turnBone(pose, bones::head, turnX(3.0f * beat) * turnY(2.5f * float(noise(p, 25, 0.9))));
}

void lookTowards(const Body& body, BodyPose& pose, const vec3& target, float weight) {
    if (weight <= 0) return;
    const PosedBones now = posed(body.skeleton, pose);
    const vec3 eyes = 0.5f * (now.at[std::size_t(bones::eye(0))] + now.at[std::size_t(bones::eye(1))]);
    const vec3 d = glm::transpose(now.turn[bones::spine3]) * (target - eyes);
    const float yaw = glm::degrees(std::atan2(d.x, d.z)), pitch = glm::degrees(std::atan2(d.y, std::hypot(d.x, d.z)));
    const float headYaw = std::clamp(0.85f * yaw, -75.0f, 75.0f), headPitch = std::clamp(0.8f * pitch, -40.0f, 45.0f);
    const quat whole = turnY(headYaw) * turnX(-headPitch);
    const quat eyeTurn =
        turnY(std::clamp(yaw - headYaw, -28.0f, 28.0f)) * turnX(-std::clamp(pitch - headPitch, -18.0f, 18.0f));
    const auto towards = [&](int bone, const quat& turn) {
        quat& at = pose.rotations[std::size_t(bone)];
        at = glm::slerp(at, turn, weight);
    };
    towards(bones::neck, part(whole, 0.4f));
    towards(bones::head, part(whole, 0.6f));
    for (int side = 0; side < 2; ++side)
        towards(bones::eye(side), eyeTurn);
}

namespace {

int unitNamed(const FigureLibrary& library, std::string_view name) {
    const auto& units = library.data().faceUnits; // sorted by name
    const auto found = std::lower_bound(units.begin(), units.end(), name,
                                        [](const auto& u, std::string_view n) { return u.first < n; });
    return found != units.end() && found->first == name ? int(found - units.begin()) : -1;
}

/// 0 open … 1 shut: a blink of a sixth of a second every two to six seconds.
float blinkAt(const Performance& p) {
    constexpr double period = 3.6, length = 0.17;
    const double x = p.seconds / period + hashUnit(p.seed, 3);
    const auto cell = std::int64_t(std::floor(x));
    const double start = 0.05 + 0.8 * hashUnit(p.seed ^ 0xB1, cell);
    const double t = ((x - double(cell)) - start) * period / length;
    // The first frame stands for the shot on a panel: its eyes are open.
    if (p.seconds < 0.35) return 0;
    return t <= 0 || t >= 1 ? 0.0f : float(std::sin(3.14159265 * t));
}

} // namespace

void addFace(const FigureLibrary& library, BodyPose& pose, const Performance& p) {
    const auto add = [&](std::string_view name, float weight) {
        if (const int unit = unitNamed(library, name); unit >= 0) pose.face[std::size_t(unit)] += weight;
    };
    const auto strength = float(std::clamp(p.moodWeight, 0.0, 1.5));
    const bool speaks = p.talking || p.mouth >= 0;
    // Lids at rest hide half the iris, which reads as sleepy when it is drawn.
    if (p.mood != "asleep")
        for (const char* name : {"eyeWideLeft", "eyeWideRight"}) add(name, 0.35f);
    for (const auto& [name, weight] : moodUnits(p.mood))
        add(name, weight * strength * (speaks && name == "jawOpen" ? 0.3f : 1));
    if (p.idle > 0) {
        const float blink = blinkAt(p);
        add("eyeBlinkLeft", blink);
        add("eyeBlinkRight", blink);
    }
    if (!speaks) return;
    double open = p.mouth;
    if (open < 0) {
        // Syllables at about five a second inside phrases with short rests.
        const double phrase = std::clamp(0.75 + 1.2 * noise(p, 41, 0.45), 0.0, 1.0);
        const double syllable = 0.5 + 0.5 * std::sin(6.283185307 * (p.seconds * 4.6 + 0.6 * noise(p, 42, 1.3)));
        open = phrase * (0.12 + 0.88 * syllable) * (0.6 + 0.4 * std::abs(noise(p, 43, 3.1)));
    }
    const auto o = float(std::clamp(open, 0.0, 1.0));
    const auto shape = float(noise(p, 44, 3.4)); // round against wide
    add("jawOpen", 0.42f * o);
    add("mouthFunnel", 0.45f * o * std::max(0.0f, shape));
    for (const char* name : {"mouthStretchLeft", "mouthStretchRight"})
        add(name, 0.35f * o * std::max(0.0f, -shape));
    for (const char* name : {"mouthLowerDownLeft", "mouthLowerDownRight"})
        add(name, 0.4f * o);
    for (const char* name : {"mouthUpperUpLeft", "mouthUpperUpRight"})
        add(name, 0.18f * o);
    for (auto& w : pose.face)
        w = std::clamp(w, 0.0f, 1.3f);
    if (const int left = unitNamed(library, "eyeBlinkLeft"), right = unitNamed(library, "eyeBlinkRight");
        left >= 0 && right >= 0)
        for (const int unit : {left, right})
            pose.face[std::size_t(unit)] = std::min(pose.face[std::size_t(unit)], 1.0f);
}

} // namespace rushes::figures
