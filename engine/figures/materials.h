// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/geometry/material.h"

#include <string>

namespace rushes::figures {

/// The marker grey (0 white … 4 near black) that stands for a colour's brightness.
float toneOf(const glm::vec3& colour);

/// Cloth: shows its colour in the board look when it is more colourful than `tintFrom` (max - min of its channels).
geometry::Material cloth(const std::string& name, const glm::vec3& colour, float tintFrom);
/// Skin keeps near paper white in the board look; only dark skin takes the first grey.
geometry::Material skinMaterial(const glm::vec3& colour);
geometry::Material hairMaterial(const glm::vec3& colour);
/// Small flat things of the face: no hatching, no inner lines, no shadow of their own.
geometry::Material faceMaterial(const std::string& name, const glm::vec3& colour, float tone);

} // namespace rushes::figures
