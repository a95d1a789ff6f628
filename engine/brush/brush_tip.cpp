// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/brush/brush_tip.h"

#include <algorithm>
#include <cmath>

namespace rushes::brush {

std::span<const BrushModel> brushModels() {
    // clang-format off
    static constexpr BrushModel models[] = {
        // kind               name       opaque thin  thinR  hard   dabs scatter noise smudge length ratio angle slow
        {BrushKind::pencil,  "Pencil",   0.90f, 0.08f, 0.65f, 0.75f, 4.0f, 0.22f, 0.12f, 0,     0,    1,    0,    0.3f},
        {BrushKind::ink,     "Ink",      1.00f, 1.00f, 0.25f, 0.92f, 5.0f, 0,     0,     0,     0,    1,    0,    1.2f},
        {BrushKind::marker,  "Marker",   1.00f, 0.80f, 0.90f, 0.93f, 5.0f, 0,     0,     0,     0,    2.4f, 50,   0.5f},
        {BrushKind::gouache, "Gouache",  1.00f, 0.55f, 0.60f, 0.86f, 5.0f, 0.05f, 0.06f, 0.06f, 0.5f, 1.4f, 35,   0.3f},
        {BrushKind::air,     "Airbrush", 0.50f, 0.00f, 0.90f, 0.20f, 3.0f, 0,     0,     0,     0,    1,    0,    0.2f},
        {BrushKind::eraser,  "Eraser",   1.00f, 0.40f, 0.70f, 0.85f, 5.0f, 0,     0,     0,     0,    1,    0,    0.3f},
    };
    // clang-format on
    return models;
}

const BrushModel& modelOf(BrushKind kind) {
    const auto models = brushModels();
    return *std::find_if(models.begin(), models.end(), [kind](const BrushModel& model) { return model.kind == kind; });
}

float nextRadius(float radius, int steps) {
    constexpr float step = 1.25f;
    return std::clamp(radius * std::pow(step, float(steps)), kSmallestRadius, kLargestRadius);
}

} // namespace rushes::brush
