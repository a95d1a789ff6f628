// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/figures/materials.h"

#include <glm/geometric.hpp>

#include <algorithm>
#include <cmath>

namespace rushes::figures {

float toneOf(const glm::vec3& colour) {
    // A marker sketch is lighter than the thing: middle colours go one grey up, and only near black is dark.
    const float bright = glm::dot(colour, glm::vec3(0.299f, 0.587f, 0.114f));
    constexpr float over[4] = {0.75f, 0.50f, 0.30f, 0.16f};
    int tone = 0;
    while (tone < 4 && bright <= over[tone])
        ++tone;
    return float(tone);
}

geometry::Material cloth(const std::string& name, const glm::vec3& colour, float tintFrom) {
    geometry::Material out;
    out.name = name;
    out.colour = colour;
    const float chroma = std::max({colour.r, colour.g, colour.b}) - std::min({colour.r, colour.g, colour.b});
    out.tinted = chroma > tintFrom;
    out.tone = out.tinted ? std::clamp(toneOf(colour) - 1, 0.0f, 3.0f) : toneOf(colour);
    return out;
}

geometry::Material skinMaterial(const glm::vec3& colour) {
    geometry::Material out;
    out.name = "skin";
    out.colour = colour;
    out.tone = glm::dot(colour, glm::vec3(0.299f, 0.587f, 0.114f)) < 0.5f ? 1 : 0;
    out.hatched = false;
    return out;
}

geometry::Material hairMaterial(const glm::vec3& colour) {
    geometry::Material out;
    out.name = "hair";
    out.colour = colour;
    out.tone = std::min(toneOf(colour), 4.0f);
    out.hatched = false;
    out.softness = geometry::Softness::noCreases;
    return out;
}

geometry::Material faceMaterial(const std::string& name, const glm::vec3& colour, float tone) {
    geometry::Material out;
    out.name = name;
    out.colour = colour;
    out.tone = tone;
    out.hatched = false;
    out.softness = geometry::Softness::noCreases;
    out.castsShadow = false;
    return out;
}

} // namespace rushes::figures
