// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/reading/shot_description.h"
#include "engine/stage/blocking.h"

#include <glm/vec3.hpp>

#include <vector>

namespace rushes::stage {

/// Something of the shot as the camera will see it. Lengths in metres along the frame: x to its right, y up, z towards the camera.
struct Thing {
    std::size_t prop = 0;                       ///< index in Blocking::props
    const reading::Subject* subject = nullptr;
    glm::vec3 half{0};                          ///< half width, height, half depth as seen
    float area = 0;                             ///< square metres that it shows
    glm::vec3 offset{0};                        ///< from the foot of its stack
    float length() const { return area > 0 ? std::sqrt(area) : 0; } ///< side of the square that it fills
};

/// Things that stand on one spot: one on the floor, others on, under and above it, and its own copies beside it.
struct Stack {
    std::vector<Thing> things; ///< the first stands on the floor
    glm::vec3 low{0}, high{0}; ///< box about all of them
    int slot = 0;              ///< order in the frame, left to right; 0 is the main one
    float forward = 0;         ///< metres in front of the main one, where "behind" or "in front of" says so
    bool laps = false;         ///< may stand before or behind its neighbour
    bool forTable = false;     ///< people have it on tables
    bool flies = false;
    bool below = false;        ///< below something too large to rest on it

    float length() const; ///< of its largest thing
};

/// The stacks that the relations ask for, the main one (the largest) first. `toCamera` is a unit vector on the floor; `down` how steeply
/// the camera looks, degrees. Turns every thing so that it shows itself.
std::vector<Stack> stackThings(Blocking& blocking, const reading::ShotDescription& description, const glm::vec3& toCamera, float down);

/// What one keeps on tables: small and dead.
bool belongsOnTable(const reading::Subject& subject, const StagedProp& prop);

} // namespace rushes::stage
