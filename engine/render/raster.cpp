// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/render/raster.h"

#include "engine/render/vector_math.h"

#include <cstring>

namespace rushes::render {
namespace {

constexpr int kLanes = 8;  ///< pixels, or rows, that are looked at together
constexpr int kShort = 24; ///< pixels in a row that are sooner drawn than looked up

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
typedef double Doubles __attribute__((vector_size(kLanes * 8)));
constexpr Numbers kEach = {0, 1, 2, 3, 4, 5, 6, 7};

enum class Fill { shadow, seen, seenWithLeast };

/// The last kind returns the least depth of the blocks it went over.
template <Fill kFill> RUSHES_INLINE float fillSpan(const Span& s, float* __restrict depth, std::uint32_t* __restrict owner) {
    constexpr bool kSeen = kFill != Fill::shadow;
    Floats least = {1e30f, 1e30f, 1e30f, 1e30f, 1e30f, 1e30f, 1e30f, 1e30f};
    const Floats climb = s.perColumn * __builtin_convertvector(kEach, Floats);
    for (int from = 0; from < s.to; from += kLanes) {
        Floats old;
        std::memcpy(&old, depth + from, sizeof(old));
        const Floats z = s.z + s.perColumn * float(from) + climb;
        const Numbers write = (kSeen ? z > old : z < old) & (kEach < s.to - from) & (kEach >= s.from - from), keep = ~write;
        const auto now = (Floats)(((Numbers)z & write) | ((Numbers)old & keep)); // casts of such vectors keep the bits
        std::memcpy(depth + from, &now, sizeof(now));
        if constexpr (!kSeen) continue;
        if constexpr (kFill == Fill::seenWithLeast) least = now < least ? now : least;
        Numbers numbers;
        std::memcpy(&numbers, owner + from, sizeof(numbers));
        numbers = (std::int32_t(s.number) & write) | (numbers & keep);
        std::memcpy(owner + from, &numbers, sizeof(numbers));
    }
    if constexpr (kFill != Fill::seenWithLeast) return 0;
    float farthest = least[0];
    for (int lane = 1; lane < kLanes; ++lane) farthest = lane::least(farthest, least[lane]);
    return farthest;
}

/// One block of lanes, of which those from `from` to before `to` are the triangle's.
template <bool kSeen> RUSHES_INLINE void fillBlock(const Floats& z, int from, int to, std::uint32_t number, float* __restrict depth, std::uint32_t* __restrict owner) {
    Floats old;
    std::memcpy(&old, depth, sizeof(old));
    const Numbers write = (kSeen ? z > old : z < old) & (kEach < to) & (kEach >= from), keep = ~write;
    const auto now = (Floats)(((Numbers)z & write) | ((Numbers)old & keep));
    std::memcpy(depth, &now, sizeof(now));
    if constexpr (!kSeen) return;
    Numbers numbers;
    std::memcpy(&numbers, owner, sizeof(numbers));
    numbers = (std::int32_t(number) & write) | (numbers & keep);
    std::memcpy(owner, &numbers, sizeof(numbers));
}

RUSHES_INLINE std::uint32_t* ownersOf(const RasterPlanes& p, int y) { return p.owner + std::ptrdiff_t(y - p.ownersFrom) * p.width; }

/// Pixels `from` to before `to` of a row.
template <Fill kFill> RUSHES_INLINE float fillPixels(const RasterPlanes& p, const ScreenTriangle& t, int y, int from, int to) {
    // Lanes start where those of other triangles do: a read that overlaps the last write only in part would wait for it.
    const std::size_t at = std::size_t(y) * std::size_t(p.width) + std::size_t(from);
    const int before = int(at % kLanes), first = from - before;
    const Span span{float(t.depth + t.perColumn * first + t.perRow * y), float(t.perColumn), t.number, before, before + to - from};
    return fillSpan<kFill>(span, p.depth + (at - std::size_t(before)), kFill != Fill::shadow ? ownersOf(p, y) + first : nullptr);
}

/// The same, stretch by stretch, leaving out those that are hidden altogether.
RUSHES_INLINE void fillStretches(const RasterPlanes& p, const ScreenTriangle& t, int y, int from, int to) {
    constexpr int kStretch = RasterPlanes::kStretch;
    float* farthest = p.farthest + std::size_t(y) * std::size_t(p.stretches());
    const double row = t.depth + t.perRow * y;
    for (int stretch = from / kStretch; stretch * kStretch < to; ++stretch) {
        const int low = stretch * kStretch, first = from > low ? from : low, last = to < low + kStretch ? to : low + kStretch;
        const float a = float(row + t.perColumn * first), b = float(row + t.perColumn * (last - 1));
        if (lane::most(a, b) <= farthest[stretch] * (1 - 1e-6f)) continue; // rounding along the row stays below that
        const bool whole = first == low && last == (low + kStretch < p.width ? low + kStretch : p.width);
        // What lies beside the stretch in the first and last block can only make the least smaller.
        if (whole) farthest[stretch] = fillPixels<Fill::seenWithLeast>(p, t, y, first, last);
        else fillPixels<Fill::seen>(p, t, y, first, last);
    }
}

/// The pixels that some rows of a triangle cover.
struct Spans {
    Numbers from, to;
};

/// The first pixels whose centres lie at or behind some places; see firstCentre().
RUSHES_INLINE void firstCentres(const Doubles& place, int width, Numbers& out) {
    const Doubles shifted = place - 0.5 + 16384;
    const Numbers whole = __builtin_convertvector(shifted, Numbers);
    const Doubles cut = __builtin_convertvector(whole, Doubles);
    const Numbers first = whole - 16384 - __builtin_convertvector(cut < shifted, Numbers); // true is -1
    const Numbers none = first * 0, all = none + width, low = first > none ? first : none;
    out = low < all ? low : all;
}

/// Of the rows from `y` on, as many as there are lanes: one by one, each would wait for its own division into pixels.
RUSHES_INLINE Spans spansOf(const Edge& whole, const Edge& upper, const Edge& lower, double middle, int y, int width) {
    const Doubles row = __builtin_convertvector(kEach + y, Doubles) + 0.5;
    const Doubles a = whole.x + (row - whole.y) * whole.perRow, u = upper.x + (row - upper.y) * upper.perRow, l = lower.x + (row - lower.y) * lower.perRow;
    const Doubles b = row < middle ? u : l;
    Spans spans;
    firstCentres(a < b ? a : b, width, spans.from);
    firstCentres(a < b ? b : a, width, spans.to);
    return spans;
}

/// A few rows of a triangle whose pixels all lie in `kBlocks` blocks of lanes from column `left` on: no loops but that of the rows.
template <bool kSeen, int kBlocks> RUSHES_INLINE void fillNarrow(const RasterPlanes& p, const ScreenTriangle& t, int left, const Spans& spans, RowRange rows) {
    const double start[2] = {t.depth + t.perColumn * left, t.depth + t.perColumn * (left + kLanes)};
    const Floats climb = float(t.perColumn) * __builtin_convertvector(kEach, Floats);
    for (int y = rows.first; y < rows.last; ++y) {
        const int from = spans.from[y - rows.first] - left, to = spans.to[y - rows.first] - left;
        float* depth = p.depth + std::size_t(y) * std::size_t(p.width) + std::size_t(left);
        std::uint32_t* owner = kSeen ? ownersOf(p, y) + left : nullptr;
        for (int block = 0; block < kBlocks; ++block) fillBlock<kSeen>(float(start[block] + t.perRow * y) + climb, from - block * kLanes, to - block * kLanes, t.number, depth + block * kLanes, kSeen ? owner + block * kLanes : nullptr);
    }
}

template <bool kSeen> RUSHES_INLINE void fillWide(const RasterPlanes& p, const ScreenTriangle& t, const Spans& spans, RowRange rows) {
    for (int y = rows.first; y < rows.last; ++y) {
        const int from = spans.from[y - rows.first], to = spans.to[y - rows.first];
        if (from >= to) continue;
        if constexpr (!kSeen) fillPixels<Fill::shadow>(p, t, y, from, to);
        else if (to - from < kShort) fillPixels<Fill::seen>(p, t, y, from, to);
        else fillStretches(p, t, y, from, to);
    }
}

/// Rows and columns that a triangle may cover, inside the planes.
struct Box {
    int top, bottom, left, right;
};

/// Whether the triangle lies behind everything in its box.
RUSHES_INLINE bool hidden(const RasterPlanes& p, const ScreenTriangle& t, const Box& box) {
    constexpr int kStretch = RasterPlanes::kStretch, kMost = 64; ///< stretches that are worth looking at
    const int first = box.left / kStretch, last = (box.right - 1) / kStretch;
    if ((last - first + 1) * (box.bottom - box.top) > kMost) return false;
    const double nearest = t.depth + t.perColumn * (t.perColumn > 0 ? box.right : box.left) + t.perRow * (t.perRow > 0 ? box.bottom : box.top);
    const float limit = float(nearest) * (1 + 1e-6f);
    const float* row = p.farthest + std::size_t(box.top) * std::size_t(p.stretches());
    for (int y = box.top; y < box.bottom; ++y, row += p.stretches())
        for (int stretch = first; stretch <= last; ++stretch)
            if (row[stretch] < limit) return false;
    return true;
}

/// The corners from top to bottom.
struct Order {
    int top, middle, bottom;
};
RUSHES_INLINE Order ordered(const ScreenTriangle& t) {
    // Chosen without branches: they would be guessed wrongly half of the time.
    const int later = t.y[0] > t.y[1] ? 1 : 0, high = later, low = 1 - later; // of the first two
    const bool third = t.y[2] < t.y[low], above = t.y[2] < t.y[high];
    return {above ? 2 : high, third ? (above ? high : 2) : low, third ? low : 2};
}

template <bool kSeen> RUSHES_INLINE void fillOne(const RasterPlanes& p, const RowRange& rows, const ScreenTriangle& t) {
    const auto [top, middle, bottom] = ordered(t);
    const auto clamped = [](int v, int low, int high) { return v < low ? low : v > high ? high : v; };
    const int firstRow = clamped(firstCentre(t.y[top]), rows.first, rows.last), lastRow = clamped(firstCentre(t.y[bottom]), rows.first, rows.last);
    if (firstRow >= lastRow) return;
    const float left = lane::least(lane::least(t.x[0], t.x[1]), t.x[2]), right = lane::most(lane::most(t.x[0], t.x[1]), t.x[2]);
    const Box box{firstRow, lastRow, clamped(firstCentre(left), 0, p.width), clamped(firstCentre(right), 0, p.width)};
    if (box.left >= box.right) return;
    if constexpr (kSeen)
        if (hidden(p, t, box)) return;
    const int block = box.left / kLanes * kLanes, blocks = p.width % kLanes ? 3 : (box.right - block + kLanes - 1) / kLanes;
    const Edge whole = edgeOf(t, top, bottom), upper = edgeOf(t, top, middle), lower = edgeOf(t, middle, bottom);
    for (int first = firstRow; first < lastRow; first += kLanes) {
        const Spans spans = spansOf(whole, upper, lower, t.y[middle], first, p.width);
        const RowRange some{first, lastRow - first < kLanes ? lastRow : first + kLanes};
        if (blocks == 1) fillNarrow<kSeen, 1>(p, t, block, spans, some);
        else if (blocks == 2) fillNarrow<kSeen, 2>(p, t, block, spans, some);
        else fillWide<kSeen>(p, t, spans, some);
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
