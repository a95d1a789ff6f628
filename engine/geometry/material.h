// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <glm/vec3.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace rushes::geometry {

/// Detail that is drawn in the tone pass from world position and costs no triangles (facts: patterns of the place language).
enum class PatternKind : std::uint8_t { none, tiles, boards, bricks, cobbles, shingles, grooves, courses, waves, ticks, dots, arcs, ripples, books };

struct Pattern {
    PatternKind kind = PatternKind::none;
    float a = 0, b = 0;    ///< sizes in metres; what they mean depends on the kind
    float density = 1;     ///< share of the cells that are drawn
    float strength = 0.45f;
};

/// Which lines a surface takes: foliage and fur want few, horizons almost none.
enum class Softness : std::uint8_t { allLines, noCreases, silhouetteOnly };

/// Detail drawn per pixel from the mesh's `detail` attribute.
enum class DetailKind : std::uint8_t {
    none,
    eye,  ///< `detail` = x, y of the unit direction from the eye's centre, gaze at 0,0: pupil, iris and highlight are drawn
    hair, ///< `detail` = (1 + t) * (cos a, sin a): a azimuth about the head, t 0 crown … 1 tips: strokes along t are drawn
};

struct Material {
    std::string name;
    float tone = 0;                    ///< grey of the board look, 0 white … 5 black
    glm::vec3 colour{0.8f, 0.8f, 0.8f}; ///< sRGB 0..1, for the clay and colour looks
    bool tinted = false;               ///< the board look shows `colour` too (a figure's coat, a red car), not grey alone
    Pattern pattern;
    Softness softness = Softness::allLines;
    bool hatched = true;     ///< takes hatching in shadow
    bool emits = false;      ///< panes and lamps: never shaded, bright at night
    bool castsShadow = true;
    DetailKind detail = DetailKind::none;
};

} // namespace rushes::geometry
