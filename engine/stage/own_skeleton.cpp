// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/figures/body.h"
#include "engine/models/limbs.h"
#include "engine/stage/own_figure.h"

#include <glm/common.hpp>
#include <glm/geometric.hpp>

#include <algorithm>

namespace rushes::stage {
namespace {

namespace bones = figures::bones;
using glm::vec3;

vec3 unit(const vec3& v) { return v / std::max(glm::length(v), 1e-6f); }

/// Puts the model's joints over the figure's own.
class Mapper {
public:
    Mapper(const models::Model& model, const figures::Figure& figure, std::vector<int>& boneOf)
        : m_model(model), m_limbs(models::limbsOf(model.joints)), m_rest(figure.body().skeleton.rest), m_boneOf(boneOf) {
        m_boneOf.assign(model.joints.size(), -1);
    }

    figures::Skeleton run() {
        trunk();
        for (int side = 0; side < 2; ++side) {
            arm(side);
            leg(side);
        }
        inherit();
        return figures::Skeleton::fromJoints(m_rest);
    }

private:
    vec3 at(int joint) const { return m_model.joints[std::size_t(joint)].at; }

    void put(int bone, int joint) {
        if (joint < 0) return;
        m_rest[std::size_t(bone)] = at(joint);
        m_boneOf[std::size_t(joint)] = bone;
    }

    void trunk() {
        const vec3 oldHead = m_rest[bones::head], hips = at(m_limbs.hips);
        const vec3 shoulders = (at(m_limbs.upperArm[0]) + at(m_limbs.upperArm[1])) * 0.5f;
        const vec3 neck = m_limbs.neck >= 0 ? at(m_limbs.neck) : glm::mix(shoulders, at(m_limbs.head), 0.4f);
        put(bones::pelvis, m_limbs.hips);
        for (int k = 0; k < 3; ++k) m_rest[std::size_t(bones::spine1 + k)] = glm::mix(hips, neck, 0.15f + 0.27f * float(k));
        const auto count = int(m_limbs.spine.size());
        for (int k = count - 1; k >= 0; --k) put(bones::spine1 + std::min(2, k * 3 / std::max(1, count)), m_limbs.spine[std::size_t(k)]);
        m_rest[bones::neck] = neck;
        put(bones::neck, m_limbs.neck);
        m_rest[bones::head] = neck + vec3(0, 0.06f * neck.y, 0);
        put(bones::head, m_limbs.head);
        const vec3 moved = m_rest[bones::head] - oldHead;
        for (const int point : {int(bones::eyeLeft), bones::eyeLeft + 1, int(figures::tipHead)}) m_rest[std::size_t(point)] += moved;
    }

    void arm(int side) {
        const auto s = std::size_t(side);
        const auto of = [&](int bone) -> vec3& { return m_rest[std::size_t(bones::of(bone, side))]; };
        put(bones::of(bones::upperArm, side), m_limbs.upperArm[s]);
        put(bones::of(bones::lowerArm, side), m_limbs.lowerArm[s]);
        put(bones::of(bones::hand, side), m_limbs.hand[s]);
        of(bones::clavicle) = glm::mix(m_rest[bones::neck], of(bones::upperArm), 0.35f);
        put(bones::of(bones::clavicle, side), m_limbs.clavicle[s]);
        // A straight arm does not say where its elbow points: backwards.
        const vec3 upper = unit(of(bones::lowerArm) - of(bones::upperArm)), fore = unit(of(bones::hand) - of(bones::lowerArm));
        if (glm::length(glm::cross(upper, fore)) < 0.06f) of(bones::lowerArm).z -= 0.04f * glm::distance(of(bones::hand), of(bones::upperArm));
        const float size = glm::distance(of(bones::hand), of(bones::lowerArm)) * 0.4f;
        vec3 ahead(0, 0, 1);
        ahead = unit(ahead - fore * glm::dot(ahead, fore));
        for (int finger = 0; finger < 5; ++finger)
            for (int k = 0; k < 3; ++k) of(bones::thumb1 + 3 * finger + k) = of(bones::hand) + fore * size * (1 + 0.35f * float(k)) + ahead * size * (0.4f - 0.2f * float(finger));
        m_rest[std::size_t(figures::tipMiddle + side)] = of(bones::middle1 + 2) + fore * size * 0.3f;
    }

    void leg(int side) {
        const auto s = std::size_t(side);
        const auto of = [&](int bone) -> vec3& { return m_rest[std::size_t(bones::of(bone, side))]; };
        put(bones::of(bones::thigh, side), m_limbs.thigh[s]);
        put(bones::of(bones::calf, side), m_limbs.calf[s]);
        put(bones::of(bones::foot, side), m_limbs.foot[s]);
        const vec3 foot = of(bones::foot);
        const float size = std::max(0.05f, 0.3f * glm::distance(foot, of(bones::calf)));
        of(bones::ball) = {foot.x, foot.y * 0.25f, foot.z + size};
        put(bones::of(bones::ball, side), m_limbs.toe[s]);
        m_rest[std::size_t(figures::tipToe + side)] = of(bones::ball) + vec3(0, -0.2f * of(bones::ball).y, 0.4f * size);
    }

    /// Fingers, hair and helpers go with the joint above them; what is above the hips goes with those.
    void inherit() {
        for (std::size_t i = 0; i < m_boneOf.size(); ++i)
            if (m_boneOf[i] < 0) m_boneOf[i] = m_model.joints[i].parent >= 0 ? m_boneOf[std::size_t(m_model.joints[i].parent)] : int(bones::pelvis);
    }

    const models::Model& m_model;
    const models::Limbs m_limbs;
    std::array<vec3, figures::jointCount> m_rest;
    std::vector<int>& m_boneOf;
};

} // namespace

figures::Skeleton skeletonOf(const models::Model& model, const figures::Figure& figure, std::vector<int>& boneOf) { return Mapper(model, figure, boneOf).run(); }

} // namespace rushes::stage
