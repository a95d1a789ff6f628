// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <glm/mat3x3.hpp>
#include <glm/mat4x4.hpp>
#include <glm/vec2.hpp>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace rushes::render {

/// Which planes of the view a corner lies outside of.
enum Side : std::uint32_t { left = 1, right = 2, above = 4, below = 8, nearer = 16, farther = 32, beyondGuard = 64 };
constexpr std::uint32_t kOutside = left | right | above | below | nearer | farther, kMustCut = nearer | farther | beyondGuard;

/// Corners on the screen, a list a value, so that many are made at a time. All values but `sides` mean nothing where a corner must be
/// cut.
struct ScreenCorners {
    std::vector<float> x, y, z, inverseW; ///< pixels, depth 0..1
    std::vector<float> gridX, gridY;      ///< pixels, see onGrid()
    std::vector<std::int32_t> column, row; ///< first centres at or behind them, see firstCentre()
    std::vector<std::uint32_t> sides;

    std::size_t size() const { return x.size(); }
    void resize(std::size_t count);
};

/// What corners of curved triangles have to interpolate, over w, which makes it linear on the screen.
struct CornerNormals {
    std::vector<float> x, y, z; ///< of the unit normal
    std::vector<float> u, v;    ///< place on an eye or a head of hair
    void resize(std::size_t count);
};

/// Vertices as they lie in memory: PackedVertex, or PackedDetailVertex.
struct VertexSource {
    const std::byte* bytes;
    std::size_t stride; ///< of one of the two
    std::uint32_t count;
};

struct ScreenSize {
    int width, height;
    glm::vec2 guard; ///< corners may lie this many half widths and heights from the middle before a triangle is cut
};

/// Fills corners from `first` on.
void placeCorners(const VertexSource& source, const glm::mat4& clip, const ScreenSize& size, ScreenCorners& corners, std::size_t first);
/// The same from clip space, for one corner.
void placeCorner(const glm::vec4& clip, const ScreenSize& size, ScreenCorners& corners, std::size_t at);
/// Fills normals and places of the same corners; `matrix` as normalMatrix() gives it.
void placeNormals(const VertexSource& source, const glm::mat3& matrix, const ScreenCorners& corners, CornerNormals& normals, std::size_t first);

} // namespace rushes::render
