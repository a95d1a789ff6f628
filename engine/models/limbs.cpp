// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/models/limbs.h"

#include <algorithm>
#include <cctype>
#include <map>
#include <optional>
#include <string>

namespace rushes::models {
namespace {

enum class Kind { hips, spine, neck, head, clavicle, upperArm, lowerArm, hand, thigh, calf, foot, toe, leg, arm };

const std::map<std::string, Kind, std::less<>>& words() {
    static const std::map<std::string, Kind, std::less<>> table{
        {"hips", Kind::hips}, {"hip", Kind::hips}, {"pelvis", Kind::hips}, {"neck", Kind::neck}, {"head", Kind::head},
        {"shoulder", Kind::clavicle}, {"clavicle", Kind::clavicle}, {"collar", Kind::clavicle}, {"collarbone", Kind::clavicle},
        {"arm", Kind::arm}, {"upperarm", Kind::upperArm}, {"uparm", Kind::upperArm}, {"armupper", Kind::upperArm}, {"shldr", Kind::upperArm}, {"shldrbend", Kind::upperArm}, {"bicep", Kind::upperArm},
        {"forearm", Kind::lowerArm}, {"lowerarm", Kind::lowerArm}, {"lowarm", Kind::lowerArm}, {"armlower", Kind::lowerArm}, {"elbow", Kind::lowerArm}, {"forearmbend", Kind::lowerArm},
        {"hand", Kind::hand}, {"wrist", Kind::hand},
        {"upleg", Kind::thigh}, {"upperleg", Kind::thigh}, {"legupper", Kind::thigh}, {"thigh", Kind::thigh}, {"thighbend", Kind::thigh},
        {"leg", Kind::leg}, {"lowerleg", Kind::calf}, {"lowleg", Kind::calf}, {"leglower", Kind::calf}, {"shin", Kind::calf}, {"calf", Kind::calf}, {"knee", Kind::calf},
        {"foot", Kind::foot}, {"ankle", Kind::foot}, {"toe", Kind::toe}, {"toes", Kind::toe}, {"toebase", Kind::toe}, {"ball", Kind::toe},
    };
    return table;
}

/// Words of a rig that say nothing of the place on the body.
bool idle(const std::string& word) {
    for (const char* one : {"mixamorig", "bip", "j", "c", "def", "org", "bone", "jnt", "joint", "armature", "skeleton", "rig", "cc", "base", "character", "sk", "b", "bn"})
        if (word == one) return true;
    return false;
}

/// Helpers that ride along with a limb.
bool helper(const std::string& word) {
    for (const char* one : {"twist", "roll", "ik", "pole", "target", "ctrl", "control", "mch", "helper", "end", "nub", "tip", "sec", "thumb", "index", "middle", "ring", "pinky", "finger"})
        if (word == one) return true;
    return false;
}

/// "mixamorig:LeftForeArm" → left, fore, arm: split at signs, digits and capitals.
std::vector<std::string> wordsOf(const std::string& name) {
    const auto colon = name.find_last_of(":|");
    const std::string text = colon == std::string::npos ? name : name.substr(colon + 1);
    std::vector<std::string> out;
    std::string word;
    const auto close = [&] { if (!word.empty()) out.push_back(word); word.clear(); };
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        const bool upper = std::isupper(c), before = i > 0 && std::islower(static_cast<unsigned char>(text[i - 1]));
        const bool after = i + 1 < text.size() && std::islower(static_cast<unsigned char>(text[i + 1]));
        if (!std::isalpha(c)) { close(); continue; }
        if (upper && (before || after)) close();
        word += char(std::tolower(c));
    }
    close();
    return out;
}

struct Reading {
    std::optional<Kind> kind;
    int side = -1;
};

Reading read(const std::string& name) {
    Reading out;
    std::string core;
    for (auto word : wordsOf(name)) {
        if (helper(word)) return {};
        if (word.starts_with("mixamorig")) word = word.substr(9); // without its colon
        if (word == "left" || word == "l") out.side = 0;
        else if (word == "right" || word == "r") out.side = 1;
        else if (!idle(word)) core += word;
    }
    for (const auto& [prefix, side] : {std::pair<std::string, int>{"left", 0}, {"right", 1}})
        if (out.side < 0 && core.starts_with(prefix)) out.side = side, core = core.substr(prefix.size());
    const auto found = words().find(core);
    if (found != words().end()) out.kind = found->second;
    const bool central = out.kind == Kind::hips || out.kind == Kind::neck || out.kind == Kind::head;
    if (out.kind && central != (out.side < 0)) out.kind.reset();
    return out;
}

bool below(const std::vector<Joint>& joints, int joint, int above) {
    for (int at = joint; at >= 0; at = joints[std::size_t(at)].parent)
        if (at == above) return true;
    return false;
}

/// "Leg" is the shin beside an "UpLeg" and the thigh beside a "Knee"; a "Shoulder" without an upper arm below it is one.
void settle(std::map<std::pair<Kind, int>, int>& found, int side) {
    const auto has = [&](Kind kind) { return found.contains({kind, side}); };
    const auto rename = [&](Kind from, Kind to) {
        found[{to, side}] = found[{from, side}];
        found.erase({from, side});
    };
    if (has(Kind::leg)) rename(Kind::leg, has(Kind::thigh) ? Kind::calf : Kind::thigh);
    if (has(Kind::arm)) rename(Kind::arm, has(Kind::upperArm) ? Kind::lowerArm : Kind::upperArm);
    if (has(Kind::clavicle) && !has(Kind::upperArm)) rename(Kind::clavicle, Kind::upperArm);
}

int parentOf(const std::vector<Joint>& joints, int joint) { return joint < 0 ? -1 : joints[std::size_t(joint)].parent; }

/// Where both legs hang: the joint that is above each of them.
int commonAbove(const std::vector<Joint>& joints, int a, int b) {
    for (int at = parentOf(joints, a); at >= 0; at = parentOf(joints, at))
        if (below(joints, b, at)) return at;
    return -1;
}

void dropStrays(const std::vector<Joint>& joints, Limbs& limbs) {
    const auto under = [&](int& joint, int above) { if (joint >= 0 && (above < 0 || !below(joints, joint, above))) joint = -1; };
    for (std::size_t s = 0; s < 2; ++s) {
        under(limbs.lowerArm[s], limbs.upperArm[s]);
        under(limbs.hand[s], limbs.lowerArm[s]);
        under(limbs.calf[s], limbs.thigh[s]);
        under(limbs.foot[s], limbs.calf[s]);
        under(limbs.toe[s], limbs.foot[s]);
    }
}

} // namespace

bool Limbs::whole() const {
    bool all = hips >= 0 && (neck >= 0 || head >= 0);
    for (std::size_t s = 0; s < 2; ++s) all = all && upperArm[s] >= 0 && lowerArm[s] >= 0 && hand[s] >= 0 && thigh[s] >= 0 && calf[s] >= 0 && foot[s] >= 0;
    return all;
}

Limbs limbsOf(const std::vector<Joint>& joints) {
    std::map<std::pair<Kind, int>, int> found; // the first of each, from the root down
    for (std::size_t i = 0; i < joints.size(); ++i)
        if (const Reading reading = read(joints[i].name); reading.kind) found.try_emplace({*reading.kind, reading.side}, int(i));
    settle(found, 0);
    settle(found, 1);
    const auto of = [&](Kind kind, int side) {
        const auto it = found.find({kind, side});
        return it == found.end() ? -1 : it->second;
    };
    Limbs limbs;
    for (int side = 0; side < 2; ++side) {
        const auto s = std::size_t(side);
        limbs.clavicle[s] = of(Kind::clavicle, side), limbs.upperArm[s] = of(Kind::upperArm, side), limbs.lowerArm[s] = of(Kind::lowerArm, side), limbs.hand[s] = of(Kind::hand, side);
        limbs.thigh[s] = of(Kind::thigh, side), limbs.calf[s] = of(Kind::calf, side), limbs.foot[s] = of(Kind::foot, side), limbs.toe[s] = of(Kind::toe, side);
    }
    limbs.hips = of(Kind::hips, -1), limbs.neck = of(Kind::neck, -1), limbs.head = of(Kind::head, -1);
    if (limbs.hips < 0 || !below(joints, limbs.thigh[0], limbs.hips)) limbs.hips = commonAbove(joints, limbs.thigh[0], limbs.thigh[1]);
    dropStrays(joints, limbs);
    const int top = limbs.neck >= 0 ? limbs.neck : limbs.head;
    for (int at = parentOf(joints, top); at >= 0 && at != limbs.hips; at = parentOf(joints, at)) limbs.spine.insert(limbs.spine.begin(), at);
    if (limbs.hips >= 0 && !below(joints, top, limbs.hips)) limbs.spine.clear();
    return limbs;
}

} // namespace rushes::models
