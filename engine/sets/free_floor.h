// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/geometry/mesh.h"
#include "engine/sets/sight_index.h"
#include "engine/sets/terrain.h"

#include <glm/vec2.hpp>
#include <glm/vec3.hpp>

#include <memory>
#include <optional>
#include <vector>

namespace rushes::sets {

/// Where one can stand: a 25 cm grid about the heart with the floor's height and the distance to the next obstacle.
/// Immutable.
class FreeFloor {
public:
    struct Options {
        glm::vec2 low{-16}, high{16}; ///< x and z that the grid covers
        std::optional<float> deck;    ///< the action is on a deck above the land: its height
        std::optional<float> water;
        bool walled = false;          ///< beyond the grid is a wall (rooms)
        std::vector<bool> furniture;  ///< by object number: nobody stands on it, however low
        std::vector<glm::vec2> seeds; ///< where people are known to stand; what cannot be walked to from any of them is
                                      ///< shut (insides of houses)
    };
    FreeFloor(const SightIndex& sight, Terrain terrain, const Options& options);

    /// The same floor with other obstacles on it.
    std::shared_ptr<const FreeFloor> with(const SightIndex& sight) const { return std::make_shared<const FreeFloor>(sight, m_terrain, m_options); }

    static constexpr float cell = .25f;

    bool inside(float x, float z) const;
    /// Height to stand at; the land beyond the grid.
    float height(float x, float z) const;
    std::optional<float> water() const { return m_options.water; }
    /// Metres to the nearest obstacle, wall, drop or water, up to 3; 0 when blocked or beyond the grid.
    float clearance(float x, float z) const;

    std::optional<glm::vec3> freeSpotNear(const glm::vec3& point, float clearRadius,
                                          const std::vector<glm::vec3>& avoid) const;
    bool pathClear(const glm::vec3& a, const glm::vec3& b, float halfWidth = .2f) const;
    std::vector<glm::vec3> path(const glm::vec3& a, const glm::vec3& b) const;

private:
    int index(int x, int z) const { return z * m_nx + x; }
    glm::ivec2 cellOf(float x, float z) const;
    glm::vec3 centre(int x, int z) const;
    bool furniture(std::uint16_t object) const {
        return object < m_options.furniture.size() && m_options.furniture[object];
    }
    void raiseFloors(const SightIndex& sight);
    void blockObstacles(const SightIndex& sight);
    void blockEdges();
    void shutUnreachable();
    void measureClearance();

    Options m_options;
    Terrain m_terrain;
    int m_nx = 0, m_nz = 0;
    std::vector<float> m_floor, m_clearance;
    std::vector<unsigned char> m_blocked;
};

} // namespace rushes::sets
