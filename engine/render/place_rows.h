// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/render/surface_rows.h"

namespace rushes::render {

/// Some columns of a row: the surface there, and where a pixel lies on it.
struct SurfaceLists {
    const float *z, *nx, *ny, *nz, *px, *py, *pz;
};
struct PlaceLists {
    float *u, *v, *footU, *footV, *foot, *across, *footAcross;
};

/// Rays of a row.
struct Basis {
    float fx, fy, fz; ///< ray at column 0
    float dx, dy, dz; ///< change a column
    float ux, uy, uz; ///< change a row
};
Basis basisOf(const RowCamera& camera, int y);

/// Where a pixel lies on its surface and how much of it it covers, from the plane through the point: fills all but `across` and
/// `footAcross`. `face`: one normal in all columns.
void coordinateRow(const SurfaceLists& surface, const PlaceLists& places, Columns columns, const Basis& basis, float perY, bool face);
/// The same for hatching: `across` and `footAcross`, along the axis that its lines cross.
void acrossRow(const SurfaceLists& surface, const PlaceLists& places, Columns columns, const Basis& basis, bool face);

struct HatchRule {
    float period;       ///< samples from line to line, on the set
    float figurePeriod; ///< on figures
};
struct HatchLists {
    const float *across, *footAcross;
    const std::uint32_t* flags;
    const std::uint8_t* shade;
    const std::int32_t* id;
    const float *anchorX, *anchorY; ///< by id
};
/// Lines in the shade, ink 0..1. On the set they are fixed to the world and every second one fades as they crowd; on a figure they
/// hang on the figure's root. `same`: one surface in all columns.
void hatchRow(const HatchLists& lists, Columns columns, int y, const HatchRule& rule, bool same, float* hatch);

} // namespace rushes::render
