// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/figures/garment.h"

#include <vector>

namespace rushes::figures {

/// Eyeballs with iris, pupil and highlight as caps of their own, brows, lashes, teeth, tongue, and the line between the
/// lips. Smaller levels leave out what would not be seen.
std::vector<Layer> faceParts(const Tailor& tailor, Palette& palette, const CharacterDesign& design);

/// The style's hair as shells over the skull, and the headwear.
std::vector<Layer> hairAndHats(const Tailor& tailor, Palette& palette, const CharacterDesign& design);

/// Beard and moustache: a sheet grown from the skin, so that it follows the mouth. None for children.
std::vector<Layer> beardLayers(const Tailor& tailor, Palette& palette, const CharacterDesign& design);

/// The body's skin where `bare` is above 0, with lips and the inside of the mouth in their own materials.
Layer skinLayer(const Tailor& tailor, Palette& palette, const CharacterDesign& design, const Field& bare);

/// Triangles of a group, whole.
Layer wholeGroup(const Tailor& tailor, Group group, std::uint16_t surface);

} // namespace rushes::figures
