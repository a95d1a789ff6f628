// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/stage/staging.h"

#include <map>
#include <memory>
#include <vector>

namespace rushes::stage {

/// Bends the people of a shot, each as finely as the largest moment of the shot asks for: levels never change within a shot, so
/// nothing pops. One thread.
class PersonMeshes {
public:
    explicit PersonMeshes(const StagedShot& shot);

    /// `rows` is the height of the picture in samples.
    std::shared_ptr<const geometry::Mesh> mesh(std::size_t person, const figures::BodyPose& pose, int rows) const;
    /// What throws the shadow: a level coarser, null where `mesh` is coarse enough.
    std::shared_ptr<const geometry::Mesh> shadow(std::size_t person, const figures::BodyPose& pose, int rows) const;
    /// The points of mesh() on the unposed body.
    std::shared_ptr<const std::vector<glm::vec3>> rest(std::size_t person, int rows) const;

private:
    figures::Lod levelOf(std::size_t person, int rows) const;

    const StagedShot& m_shot;
    std::vector<std::size_t> m_rank; ///< 0 for the largest person of the shot
    std::vector<double> m_tall; ///< largest share of the picture's height that the person fills while in it
    mutable std::map<std::pair<const figures::Figure*, figures::Lod>, std::shared_ptr<const std::vector<glm::vec3>>> m_rest;
};

} // namespace rushes::stage
