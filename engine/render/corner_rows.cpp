// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/render/corner_rows.h"

#include "engine/render/oct_normal.h"
#include "engine/render/packed_mesh.h"
#include "engine/render/raster.h"
#include "engine/render/vector_math.h"

#include <algorithm>

namespace rushes::render {
namespace {

constexpr int kBlock = 256; ///< vertices that are taken apart at a time

/// Values of some vertices, a list each.
struct Block {
    float x[kBlock], y[kBlock], z[kBlock], w[kBlock];
};

struct ClipRule {
    float m[4][4]; ///< columns
};

template <int kFloats> RUSHES_INLINE void clipBlock(const float* __restrict vertices, int n, const ClipRule& r, Block& out) {
    float *__restrict ox = out.x, *__restrict oy = out.y, *__restrict oz = out.z, *__restrict ow = out.w;
    RUSHES_APART for (int i = 0; i < n; ++i) {
        const float a = vertices[i * kFloats], b = vertices[i * kFloats + 1], c = vertices[i * kFloats + 2];
        ox[i] = (r.m[0][0] * a + r.m[1][0] * b) + (r.m[2][0] * c + r.m[3][0]);
        oy[i] = (r.m[0][1] * a + r.m[1][1] * b) + (r.m[2][1] * c + r.m[3][1]);
        oz[i] = (r.m[0][2] * a + r.m[1][2] * b) + (r.m[2][2] * c + r.m[3][2]);
        ow[i] = (r.m[0][3] * a + r.m[1][3] * b) + (r.m[2][3] * c + r.m[3][3]);
    }
}

struct ScreenRule {
    float width, height, guardX, guardY;
};
struct CornerLists {
    float *x, *y, *z, *inverseW, *gridX, *gridY;
    std::int32_t *column, *row;
    std::uint32_t* sides;
};

/// firstCentre() of a place on the grid: floats hold that exactly.
RUSHES_INLINE int centreBehind(float place) {
    const float shifted = place - 0.5f + 16384;
    const int whole = int(shifted);
    return whole - 16384 + (float(whole) < shifted ? 1 : 0);
}

RUSHES_ROWS void screenBlock(const Block& in, int n, const ScreenRule r, const CornerLists o) {
    const float *__restrict cx = in.x, *__restrict cy = in.y, *__restrict cz = in.z, *__restrict cw = in.w;
    float *__restrict ox = o.x, *__restrict oy = o.y, *__restrict oz = o.z, *__restrict ow = o.inverseW, *__restrict gx = o.gridX, *__restrict gy = o.gridY;
    std::int32_t *__restrict column = o.column, *__restrict row = o.row;
    std::uint32_t* __restrict sides = o.sides;
    RUSHES_APART for (int i = 0; i < n; ++i) {
        const float x = cx[i], y = cy[i], z = cz[i], w = cw[i];
        const std::uint32_t cut = (z > w ? nearer : 0u) | (z < 0 ? farther : 0u) | (lane::size(x) > r.guardX * w ? beyondGuard : 0u) | (lane::size(y) > r.guardY * w ? beyondGuard : 0u);
        sides[i] = (x < -w ? left : 0u) | (x > w ? right : 0u) | (y < -w ? above : 0u) | (y > w ? below : 0u) | cut;
        const float per = cut ? 0.0f : 1 / w;
        const float px = (x * per * 0.5f + 0.5f) * r.width, py = (y * per * 0.5f + 0.5f) * r.height;
        ox[i] = px;
        oy[i] = py;
        oz[i] = z * per;
        ow[i] = per;
        gx[i] = onGrid(px);
        gy[i] = onGrid(py);
        column[i] = centreBehind(onGrid(px));
        row[i] = centreBehind(onGrid(py));
    }
}

RUSHES_ROWS void clipBlockPlain(const float* vertices, int n, const ClipRule& r, Block& out) { clipBlock<sizeof(PackedVertex) / 4>(vertices, n, r, out); }
RUSHES_ROWS void clipBlockDetail(const float* vertices, int n, const ClipRule& r, Block& out) { clipBlock<sizeof(PackedDetailVertex) / 4>(vertices, n, r, out); }

struct NormalLists {
    float *x, *y, *z;
};

/// Rows of the matrix times the normal, as the shader does it.
template <int kFloats> RUSHES_INLINE void normalBlock(const std::uint32_t* __restrict words, const float* __restrict per, int n, const glm::mat3& m, const NormalLists& o) {
    float *__restrict ox = o.x, *__restrict oy = o.y, *__restrict oz = o.z;
    const float m00 = m[0].x, m01 = m[0].y, m02 = m[0].z, m10 = m[1].x, m11 = m[1].y, m12 = m[1].z, m20 = m[2].x, m21 = m[2].y, m22 = m[2].z;
    RUSHES_APART for (int i = 0; i < n; ++i) {
        const std::uint32_t word = words[i * kFloats];
        const float ex = (float(int(word >> 24)) - 128) / 127, ey = (float(int(word >> 16 & 255u)) - 128) / 127, z = 1 - lane::size(ex) - lane::size(ey);
        const float t = lane::most(-z, 0.0f), x = ex + (ex >= 0 ? -t : t), y = ey + (ey >= 0 ? -t : t);
        const float a = m00 * x + m01 * y + m02 * z, b = m10 * x + m11 * y + m12 * z, c = m20 * x + m21 * y + m22 * z;
        const float k = per[i] / std::sqrt(a * a + b * b + c * c);
        ox[i] = a * k;
        oy[i] = b * k;
        oz[i] = c * k;
    }
}

RUSHES_ROWS void normalBlockPlain(const std::uint32_t* words, const float* per, int n, const glm::mat3& m, const NormalLists& o) {
    normalBlock<sizeof(PackedVertex) / 4>(words, per, n, m, o);
}
RUSHES_ROWS void normalBlockDetail(const std::uint32_t* words, const float* per, int n, const glm::mat3& m, const NormalLists& o) {
    normalBlock<sizeof(PackedDetailVertex) / 4>(words, per, n, m, o);
}

CornerLists listsOf(ScreenCorners& c, std::size_t at) {
    return {c.x.data() + at, c.y.data() + at, c.z.data() + at, c.inverseW.data() + at, c.gridX.data() + at, c.gridY.data() + at, c.column.data() + at, c.row.data() + at, c.sides.data() + at};
}

ScreenRule ruleOf(const ScreenSize& size) { return {float(size.width), float(size.height), size.guard.x, size.guard.y}; }

} // namespace

void ScreenCorners::resize(std::size_t count) {
    for (auto* list : {&x, &y, &z, &inverseW, &gridX, &gridY}) list->resize(count);
    column.resize(count);
    row.resize(count);
    sides.resize(count);
}

void CornerNormals::resize(std::size_t count) {
    for (auto* list : {&x, &y, &z, &u, &v}) list->resize(count);
}

void placeCorners(const VertexSource& source, const glm::mat4& clip, const ScreenSize& size, ScreenCorners& corners, std::size_t first) {
    ClipRule rule{};
    for (int column = 0; column < 4; ++column)
        for (int row = 0; row < 4; ++row) rule.m[column][row] = clip[column][row];
    const bool plain = source.stride == sizeof(PackedVertex);
    Block block;
    for (std::uint32_t i = 0; i < source.count; i += kBlock) {
        const int n = int(std::min<std::uint32_t>(kBlock, source.count - i));
        (plain ? clipBlockPlain : clipBlockDetail)(reinterpret_cast<const float*>(source.bytes + i * source.stride), n, rule, block);
        screenBlock(block, n, ruleOf(size), listsOf(corners, first + i));
    }
}

void placeCorner(const glm::vec4& clip, const ScreenSize& size, ScreenCorners& corners, std::size_t at) {
    Block block;
    block.x[0] = clip.x;
    block.y[0] = clip.y;
    block.z[0] = clip.z;
    block.w[0] = clip.w;
    screenBlock(block, 1, ruleOf(size), listsOf(corners, at));
}

void placeNormals(const VertexSource& source, const glm::mat3& matrix, const ScreenCorners& corners, CornerNormals& normals, std::size_t first) {
    const bool plain = source.stride == sizeof(PackedVertex);
    const NormalLists lists{normals.x.data() + first, normals.y.data() + first, normals.z.data() + first};
    const auto* words = reinterpret_cast<const std::uint32_t*>(source.bytes + offsetof(PackedVertex, word));
    static_assert(offsetof(PackedVertex, word) == offsetof(PackedDetailVertex, word));
    (plain ? normalBlockPlain : normalBlockDetail)(words, corners.inverseW.data() + first, int(source.count), matrix, lists);
    for (std::uint32_t i = 0; i < source.count && !plain; ++i) {
        const auto& vertex = *reinterpret_cast<const PackedDetailVertex*>(source.bytes + i * source.stride);
        normals.u[first + i] = vertex.detail.x * corners.inverseW[first + i];
        normals.v[first + i] = vertex.detail.y * corners.inverseW[first + i];
    }
}

} // namespace rushes::render
