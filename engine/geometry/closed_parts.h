// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/geometry/mesh.h"

namespace rushes::geometry {

/// One entry a triangle: 1 when it belongs to a closed shell that faces outwards, so that an eye outside the shell never sees its
/// back. Corners at one place are one corner; a shell is closed when each edge is walked once in each direction for every time it
/// is walked at all. Sheets, and hollows that are seen from within, get 0.
std::vector<std::uint8_t> closedTriangles(const Mesh& mesh);

} // namespace rushes::geometry
