// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/figures/garment.h"

#include <functional>
#include <vector>

namespace rushes::figures {

/// Piecewise linear through (at[i], to[i]); flat outside.
float interpolate(float x, const float* at, const float* to, int count);
/// Height of the natural hairline on the base head, decimetres, by azimuth from the front in degrees.
float hairline(float azimuth);

/// A shell over the skull. Azimuth is degrees from the front, positive to the figure's left; t is 0 at the crown, 1 at
/// the rim.
struct ShellStyle {
    std::function<float(float azimuth, float t)> thickness; ///< metres
    std::function<float(float azimuth)> line = hairline;    ///< height of the rim, decimetres on the base head
    std::function<float(float azimuth)> hang;               ///< metres that hang from the rim; none when empty
    float openDegrees = 60;                                 ///< nothing hangs within this angle from the front
    float hangIn = 0;                                       ///< metres the ends turn inwards
    float wave = 0;
    float jag = 0; ///< uneven rim, decimetres
    int hangRows = 6;
    std::uint64_t seed = 1;
};

/// The head as directions from its middle: finds the skin in a direction as a mean of the nearest head vertices, so
/// shells follow every head shape.
class Skull {
public:
    explicit Skull(const Tailor& tailor);
    Layer shell(const ShellStyle& style, std::uint16_t surface) const;

private:
    Combo skin(const glm::vec3& direction) const;
    /// Elevation in degrees at which the skin along an azimuth comes down to `height`.
    float elevationOf(float azimuth, float height) const;

    const Tailor& m_tailor;
    std::vector<std::uint16_t> m_vertices;
    std::vector<glm::vec3> m_directions;
    static constexpr int cells = 12; ///< buckets per axis over -1 … 1
    std::vector<std::vector<std::uint16_t>> m_buckets;
};

} // namespace rushes::figures
