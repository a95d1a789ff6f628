// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/geometry/material.h"
#include "engine/render/view.h"

namespace rushes::render {

/// Display-referred colour of the paper.
constexpr glm::vec3 kPaper{1.0f, 1.0f, 0.985f};
constexpr glm::vec3 kInk{0.055f, 0.055f, 0.06f};

/// What a surface is painted with where the light reaches it and where it does not; sRGB 0..1.
struct Paint {
    glm::vec3 lit{1}, shade{1};
};

/// The marker grey of a tone; figures have their own, slightly lighter set.
float markerGrey(float tone, bool figure);

Paint paintOf(const geometry::Material& material, bool figure, Look look, const Atmosphere& air);
/// Variant `index` (see packed_mesh.h) of an eye or of hair.
Paint paintOfVariant(const geometry::Material& material, std::uint32_t index, bool figure, Look look, const Atmosphere& air);
/// Light of the clay and colour looks; a surface shows its colour times ambient + sky * (share of sky above it) + sun * cosine.
struct LitLight {
    glm::vec3 ambient, sky, sun;
};
LitLight litLight(Look look, const Atmosphere& air);
/// Colour of the sky at a sine of elevation.
glm::vec3 skyColour(float elevation, Look look, const Atmosphere& air);
/// What far things fade to.
glm::vec3 fogColour(Look look, const Atmosphere& air);
/// Light that night leaves on everything, for the set and for figures; 1 by day.
glm::vec3 nightLight(Look look, const Atmosphere& air, bool figure);

/// What the moon adds to that where it shines; black by day and indoors.
glm::vec3 moonLight(const Atmosphere& air);

std::uint32_t packColour(const glm::vec3& colour);

} // namespace rushes::render
