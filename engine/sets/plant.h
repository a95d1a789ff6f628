// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/sets/material_table.h"
#include "engine/sets/random.h"
#include "engine/sets/shapes.h"

#include <string>

namespace rushes::sets {

/// One plant while it grows.
struct Plant {
    const std::string& kind;
    double h; ///< metres
    int seed;
    bool coarse;
    const MaterialTable& m;
    Random random;
    Soup out;

    double between(double a, double b) { return random.between(a, b); }
};

/// The kinds with a trunk (oak, round, street, birch, poplar, willow, pine, fir, palm, bare); false for others. Leaves are clumps of
/// their own part, so that ink runs round each. At most 1300 triangles, a quarter of that when coarse.
bool growTree(Plant& plant);
void growBush(Plant& plant);

/// A tube with two ends.
inline Patch stick(const glm::dvec3& a, const glm::dvec3& b, double ra, double rb, int n = 6) { return sweep({a, b}, {ra, rb}, n); }

/// Triangles of a grid of points that is already in `patch`: `columns` points per row.
void strip(Patch& patch, std::uint32_t rows, std::uint32_t columns);

} // namespace rushes::sets
