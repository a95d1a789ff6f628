// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <span>
#include <string_view>

namespace rushes::brush {

/// What is painted with.
enum class BrushKind { pencil, ink, marker, gouache, air, eraser };

/// A brush as it is held: kind, size, strength, colour.
struct BrushTip {
    BrushKind kind = BrushKind::ink;
    float radius = 6;  ///< pixels of the picture, at full pressure
    float opacity = 1; ///< 0..1
    std::array<float, 3> colour{0, 0, 0}; ///< sRGB, 0..1
};

constexpr float kSmallestRadius = 0.5f, kLargestRadius = 300;

/// How a kind of brush works, in the terms of MyPaint's brush settings (mypaint.app, "Brush settings"). Ours: no brush pack is needed.
struct BrushModel {
    BrushKind kind;
    std::string_view name; ///< an English word for it
    float opaque;          ///< of one dab at full pressure
    float thinOpaque;      ///< share of it that is left at no pressure
    float thinRadius;      ///< radius at no pressure, share of that at full pressure
    float hardness;        ///< 0 soft .. 1 sharp edge
    float dabs;            ///< per actual radius of way
    float scatter;         ///< of dabs, in radii
    float sizeNoise;       ///< of radii, in e-folds
    float smudge;          ///< colour taken along from the paint, 0..1
    float smudgeLength;    ///< how long it is carried, 0..1
    float ratio;           ///< of the dab's sides
    float angle;           ///< of the dab's long side, degrees
    float slow;            ///< how much the line is smoothed
};

std::span<const BrushModel> brushModels();
const BrushModel& modelOf(BrushKind kind);

/// The next size up or down: steps that feel alike at all sizes, within the limits.
float nextRadius(float radius, int steps);

} // namespace rushes::brush
