// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/figures/skeleton.h"

#include "assets/bake/base_mesh.h"
#include <glm/geometric.hpp>

#include <algorithm>

namespace rushes::bake {

namespace bones = figures::bones;
using glm::vec3;

namespace {

float along(const vec3& p, const vec3& a, const vec3& b) { return glm::dot(p - a, b - a) / glm::dot(b - a, b - a); }

struct SideShares {
    float upperArm = 0, lowerArm = 0, hand = 0, thigh = 0, calf = 0, foot = 0;
};

SideShares sharesOf(const figures::VertexWeights& w, int side) {
    SideShares s;
    for (std::size_t k = 0; k < 4; ++k) {
        const int bone = int(w.bone[k]) - bones::of(0, side);
        const float share = float(w.share[k]) / 255;
        if (bone < 0 || bone >= bones::perSide) continue;
        if (bone == bones::upperArm)
            s.upperArm += share;
        else if (bone == bones::lowerArm)
            s.lowerArm += share;
        else if (bone >= bones::hand && bone < bones::thigh)
            s.hand += share;
        else if (bone == bones::thigh)
            s.thigh += share;
        else if (bone == bones::calf)
            s.calf += share;
        else if (bone == bones::foot || bone == bones::ball)
            s.foot += share;
    }
    return s;
}

float armAt(const vec3& p, const std::array<vec3, figures::jointCount>& j, int side, const SideShares& s) {
    const auto at = [&](int bone) { return j[std::size_t(bones::of(bone, side))]; };
    const float t1 = along(p, at(bones::upperArm), at(bones::lowerArm)),
                t2 = along(p, at(bones::lowerArm), at(bones::hand));
    const float t3 = along(p, at(bones::hand), j[std::size_t(figures::tipMiddle + side)]);
    if (t1 < 1 && s.lowerArm < 0.5f && s.hand < 0.1f) return std::clamp(t1, -0.5f, 1.0f);
    if (t2 < 0) return std::min(t1, 1.0f);
    return t2 < 1 ? 1 + t2 : 2 + std::clamp(t3, 0.0f, 1.0f);
}

float legAt(const vec3& p, const std::array<vec3, figures::jointCount>& j, int side) {
    const auto at = [&](int bone) { return j[std::size_t(bones::of(bone, side))]; };
    const float t1 = along(p, at(bones::thigh), at(bones::calf)), t2 = along(p, at(bones::calf), at(bones::foot));
    return t2 < 0 ? std::clamp(t1, -0.5f, 1.0f) : 1 + std::clamp(t2, 0.0f, 1.6f);
}

} // namespace

void measureRegions(figures::BakedData& out) {
    const std::size_t n = out.vertices.size();
    for (auto* region : {&out.arm, &out.leg, &out.torso, &out.skirt})
        region->assign(n, -1.0f);
    const auto& j = out.joints;
    const float hipY =
        0.5f * (j[std::size_t(bones::of(bones::thigh, 0))].y + j[std::size_t(bones::of(bones::thigh, 1))].y);
    const float neckY = j[bones::neck].y;
    for (std::size_t v = 0; v < n; ++v) {
        const vec3 p = out.vertices[v];
        out.torso[v] = (p.y - hipY) / (neckY - hipY);
        for (int side = 0; side < 2; ++side) {
            const SideShares s = sharesOf(out.weights[v], side);
            if (s.upperArm + s.lowerArm + s.hand > 0.5f) out.arm[v] = armAt(p, j, side, s);
            if (s.thigh + s.calf + s.foot > 0.5f) out.leg[v] = legAt(p, j, side);
        }
    }
    const auto g = std::size_t(figures::Group::skirt);
    float low = 1e9f, high = -1e9f;
    for (std::uint32_t i = 0; i < out.vertexCount[g]; ++i) {
        low = std::min(low, out.vertices[out.firstVertex[g] + i].y);
        high = std::max(high, out.vertices[out.firstVertex[g] + i].y);
    }
    for (std::uint32_t i = 0; i < out.vertexCount[g]; ++i)
        out.skirt[out.firstVertex[g] + i] = (high - out.vertices[out.firstVertex[g] + i].y) / (high - low);
}

} // namespace rushes::bake
