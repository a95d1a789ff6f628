// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/figures/figure.h"
#include "engine/figures/skeleton.h"
#include "engine/models/model.h"

#include <glm/mat4x4.hpp>

#include <memory>
#include <vector>

namespace rushes::stage {

/// Somebody's own model of a person, moved by one of our figures of the same height: where its joints can be told by their names the
/// figure's turns are put on its own limbs; else it follows the figure's hips in one piece. Immutable; any thread.
class OwnFigure {
public:
    OwnFigure(std::shared_ptr<const models::Model> model, std::shared_ptr<const figures::Figure> figure);

    /// Finest is level 0. The mesh is in figure space, as figures::Figure::mesh.
    geometry::Mesh mesh(const figures::BodyPose& pose, std::size_t level) const;
    /// The points of mesh() as the model stands in its file.
    const std::vector<glm::vec3>& rest(std::size_t level) const { return levelAt(level).mesh.positions; }
    const std::shared_ptr<const std::vector<geometry::Material>>& materials() const { return m_materials; }
    bool hasLimbs() const { return m_limbs; }
    /// From the figure's right palm to the model's, in figure space.
    glm::vec3 handShift(const figures::BodyPose& pose) const;

private:
    struct Level {
        geometry::Mesh mesh;
        std::vector<std::uint32_t> kept; ///< points of the model
    };
    const Level& levelAt(std::size_t level) const { return m_levels[std::min(level, m_levels.size() - 1)]; }
    figures::BodyPose fitted(const figures::BodyPose& pose) const;
    std::vector<glm::mat4> jointMoves(const figures::BodyPose& pose) const;

    std::shared_ptr<const models::Model> m_model;
    std::shared_ptr<const figures::Figure> m_figure;
    std::shared_ptr<const std::vector<geometry::Material>> m_materials;
    std::vector<Level> m_levels;
    bool m_limbs = false;
    figures::Skeleton m_skeleton;  ///< the model's, in the figure's bones
    std::vector<int> m_boneOf;     ///< by joint of the model
};

/// The model's joints as the figure's bones: fills the points of a figures::Skeleton, and says which bone moves each joint.
figures::Skeleton skeletonOf(const models::Model& model, const figures::Figure& figure, std::vector<int>& boneOf);

} // namespace rushes::stage
