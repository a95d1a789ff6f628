// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/eval/look/mannequin.h"

#include "tests/eval/look/transforms.h"

namespace rushes::eval {
namespace {

using glm::mat4;
using Kind = Solid::Kind;

enum Part : int { kSkin, kShirt, kTrousers, kHair, kShoes };

void addArm(std::vector<Limb>& out, const mat4& spine, const Pose& pose, int side) {
    constexpr float spread = 8; // degrees from the body
    const float sign = side == 0 ? 1.0f : -1.0f;
    const mat4 shoulder = spine * shift(sign * 0.2f, 0.44f, 0) * turnX(pose.shoulder[std::size_t(side)]) * turnZ(sign * spread);
    out.push_back({{Kind::cone, {.06f, .05f, .28f}}, shoulder * turnX(180), kShirt});
    const mat4 elbow = shoulder * shift(0, -.28f, 0) * turnX(pose.elbow[std::size_t(side)]);
    out.push_back({{Kind::cone, {.047f, .035f, .25f}}, elbow * turnX(180), kSkin});
    out.push_back({{Kind::ellipsoid, {.035f, .06f, .045f}}, elbow * shift(0, -.31f, 0), kSkin});
}

void addLeg(std::vector<Limb>& out, const mat4& pelvis, const Pose& pose, int side) {
    const float sign = side == 0 ? 1.0f : -1.0f;
    const mat4 hip = pelvis * shift(sign * 0.09f, -.03f, 0) * turnX(pose.hip[std::size_t(side)]);
    out.push_back({{Kind::cone, {.09f, .065f, .42f}}, hip * turnX(180), kTrousers});
    const mat4 knee = hip * shift(0, -.42f, 0) * turnX(pose.knee[std::size_t(side)]);
    out.push_back({{Kind::cone, {.064f, .045f, .38f}}, knee * turnX(180), kTrousers});
    out.push_back({{Kind::ellipsoid, {.05f, .045f, .13f}}, knee * shift(0, -.44f, .06f), kShoes});
}

} // namespace

std::vector<Limb> mannequin(const Pose& pose, const mat4& root) {
    std::vector<Limb> out;
    const mat4 pelvis = root * shift(0, pose.pelvis, 0) * turnX(pose.lean);
    out.push_back({{Kind::ellipsoid, {.16f, .13f, .12f}}, pelvis, kTrousers});
    const mat4 spine = pelvis * turnY(pose.twist) * turnX(pose.bend);
    out.push_back({{Kind::cone, {.135f, .17f, .36f}}, spine * shift(0, .08f, 0), kShirt});
    const mat4 neck = spine * shift(0, .56f, 0);
    out.push_back({{Kind::cone, {.055f, .05f, .1f}}, neck, kSkin});
    const mat4 head = neck * shift(0, .1f, 0) * turnY(pose.headTurn) * shift(0, .1f, 0);
    out.push_back({{Kind::ellipsoid, {.085f, .125f, .105f}}, head, kSkin});
    out.push_back({{Kind::ellipsoid, {.095f, .1f, .11f}}, head * shift(0, .06f, -.03f), kHair});
    out.push_back({{Kind::cone, {.018f, .012f, .03f}}, head * shift(0, -.01f, .1f) * turnX(60), kSkin});
    for (const int side : {0, 1}) {
        addArm(out, spine, pose, side);
        addLeg(out, pelvis, pose, side);
    }
    return out;
}

} // namespace rushes::eval
