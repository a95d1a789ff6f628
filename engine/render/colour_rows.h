// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

namespace rushes::render {

/// Light of a lit look, display-referred: what comes from everywhere, from the sky above, from the sun.
struct LitRule {
    float ambientR, ambientG, ambientB, skyR, skyG, skyB, sunR, sunG, sunB;
};

struct ColourRule {
    float fogNear, fogPer, fogAmount, fogR, fogG, fogB;
    float patternFar; ///< metres at which patterns begin to pale
    LitRule light;
    float snow, wet;         ///< lies on what looks up, 0..1
    float calm;              ///< takes hard shade off people at night
    float contact;           ///< strength
    float pattern;           ///< 1 on the board, less elsewhere
};

struct ColourLists {
    const std::int32_t* id;
    const std::uint32_t *flags, *paintLit, *paintShade;
    const float *z, *ny, *pattern, *hatch, *near;
    const std::uint8_t *shade, *cast, *turn, *steep;
};

struct ColourOut {
    float *red, *green, *blue, *fade;
};

/// Contact that the board does not draw yet, 0..1.
constexpr float kTouchFrom = 0.30f;

/// What there is to do in a stretch of a row. The last four are for the board without snow: with or without patterns, hatching and contact; `Face`
/// where it is one surface all along.
enum class ColourKind : std::uint8_t { lit, boardInSnow, marked, plain, markedFace, plainFace };

/// Paint, shade, light, marks and air of `count` pixels, none too few; stretches without marks do not look at `pattern`, `hatch` and `near`.
void colourRow(ColourKind kind, const ColourLists& lists, int count, const ColourRule& rule, const ColourOut& out);

} // namespace rushes::render
