// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/figures/hair_shell.h"
#include "engine/figures/head_parts.h"
#include "engine/figures/materials.h"
#include "engine/figures/turns.h"

#include <algorithm>
#include <cmath>

namespace rushes::figures {
namespace {

using glm::vec3;

// Places of the base head in decimetres: lips 6.50 to 6.68, foot of the nose 6.80, chin 6.16, jaw angle (0.6, 6.8, 0.6), ear z 0.5.

/// How far `p` lies inside the upper lip's hair.
float inMoustache(const vec3& p) {
    const float x = std::abs(p.x), low = 6.655f - 0.30f * std::max(0.0f, x - 0.16f);
    return std::min({0.40f - x, 6.795f - 0.12f * x - p.y, p.y - low, p.z - 1.25f});
}

float inGoatee(const vec3& p) {
    const float x = std::abs(p.x);
    return std::max(inMoustache(p), std::min({0.34f - x, 6.70f - p.y, p.y - 6.10f, p.z - 1.05f}));
}

/// Jaw, cheeks up to the corner of the mouth, sideburns.
float inFullBeard(const vec3& p) {
    static constexpr float at[6] = {0.55f, 0.70f, 0.82f, 0.98f, 1.20f, 1.38f};
    static constexpr float to[6] = {7.55f, 7.40f, 6.98f, 6.80f, 6.72f, 6.79f};
    const float cheek = interpolate(p.z, at, to, 6) - p.y;
    const float back = p.y > 6.6f ? p.z - 0.60f : p.z - 0.60f - 0.35f * (6.6f - p.y);
    return std::min({cheek, back, p.y - 6.08f, 0.7f});
}

float inside(Beard beard, const vec3& p) {
    switch (beard) {
    case Beard::none:
        return -1;
    case Beard::moustache:
        return inMoustache(p);
    case Beard::goatee:
        return inGoatee(p);
    case Beard::stubble:
    case Beard::full:
    case Beard::longFull:
        return std::max(inFullBeard(p), inMoustache(p));
    }
    return -1;
}

/// Metres the hair stands off the skin, thin along its rim.
float thickness(Beard beard, const vec3& p, float depth) {
    if (beard == Beard::stubble) return 0.0012f;
    const float chin = smoothStep(6.62f, 6.25f, p.y) * smoothStep(0.7f, 1.3f, p.z);
    const float most = beard == Beard::moustache ? 0.008f : 0.009f + (beard == Beard::goatee ? 0.006f : 0.012f) * chin;
    return 0.0015f + most * smoothStep(0, 0.16f, depth);
}

std::vector<bool> mouthVertices(const BakedData& d) {
    std::vector<bool> out(d.vertices.size());
    const auto& body = d.triangles[std::size_t(Group::body)];
    for (std::size_t t = 0; t < body.size(); ++t)
        if (d.bodyMask[t] & (faceMask::lips | faceMask::insideMouth))
            for (const auto v : body[t]) out[v] = true;
    return out;
}

} // namespace

std::vector<Layer> beardLayers(const Tailor& tailor, Palette& palette, const CharacterDesign& design) {
    if (design.beard == Beard::none || design.ageYears < 15) return {};
    const BakedData& d = tailor.data;
    const std::vector<bool> mouth = mouthVertices(d);
    Field field(d.vertices.size(), -1);
    for (std::uint32_t v = 0; v < d.vertexCount[std::size_t(Group::body)]; ++v)
        field[v] = mouth[v] || d.vertices[v].y > 7.7f || d.vertices[v].y < 5.9f ? -0.05f : inside(design.beard, d.vertices[v]);
    geometry::Material hair = hairMaterial(design.beard == Beard::stubble ? glm::mix(design.colours.skin, design.colours.hair, 0.35f) : design.colours.hair);
    hair.name = "beard";
    const Tailor fine = tailor.finer();
    Layer layer = cutOut(fine, Group::body, field, palette.surface(design.beard == Beard::stubble ? "skin" : "beard", hair));
    for (const Combo& combo : layer.combos) layer.offset.push_back(thickness(design.beard, combo.of(d.vertices), combo.of(field)));
    settle(fine, layer, design.beard == Beard::stubble ? 0 : 1);
    if (design.beard == Beard::longFull)
        for (std::size_t i = 0; i < layer.rest.size(); ++i) {
            const vec3 p = layer.combos[i].of(d.vertices);
            const float hang = smoothStep(6.58f, 6.15f, p.y) * smoothStep(0.75f, 1.35f, p.z) * smoothStep(0.75f, 0.1f, std::abs(p.x));
            layer.rest[i] += vec3(-layer.rest[i].x * 0.25f * hang, -0.115f * hang * tailor.headSize, 0.004f * hang);
        }
    layer.facial = true;
    layer.fits = true;
    layer.grounds = false;
    std::vector<Layer> out;
    out.push_back(std::move(layer));
    return out;
}

} // namespace rushes::figures
