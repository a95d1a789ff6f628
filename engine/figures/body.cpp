// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/figures/body.h"

#include "engine/figures/hidden_backs.h"
#include "engine/figures/skinning.h"
#include "engine/figures/turns.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace rushes::figures {

using glm::mat3;
using glm::vec3;

namespace {

/// Output corners of one layer: one per (point, surface).
void addCorners(BodyLevel& out, const Layer& layer, std::uint32_t first) {
    std::unordered_map<std::uint64_t, std::uint32_t> made; // looked up only
    for (std::size_t f = 0; f < layer.faces.size(); ++f)
        for (const auto v : layer.faces[f]) {
            const std::uint64_t key = std::uint64_t(v) << 16 | layer.surface[f];
            const auto at = made.try_emplace(key, std::uint32_t(out.cornerPoint.size()));
            if (at.second) {
                out.cornerPoint.push_back(first + v);
                out.cornerSurface.push_back(layer.surface[f]);
            }
            out.indices.push_back(at.first->second);
        }
}

/// Drops points no face uses (garments hidden inside others) so that they cost nothing and cannot be the lowest.
Layer compacted(Layer layer) {
    std::vector<std::int32_t> to(layer.rest.size(), -1);
    std::int32_t next = 0;
    for (const Face& f : layer.faces)
        for (const auto v : f)
            to[v] = 0;
    for (auto& t : to)
        if (t == 0) t = next++;
    for (std::size_t v = 0; v < to.size(); ++v) {
        if (to[v] < 0) continue;
        const auto at = std::size_t(to[v]);
        layer.rest[at] = layer.rest[v];
        layer.weights[at] = layer.weights[v];
        if (!layer.combos.empty()) layer.combos[at] = layer.combos[v];
    }
    layer.rest.resize(std::size_t(next));
    layer.weights.resize(std::size_t(next));
    if (!layer.combos.empty()) layer.combos.resize(std::size_t(next));
    for (Face& f : layer.faces)
        for (auto& v : f)
            v = std::uint32_t(to[v]);
    return layer;
}

void addFaceMoves(BodyLevel& out, const Tailor& tailor, const Layer& layer, std::uint32_t first) {
    std::vector<vec3> move(tailor.data.vertices.size(), vec3(0));
    const float scale = 0.1f * float(tailor.body.scale) * tailor.headSize;
    for (std::size_t u = 0; u < tailor.data.faceUnits.size(); ++u) {
        const CodedTarget& unitTarget = tailor.data.faceUnits[u].second;
        const auto n = std::uint32_t(move.size());
        unitTarget.decode(tailor.data.pointCount(), [&](std::uint32_t point, const vec3& by) {
            if (point < n) move[point] = by * scale;
        });
        for (std::size_t i = 0; i < layer.combos.size(); ++i)
            if (const vec3 by = layer.combos[i].of(move); by != vec3(0))
                out.faceMoves[u].push_back({first + std::uint32_t(i), by});
        unitTarget.decode(tailor.data.pointCount(), [&](std::uint32_t point, const vec3&) {
            if (point < n) move[point] = vec3(0);
        });
    }
}

struct TwistLimb {
    int bone, end, other; ///< twisting bone, the joint it points to, the bone it is compared with
    bool towardsEnd;      ///< the twist grows to the end (forearm) or to the start
};

TwistLimb twistLimb(std::size_t index) {
    const int side = int(index % 2);
    switch (index / 2) {
    case 0:
        return {bones::of(bones::lowerArm, side), bones::of(bones::hand, side), bones::of(bones::hand, side), true};
    case 1:
        return {bones::of(bones::upperArm, side), bones::of(bones::lowerArm, side), bones::of(bones::clavicle, side),
                false};
    default:
        return {bones::of(bones::thigh, side), bones::of(bones::calf, side), bones::pelvis, false};
    }
}

void addTwists(BodyLevel& out, const Skeleton& skeleton) {
    for (std::size_t limb = 0; limb < out.twists.size(); ++limb) {
        const TwistLimb l = twistLimb(limb);
        const vec3 a = skeleton.rest[std::size_t(l.bone)], d = skeleton.rest[std::size_t(l.end)] - a;
        for (std::uint32_t p = 0; p < out.rest.size(); ++p)
            for (std::size_t k = 0; k < 4; ++k) {
                if (out.weights[p].bone[k] != l.bone || out.weights[p].share[k] <= 0) continue;
                const float t = std::clamp(glm::dot(out.rest[p] - a, d) / glm::dot(d, d), 0.0f, 1.0f);
                const float share = (l.towardsEnd ? t : 1 - t) * out.weights[p].share[k];
                if (share > 1e-3f) out.twists[limb].push_back({p, share});
            }
    }
}

} // namespace

BodyLevel joinLayers(const Tailor& tailor, const std::vector<Layer>& layers) {
    BodyLevel out;
    for (const Layer& whole : layers) {
        const Layer layer = compacted(whole);
        const auto first = std::uint32_t(out.rest.size());
        out.rest.insert(out.rest.end(), layer.rest.begin(), layer.rest.end());
        out.weights.insert(out.weights.end(), layer.weights.begin(), layer.weights.end());
        for (const Face& f : layer.faces)
            out.faces.push_back({f[0] + first, f[1] + first, f[2] + first});
        addCorners(out, layer, first);
        const auto hidden = hiddenBacks(layer, tailor.level);
        out.closed->insert(out.closed->end(), hidden.begin(), hidden.end());
        if (layer.facial) addFaceMoves(out, tailor, layer, first);
        if (layer.hangs)
            for (std::uint32_t i = 0; i < layer.rest.size(); ++i)
                out.hangingPoints.push_back(first + i);
        if (layer.grounds)
            for (std::uint32_t i = 0; i < layer.rest.size(); ++i)
                out.groundPoints.push_back(first + i);
    }
    addTwists(out, tailor.skeleton);
    out.groundGroups = groundGroups(out);
    return out;
}

namespace {

void applyTwists(const Body& body, const BodyLevel& level, const PosedBones& posedBones, std::vector<vec3>& points) {
    for (std::size_t limb = 0; limb < level.twists.size(); ++limb) {
        const TwistLimb l = twistLimb(limb);
        const vec3 a = body.skeleton.rest[std::size_t(l.bone)];
        const vec3 axis = unit(body.skeleton.rest[std::size_t(l.end)] - a);
        const mat3 relative =
            glm::transpose(posedBones.bind(body.skeleton, l.bone)) * posedBones.bind(body.skeleton, l.other);
        const float twist = glm::radians(twistAbout(relative, axis));
        if (std::abs(twist) < 1e-4f) continue;
        for (const auto& t : level.twists[limb]) {
            const float angle = twist * t.share, c = std::cos(angle), s = std::sin(angle);
            const vec3 v = points[t.point] - a;
            points[t.point] = a + v * c + glm::cross(axis, v) * s + axis * (glm::dot(axis, v) * (1 - c));
        }
    }
}

} // namespace

namespace {

int legBone(std::size_t leg) { return bones::of(leg < 2 ? bones::thigh : bones::calf, int(leg % 2)); }

/// Hanging cloth that a leg went through comes out in front of it.
void pushOutOfLegs(const Body& body, const BodyLevel& level, const PosedBones& now, std::vector<vec3>& points) {
    constexpr float cloth = 0.008f;
    for (std::size_t leg = 0; leg < 4; ++leg) {
        const auto bone = std::size_t(legBone(leg));
        const vec3 a = now.at[bone], axis = now.at[bone + 1] - a;
        const float length2 = glm::dot(axis, axis);
        for (const auto p : level.hangingPoints) {
            const float t = glm::dot(points[p] - a, axis) / length2;
            if (t < 0.1f || t > 1) continue;
            const float at = t * 4;
            const auto k = std::min<std::size_t>(3, std::size_t(at));
            const float radius = glm::mix(body.legs[leg][k], body.legs[leg][k + 1], at - float(k)) + cloth * body.size;
            const vec3 away = points[p] - (a + axis * t);
            const float distance = glm::length(away);
            if (distance < radius && distance > 1e-5f)
                points[p] += away * (radius / distance - 1) * smoothStep(0.1f, 0.25f, t);
        }
    }
}

} // namespace

std::array<LegGirth, 4> measureLegs(const BakedData& data, const SizedBody& sized, const Skeleton& skeleton) {
    std::array<LegGirth, 4> out{};
    for (std::size_t leg = 0; leg < 4; ++leg) {
        const int bone = legBone(leg);
        const vec3 a = skeleton.rest[std::size_t(bone)], axis = skeleton.rest[std::size_t(bone) + 1] - a;
        std::array<float, 5> sum{}, count{};
        for (std::uint32_t v = 0; v < data.vertexCount[std::size_t(Group::body)]; ++v) {
            if (data.weights[v].bone[0] != bone) continue;
            const float t = glm::dot(sized.vertices[v] - a, axis) / glm::dot(axis, axis);
            const auto place = std::size_t(std::clamp(std::lround(t * 4), 0l, 4l));
            sum[place] += glm::length(sized.vertices[v] - (a + axis * t));
            count[place] += 1;
        }
        for (std::size_t k = 0; k < 5; ++k)
            out[leg][k] = count[k] > 0 ? sum[k] / count[k] : (k > 0 ? out[leg][k - 1] : 0.05f);
        out[leg][0] = std::min(out[leg][0], out[leg][1]); // the top is hip as much as thigh
    }
    return out;
}

std::vector<vec3> bend(const Body& body, const BodyLevel& level, const BodyPose& pose, const PosedBones& posedBones) {
    std::vector<vec3> points = level.rest;
    for (std::size_t u = 0; u < pose.face.size(); ++u)
        if (const float w = pose.face[u]; w != 0)
            for (const auto& move : level.faceMoves[u])
                points[move.point] += move.by * w;
    applyTwists(body, level, posedBones, points);
    const Skinning skinning(body.skeleton, posedBones);
    for (std::size_t p = 0; p < points.size(); ++p) points[p] = skinning.at(points[p], level.weights[p]);
    pushOutOfLegs(body, level, posedBones, points);
    return points;
}

} // namespace rushes::figures
