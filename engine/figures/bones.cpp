// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/figures/bones.h"

#include <string>
#include <vector>

namespace rushes::figures {
namespace {

struct Entry {
    std::string name, joint;
    int parent = -1;
};

void addFingers(std::vector<Entry>& out, int side, const std::string& tag) {
    static const char* const fingers[5] = {"thumb", "index", "middle", "ring", "pinky"};
    const int hand = bones::of(bones::hand, side);
    for (int finger = 0; finger < 5; ++finger)
        for (int k = 0; k < 3; ++k)
            out.push_back({std::string(fingers[finger]) + "_0" + std::to_string(k + 1) + "_" + tag,
                           "joint-" + tag + "-finger-" + std::to_string(finger + 1) + "-" + std::to_string(k + 1),
                           k == 0 ? hand : int(out.size()) - 1});
}

std::vector<Entry> makeTable() {
    std::vector<Entry> out = {{"Root", "", -1},
                              {"pelvis", "joint-pelvis", 0},
                              {"spine_01", "joint-spine-4", 1},
                              {"spine_02", "joint-spine-3", 2},
                              {"spine_03", "joint-spine-2", 3},
                              {"neck_01", "joint-neck", 4},
                              {"head", "joint-head", 5},
                              {"eye_l", "joint-l-eye", 6},
                              {"eye_r", "joint-r-eye", 6}};
    for (int side = 0; side < 2; ++side) {
        const std::string tag = side == 0 ? "l" : "r";
        const auto add = [&](const char* name, const char* joint, int parent) {
            out.push_back({std::string(name) + "_" + tag, "joint-" + tag + "-" + joint, parent});
        };
        add("clavicle", "clavicle", bones::spine3);
        add("upperarm", "shoulder", bones::of(bones::clavicle, side));
        add("lowerarm", "elbow", bones::of(bones::upperArm, side));
        add("hand", "hand", bones::of(bones::lowerArm, side));
        addFingers(out, side, tag);
        add("thigh", "upper-leg", bones::pelvis);
        add("calf", "knee", bones::of(bones::thigh, side));
        add("foot", "ankle", bones::of(bones::calf, side));
        add("ball", "foot-1", bones::of(bones::foot, side));
    }
    return out;
}

const std::vector<Entry>& table() {
    static const std::vector<Entry> entries = makeTable();
    return entries;
}

} // namespace

std::string_view boneName(int bone) { return table()[std::size_t(bone)].name; }
std::string_view jointOf(int bone) { return table()[std::size_t(bone)].joint; }
int parentOf(int bone) { return table()[std::size_t(bone)].parent; }

int boneByName(std::string_view name) {
    for (int i = 0; i < int(table().size()); ++i)
        if (table()[std::size_t(i)].name == name) return i;
    return -1;
}

std::string_view jointName(int point) {
    static constexpr std::string_view tips[5] = {"joint-l-finger-3-4", "joint-r-finger-3-4", "joint-l-toe-2-4",
                                                 "joint-r-toe-2-4", "joint-head-2"};
    return point < tipMiddle ? jointOf(point) : tips[point - tipMiddle];
}

} // namespace rushes::figures
