// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/sets/node.h"

#include <glm/vec2.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace rushes::sets {

enum class LandKind { fbm, ridge, dunes, slope, peak, valley, crater, shore, step };

/// One term of the land's height; all are summed.
struct LandTerm {
    LandKind kind = LandKind::fbm;
    double amplitude = 0, scale = 40, seed = 0, x = 0, z = 0, power = .7, bend = 0, length = 60, width = 0, wobble = 2,
           dx = 0, dz = 0, d = 0;
    glm::dvec2 at{0}, keepCentre{0};
    std::optional<glm::dvec2>
        keep; ///< flat inside the first radius, full beyond the second: a stage to act on in any landscape
};

LandTerm readLandTerm(const Node& node);

/// The lie of the land: height in metres at (x, z).
class Terrain {
public:
    Terrain() = default;
    Terrain(std::vector<LandTerm> terms, double base, std::uint32_t seed)
        : m_terms(std::move(terms)), m_base(base), m_seed(seed) {}

    double height(double x, double z) const;
    bool flat() const { return m_terms.empty(); }
    double base() const { return m_base; }

private:
    std::vector<LandTerm> m_terms;
    double m_base = 0;
    std::uint32_t m_seed = 1;
};

} // namespace rushes::sets
