// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/render/raster.h"

#include "engine/render/vector_math.h"

#include <cstring>

namespace rushes::render {
namespace {

constexpr int kLanes = 8; ///< pixels that are tested together

/// An edge from its upper to its lower end. Triangles that share it compute the same column for a row, so no pixel between them
/// is missed or drawn twice.
struct Edge {
    double x, y, perRow;
    RUSHES_INLINE double at(double row) const { return x + (row - y) * perRow; }
};

RUSHES_INLINE Edge edgeOf(const ScreenTriangle& t, int upper, int lower) {
    const double rows = double(t.y[lower]) - double(t.y[upper]);
    return {t.x[upper], t.y[upper], rows > 0 ? (double(t.x[lower]) - double(t.x[upper])) / rows : 0};
}

/// Where a row of a triangle starts and what it writes there.
struct Span {
    float z, perColumn;
    std::uint32_t number;
    int from, to; ///< of the lanes
};

// The compiler unrolls a loop over eight lanes before it looks for vectors, so they are spelt out.
typedef float Floats __attribute__((vector_size(kLanes * 4)));
typedef std::int32_t Numbers __attribute__((vector_size(kLanes * 4)));
constexpr Numbers kEach = {0, 1, 2, 3, 4, 5, 6, 7};

template <bool kSeen> RUSHES_INLINE void fillSpan(const Span& s, float* __restrict depth, std::uint32_t* __restrict owner) {
    const Floats climb = s.perColumn * __builtin_convertvector(kEach, Floats);
    for (int from = 0; from < s.to; from += kLanes) {
        Floats old;
        std::memcpy(&old, depth + from, sizeof(old));
        const Floats z = s.z + s.perColumn * float(from) + climb;
        const Numbers write = (kSeen ? z > old : z < old) & (kEach < s.to - from) & (kEach >= s.from - from), keep = ~write;
        const auto now = (Floats)(((Numbers)z & write) | ((Numbers)old & keep)); // casts of such vectors keep the bits
        std::memcpy(depth + from, &now, sizeof(now));
        if constexpr (!kSeen) continue;
        Numbers numbers;
        std::memcpy(&numbers, owner + from, sizeof(numbers));
        numbers = (std::int32_t(s.number) & write) | (numbers & keep);
        std::memcpy(owner + from, &numbers, sizeof(numbers));
    }
}

template <bool kSeen> RUSHES_INLINE void fillOne(const RasterPlanes& p, const RowRange& rows, const ScreenTriangle& t) {
    int top = 0, middle = 1, bottom = 2;
    const auto sort = [&](int& a, int& b) {
        if (t.y[a] <= t.y[b]) return;
        const int other = a;
        a = b;
        b = other;
    };
    sort(top, middle);
    sort(middle, bottom);
    sort(top, middle);
    const auto clamped = [](int v, int low, int high) { return v < low ? low : v > high ? high : v; };
    const int firstRow = clamped(firstCentre(t.y[top]), rows.first, rows.last), lastRow = clamped(firstCentre(t.y[bottom]), rows.first, rows.last);
    if (firstRow >= lastRow) return;
    const Edge whole = edgeOf(t, top, bottom), upper = edgeOf(t, top, middle), lower = edgeOf(t, middle, bottom);
    for (int y = firstRow; y < lastRow; ++y) {
        const double row = y + 0.5, a = whole.at(row), b = row < double(t.y[middle]) ? upper.at(row) : lower.at(row);
        const int from = clamped(firstCentre(a < b ? a : b), 0, p.width), to = clamped(firstCentre(a < b ? b : a), 0, p.width);
        if (from >= to) continue;
        // Lanes start where those of other triangles do: a read that overlaps the last write only in part would wait for it.
        const std::size_t at = std::size_t(y) * std::size_t(p.width) + std::size_t(from);
        const int before = int(at % kLanes), first = from - before;
        const Span span{float(t.depth + t.perColumn * first + t.perRow * y), float(t.perColumn), t.number, before, before + to - from};
        fillSpan<kSeen>(span, p.depth + (at - std::size_t(before)), kSeen ? p.owner + (at - std::size_t(before)) : nullptr);
    }
}

} // namespace

RUSHES_ROWS void fillSeen(const RasterPlanes& planes, RowRange rows, const std::vector<ScreenTriangle>& triangles, const std::vector<std::uint32_t>& which) {
    for (const std::uint32_t i : which) fillOne<true>(planes, rows, triangles[i]);
}

RUSHES_ROWS void fillShadows(const RasterPlanes& planes, RowRange rows, const std::vector<ScreenTriangle>& triangles, const std::vector<std::uint32_t>& which) {
    for (const std::uint32_t i : which) fillOne<false>(planes, rows, triangles[i]);
}

} // namespace rushes::render
