// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/stage/staging.h"

#include <glm/vec3.hpp>

#include <optional>
#include <vector>

namespace rushes::stage {

/// Where extras may be in a shot that is blocked and has its camera: on open floor, in nobody's way, not before the faces that the shot is
/// about and not in the lens. Looks at five moments of the shot, evenly spread.
class CrowdFloor {
public:
    explicit CrowdFloor(const StagedShot& shot);

    static constexpr int moments = 5;

    struct Spot {
        glm::vec3 position{0};
        std::optional<float> yaw; ///< a seat's or a tier's own
        std::optional<float> seat;
        bool seen = false;        ///< in the picture at some moment
    };

    /// Spots about `spacing` metres apart, for bodies that move by `walk` during the shot with the spot in the middle of their way. Those in
    /// the picture come first, otherwise in a stable order.
    std::vector<Spot> standing(float spacing, const glm::vec3& walk) const;
    /// Free seats of the set, in its order.
    std::vector<Spot> seats() const;
    /// Free places on the steps of a stand, where the set has one; those in the picture come first.
    std::vector<Spot> tiers() const;

    /// The middle of what the camera looks at, on the floor.
    const glm::vec3& focus() const { return m_focus; }

private:
    bool filled(const glm::vec3& p) const;
    bool open(const glm::vec3& p) const;
    bool openWay(const glm::vec3& from, const glm::vec3& walk) const;
    bool inTheWay(const glm::vec3& from, const glm::vec3& walk) const;
    bool seen(const glm::vec3& p) const;

    const StagedShot& m_shot;
    const sets::BuiltSet& m_set;
    glm::vec3 m_focus{0};
    float m_main = 4; ///< metres from the camera to the main person
    std::vector<geometry::Camera> m_cameras;                     ///< by moment
    std::vector<std::vector<std::pair<glm::vec3, glm::vec3>>> m_bodies; ///< by moment: feet and head of those who are not extras
};

} // namespace rushes::stage
