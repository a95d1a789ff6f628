// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/sets/material_table.h"
#include "engine/sets/shapes.h"

namespace rushes::sets {

/// How much of a front is drawn, by its distance to the heart: panes only, frames, everything.
enum class FrontDetail { far, middle, near };

enum class WindowKind { sash, french, plain, strip };

/// A flat quad facing +Z at depth `z`.
inline void frontQuad(Soup& soup, double x0, double y0, double x1, double y1, double z, std::uint32_t material,
                      int part = -1) {
    soup.quad({glm::dvec3(x0, y0, z), glm::dvec3(x1, y0, z), glm::dvec3(x1, y1, z), glm::dvec3(x0, y1, z)}, {0, 0, 1},
              material, part);
}

struct WindowSpec {
    double x = 0, y = 0, width = 1, height = 1; ///< `x` is its middle
    WindowKind kind = WindowKind::sash;
    FrontDetail detail = FrontDetail::near;
    bool lit = false;
};

/// A window seen from outside, on the wall at z = 0.
void outsideWindow(Soup& soup, const WindowSpec& window, const MaterialTable& materials);

} // namespace rushes::sets
