// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <string_view>

namespace rushes::figures {

/// The 55 bones: nine in the middle, then 23 for the left side and the same 23 for the right. Parents come first.
namespace bones {
inline constexpr int root = 0, pelvis = 1, spine1 = 2, spine2 = 3, spine3 = 4, neck = 5, head = 6, eyeLeft = 7,
                     firstSide = 9;
inline constexpr int perSide = 23;
inline constexpr int clavicle = 0, upperArm = 1, lowerArm = 2, hand = 3, thumb1 = 4, index1 = 7, middle1 = 10,
                     ring1 = 13, pinky1 = 16, thigh = 19, calf = 20, foot = 21, ball = 22;
/// The bone of one side: 0 left, 1 right.
constexpr int of(int sideBone, int side) { return firstSide + perSide * side + sideBone; }
constexpr int eye(int side) { return eyeLeft + side; }
} // namespace bones

/// +1 on the figure's left, -1 on its right.
constexpr float signOf(int side) { return side == 0 ? 1.0f : -1.0f; }

/// The rig's own name of a bone ("upperarm_l").
std::string_view boneName(int bone);
/// -1 when there is none.
int boneByName(std::string_view name);
/// -1 for the root.
int parentOf(int bone);
/// The joint cube of the base mesh that marks where the bone starts ("joint-l-elbow"); empty for the root.
std::string_view jointOf(int bone);

/// Joint points beyond the bones' own starts, in this order behind the 55: middle finger tips, toe tips, top of the
/// head bone.
inline constexpr int tipMiddle = 55, tipToe = 57, tipHead = 59, jointCount = 60;
std::string_view jointName(int point);

} // namespace rushes::figures
