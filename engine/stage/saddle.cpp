// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/stage/saddle.h"

#include <algorithm>
#include <cmath>

namespace rushes::stage {

float backHeight(const StagedProp& ridden) {
    constexpr float seat = 0.16f; // metres about its origin, over which the rider is, that a rider covers
    const auto& mesh = *ridden.prop->mesh;
    float top = 0;
    for (const glm::vec3& p : mesh.positions)
        if (std::abs(p.z) * ridden.scale < seat && std::abs(p.x) * ridden.scale < seat) top = std::max(top, p.y);
    return top * ridden.scale;
}

float saddleLift(const StagedPerson& rider, const std::string& act, const StagedProp& ridden) {
    const float grown = float(rider.figure->height()) / 1.72f;
    const float flesh = 0.1f * grown; // from the hip joints to what one sits on
    figures::Performance sits;
    sits.motion = act;
    const float hips = rider.figure->landmarks(figures::evaluate(*rider.figure, sits)).hips.y;
    return std::max(0.0f, backHeight(ridden) + flesh - hips);
}

} // namespace rushes::stage
