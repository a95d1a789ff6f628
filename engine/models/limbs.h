// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/models/model.h"

#include <array>
#include <vector>

namespace rushes::models {

/// The joints of a person that a walk needs, as indices into Model::joints; -1 where there is none. Sides: 0 left, 1 right.
struct Limbs {
    int hips = -1, neck = -1, head = -1;
    std::vector<int> spine; ///< from above the hips to below the neck
    std::array<int, 2> clavicle{-1, -1}, upperArm{-1, -1}, lowerArm{-1, -1}, hand{-1, -1};
    std::array<int, 2> thigh{-1, -1}, calf{-1, -1}, foot{-1, -1}, toe{-1, -1};

    /// Enough to be moved like a person: hips, both arms and legs to hand and foot, and a neck or head, each below the one before.
    bool whole() const;
};

/// Finds them by name, as Mixamo, CMU, MakeHuman, VRM, Rigify, Unreal, Biped, Daz and plain English write them.
Limbs limbsOf(const std::vector<Joint>& joints);

} // namespace rushes::models
