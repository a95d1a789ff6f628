// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
//
// Normals in 16 bits: the octahedron |x| + |y| + |z| = 1 folded onto a square (Meyer et al., "On floating-point normal vectors",
// 2010), 8 bits each way with zero at 128. shaders/render/surface.glsl does the same.
#pragma once

#include "engine/render/vector_math.h"

#include <glm/vec3.hpp>

#include <cstdint>

namespace rushes::render {

/// The upper half of a word; the normal need not be unit. Neither byte is ever 0.
RUSHES_INLINE std::uint32_t octWord(float x, float y, float z) {
    const float sum = lane::most(lane::size(x) + lane::size(y) + lane::size(z), 1e-9f), a = x / sum, b = y / sum;
    const float foldedA = (1 - lane::size(b)) * (a >= 0 ? 1.0f : -1.0f), foldedB = (1 - lane::size(a)) * (b >= 0 ? 1.0f : -1.0f);
    const float u = z >= 0 ? a : foldedA, v = z >= 0 ? b : foldedB;
    const int qu = int(lane::within(u * 127.0f + 128.5f, 1.0f, 255.0f)), qv = int(lane::within(v * 127.0f + 128.5f, 1.0f, 255.0f));
    return std::uint32_t(qu) << 24 | std::uint32_t(qv) << 16;
}

/// The direction, not unit.
RUSHES_INLINE glm::vec3 octNormal(std::uint32_t word) {
    const float x = (float(int(word >> 24)) - 128) / 127, y = (float(int(word >> 16 & 255u)) - 128) / 127, z = 1 - lane::size(x) - lane::size(y);
    const float t = lane::most(-z, 0.0f);
    return {x + (x >= 0 ? -t : t), y + (y >= 0 ? -t : t), z};
}

} // namespace rushes::render
