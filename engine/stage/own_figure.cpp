// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/stage/own_figure.h"

#include "engine/figures/body.h"
#include "engine/models/limbs.h"

#include <glm/geometric.hpp>
#include <glm/gtc/matrix_transform.hpp>
#include <glm/gtc/quaternion.hpp>

#include <algorithm>

namespace rushes::stage {
namespace {

/// The lower of the two soles.
float lowestSole(const figures::PosedBones& bones, const figures::Skeleton& skeleton) {
    float low = 1e9f;
    for (int side = 0; side < 2; ++side)
        for (const auto& p : bones.soles(skeleton, side)) low = std::min(low, p.y);
    return low;
}

glm::mat4 about(const glm::mat3& turn, const glm::vec3& from, const glm::vec3& to) {
    return glm::translate(glm::mat4(1.0f), to) * glm::mat4(turn) * glm::translate(glm::mat4(1.0f), -from);
}

} // namespace

OwnFigure::OwnFigure(std::shared_ptr<const models::Model> model, std::shared_ptr<const figures::Figure> figure)
    : m_model(std::move(model)), m_figure(std::move(figure)), m_materials(std::shared_ptr<const std::vector<geometry::Material>>(m_model, &m_model->materials)) {
    for (std::size_t level = 0; level <= m_model->coarser.size(); ++level) {
        Level one;
        one.mesh = m_model->level(level, &one.kept);
        m_levels.push_back(std::move(one));
    }
    m_limbs = !m_model->shares.empty() && models::limbsOf(m_model->joints).whole();
    if (m_limbs) m_skeleton = skeletonOf(*m_model, *m_figure, m_boneOf);
}

/// The same pose on longer or shorter legs, the soles where the figure's are.
figures::BodyPose OwnFigure::fitted(const figures::BodyPose& pose) const {
    const auto& body = m_figure->body();
    figures::BodyPose out = pose;
    out.root *= m_skeleton.hipCentre.y / std::max(0.1f, body.skeleton.hipCentre.y);
    const auto theirs = figures::posed(body.skeleton, pose);
    const float wanted = lowestSole(theirs, body.skeleton) - body.sole;
    const bool stands = theirs.turn[figures::bones::pelvis][1].y > 0.5f && wanted < 0.3f;
    if (stands) out.root.y += wanted - lowestSole(figures::posed(m_skeleton, out), m_skeleton);
    return out;
}

std::vector<glm::mat4> OwnFigure::jointMoves(const figures::BodyPose& pose) const {
    if (!m_limbs) { // in one piece, about the hips
        const glm::vec3 hips(0, m_figure->body().skeleton.hipCentre.y * m_model->mesh.bounds.high.y / float(m_figure->height()), 0);
        glm::vec3 root = pose.root;
        root.y += hips.y - m_figure->body().skeleton.hipCentre.y - m_figure->body().sole;
        return {about(glm::mat3_cast(pose.rotations[figures::bones::pelvis]), hips, root)};
    }
    const auto bones = figures::posed(m_skeleton, fitted(pose));
    std::vector<glm::mat4> moves;
    for (const int bone : m_boneOf) moves.push_back(about(bones.bind(m_skeleton, bone), m_skeleton.rest[std::size_t(bone)], bones.at[std::size_t(bone)]));
    return moves;
}

geometry::Mesh OwnFigure::mesh(const figures::BodyPose& pose, std::size_t index) const {
    const Level& level = levelAt(index);
    const auto moves = jointMoves(pose);
    geometry::Mesh out = level.mesh;
    for (std::size_t i = 0; i < out.positions.size(); ++i) {
        glm::mat4 m = moves.front();
        if (m_limbs) {
            const auto& shares = m_model->shares[level.kept[i]];
            glm::mat4 sum(0.0f);
            int weight = 0;
            for (std::size_t k = 0; k < 4; ++k)
                if (shares.share[k] > 0) sum += moves[shares.joint[k]] * float(shares.share[k]), weight += shares.share[k];
            m = weight > 0 ? sum / float(weight) : moves.front();
        }
        out.positions[i] = glm::vec3(m * glm::vec4(out.positions[i], 1));
        const glm::vec3 n = glm::mat3(m) * out.normals[i];
        out.normals[i] = glm::dot(n, n) > 1e-12f ? glm::normalize(n) : glm::vec3(0, 1, 0);
    }
    out.measure();
    return out;
}

glm::vec3 OwnFigure::handShift(const figures::BodyPose& pose) const {
    if (!m_limbs) return glm::vec3(0);
    const auto& body = m_figure->body();
    return figures::posed(m_skeleton, fitted(pose)).palm(m_skeleton, 1) - figures::posed(body.skeleton, pose).palm(body.skeleton, 1);
}

} // namespace rushes::stage
