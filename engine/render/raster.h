// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/row_builds.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace rushes::render {

/// Planes that triangles are drawn into, rows without gaps. Room for kRasterPad more elements must lie behind the last row.
struct RasterPlanes {
    int width = 0, height = 0;
    float* depth = nullptr;
    std::uint32_t* owner = nullptr; ///< numbers of triangles, of the rows from `ownersFrom` on; not used by fillShadows()
    /// Of each stretch of kStretch pixels of a row: no pixel is farther. Spares looking at what is hidden; not used by fillShadows().
    float* farthest = nullptr;
    int ownersFrom = 0;
    int stretches() const { return (width + kStretch - 1) / kStretch; }
    static constexpr int kStretch = 64;
};
constexpr std::size_t kRasterPad = 16;

/// Corners in pixels, on the grid of 1/256 (see onGrid), within 16,384 pixels of the origin. A pixel belongs to the triangle that
/// its centre lies in; on a common edge to exactly one of the two.
struct ScreenTriangle {
    float x[3], y[3];
    double depth, perColumn, perRow; ///< at the centre of pixel (0, 0), and its changes
    std::uint32_t number;
};

/// Rounds to the grid that graphics hardware rounds corners to.
RUSHES_INLINE float onGrid(float pixels) {
    const float scaled = pixels * 256.0f;
    return float(int(scaled + (scaled < 0 ? -0.5f : 0.5f))) * (1 / 256.0f);
}

/// The first pixel, in a row or of rows, whose centre lies at or behind `place`.
inline int firstCentre(double place) {
    const double shifted = place - 0.5 + 16384; // so that cutting off is rounding down
    const int whole = int(shifted);
    return whole - 16384 + (double(whole) < shifted ? 1 : 0);
}

/// A stretch of rows, from the first to before the last.
struct RowRange {
    int first = 0, last = 0;
};
/// The rows whose centres a triangle may cover.
inline RowRange rowsOf(const ScreenTriangle& t) { return {firstCentre(std::min({t.y[0], t.y[1], t.y[2]})), firstCentre(std::max({t.y[0], t.y[1], t.y[2]}))}; }

/// False for triangles that lie between two rows or columns of centres.
inline bool coversCentre(const ScreenTriangle& t) {
    if (const RowRange rows = rowsOf(t); rows.first >= rows.last) return false;
    return firstCentre(std::min({t.x[0], t.x[1], t.x[2]})) < firstCentre(std::max({t.x[0], t.x[1], t.x[2]}));
}

/// Larger depth is nearer: writes depth and number where a triangle lies in front of what is there. Only `rows` are touched; the
/// triangles are drawn in the order of `which`.
void fillSeen(const RasterPlanes& planes, RowRange rows, const std::vector<ScreenTriangle>& triangles, const std::vector<std::uint32_t>& which);
/// Smaller depth is nearer: writes depth alone.
void fillShadows(const RasterPlanes& planes, RowRange rows, const std::vector<ScreenTriangle>& triangles, const std::vector<std::uint32_t>& which);

} // namespace rushes::render
