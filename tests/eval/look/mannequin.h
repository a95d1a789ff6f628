// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/eval/look/solids.h"

#include <array>
#include <vector>

namespace rushes::eval {

/// Colours by part: skin, shirt, trousers, hair, shoes.
using Clothes = std::array<glm::vec3, 5>;

/// Degrees; of pairs the left one first.
struct Pose {
    float pelvis = 0.95f; ///< metres over the ground
    float lean = 0, twist = 0, bend = 0, headTurn = 0;
    std::array<float, 2> shoulder{}, elbow{}, hip{}, knee{};
};

/// A piece of a mannequin, of one of the parts that Clothes has.
struct Limb {
    Solid solid;
    glm::mat4 at{1.0f};
    int part = 0;
};

/// The prototype's person of rounded cones, 1.7 m, facing +Z. Always the same limbs in the same order.
std::vector<Limb> mannequin(const Pose& pose, const glm::mat4& root);

} // namespace rushes::eval
