// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/render/shade_rows.h"

#include "engine/render/vector_math.h"

#include <algorithm>

namespace rushes::render {
namespace {

RUSHES_ROWS int anyFigure(const std::uint32_t* __restrict flags, int n) {
    std::uint32_t bits = 0;
    for (int x = 0; x < n; ++x) bits |= flags[x];
    return bits & kFigure ? 1 : 0;
}

/// Rows of bytes about one row: [0] two above … [4] two below.
struct Rows5 {
    const std::uint8_t* row[5];
};

/// Binomial blur (1 4 6 4 1)² of five rows that lie `step` apart, columns alike; 0..255.
RUSHES_ROWS void blurRow(Rows5 r, int n, int step, std::uint16_t* __restrict column, float* __restrict out) {
    const std::uint8_t *__restrict a = r.row[0], *__restrict b = r.row[1], *__restrict c = r.row[2], *__restrict d = r.row[3], *__restrict e = r.row[4];
    RUSHES_APART for (int x = -8; x < n + 8; ++x) column[x + 8] = std::uint16_t(a[x] + e[x] + 4 * (b[x] + d[x]) + 6 * c[x]);
    const std::uint16_t* __restrict m = column + 8;
    RUSHES_APART for (int x = 0; x < n; ++x)
        out[x] = float(int(m[x - 2 * step]) + int(m[x + 2 * step]) + 4 * (int(m[x - step]) + int(m[x + step])) + 6 * int(m[x])) * (1 / 256.0f);
}

/// Four rows of which every second one is there, two about the first or the middle two: weights in 1/32.
struct HalfRows {
    const std::uint8_t* row[4];
    std::array<int, 4> weight;
};

/// The same blur of rows that lie two apart, what lies between being their mean.
RUSHES_ROWS void blurHalfRow(const HalfRows r, int n, std::uint16_t* __restrict column, float* __restrict out) {
    const std::uint8_t *__restrict a = r.row[0], *__restrict b = r.row[1], *__restrict c = r.row[2], *__restrict d = r.row[3];
    const int wa = r.weight[0], wb = r.weight[1], wc = r.weight[2], wd = r.weight[3];
    RUSHES_APART for (int x = -8; x < n + 8; ++x) column[x + 8] = std::uint16_t(a[x] * wa + b[x] * wb + c[x] * wc + d[x] * wd);
    const std::uint16_t* __restrict m = column + 8;
    RUSHES_APART for (int x = 0; x < n; ++x) out[x] = float(int(m[x - 2]) + int(m[x + 2]) + 4 * (int(m[x - 1]) + int(m[x + 1])) + 6 * int(m[x])) * (1 / 512.0f);
}

/// Shadow's edge for the lit looks: the mean of 25 samples `step` apart that lie about as far away as the middle one does.
struct SoftRows {
    const std::uint8_t* cast[5];
    const float* depth[5];
};
RUSHES_ROWS void softenRow(const SoftRows r, int n, int step, float* __restrict sum, float* __restrict weights, std::int32_t* __restrict scratch, std::uint8_t* __restrict out) {
    const float* __restrict here = r.depth[2];
    for (int x = 0; x < n; ++x) sum[x] = weights[x] = 0;
    const int from = 2 * step, to = n - 2 * step;
    for (int j = 0; j < 5; ++j)
        for (int i = -2; i <= 2; ++i) {
            const std::uint8_t* __restrict cast = r.cast[j] + i * step;
            const float* __restrict depth = r.depth[j] + i * step;
            RUSHES_APART for (int x = from; x < to; ++x) {
                const float w = lane::size(depth[x] - here[x]) < 0.05f * here[x] ? 1.0f : 0.0f;
                sum[x] += w * float(int(cast[x]));
                weights[x] += w;
            }
        }
    const std::uint8_t* __restrict hard = r.cast[2];
    RUSHES_APART for (int x = 0; x < n; ++x) scratch[x] = weights[x] > 0.5f ? int(sum[x] / weights[x] + 0.5f) : int(hard[x]);
    RUSHES_APART for (int x = 0; x < n; ++x) out[x] = std::uint8_t(scratch[x]);
}

struct ShadeRule {
    float threshold; ///< cosine below which a face is in shade
    float wander;    ///< how far noise moves that edge
    float edge;      ///< half width of the terminator, as cosine
};

RUSHES_ROWS void decideRow(int n, const std::uint32_t* __restrict flags, const std::uint8_t* __restrict turn, const float* __restrict softTurn,
                           const float* __restrict softCast, const std::uint8_t* __restrict grit, ShadeRule rule, std::int32_t* __restrict scratch,
                           std::uint8_t* __restrict shade) {
    const float per = 1 / (2 * rule.edge);
    RUSHES_APART for (int x = 0; x < n; ++x) {
        const float figure = float(int(flags[x] & kFigure)), still = float(int((flags[x] & (kEmits | kSky)) != 0));
        const float sharp = float(int(turn[x])), facing = ((softTurn[x] - sharp) * figure + sharp - 128.0f) * (1 / 127.0f);
        const float wander = (float(int(grit[x])) - 128.0f) * (1 / 128.0f) * rule.wander;
        const float turned = lane::unit((rule.threshold - facing - wander) * per + 0.5f);
        const float blocked = lane::unit((softCast[x] - 127.5f) * (1 / 60.0f) + 0.5f);
        scratch[x] = int(lane::most(turned, blocked) * (1 - still) * 255.0f + 0.5f);
    }
    RUSHES_APART for (int x = 0; x < n; ++x) shade[x] = std::uint8_t(scratch[x]);
}

} // namespace

void shadeRow(ToneFrame& frame, int y, const SurfaceRow& row, ShadeRoom& room) {
    const auto n = std::size_t(row.width);
    auto& [column, softTurn, softCast, scratch] = room;
    column.resize(n + 16);
    softTurn.resize(n);
    softCast.resize(n);
    scratch.resize(n);
    const auto around = [&](const BytePlane& plane, int step) {
        Rows5 rows;
        for (int i = 0; i < 5; ++i) rows.row[i] = plane.row(y + (i - 2) * step);
        return rows;
    };
    const int wide = frame.scale * float(frame.samples) > 0.7f ? 2 : 1; // calm, marker-like terminators on people
    const Rows5 turns = around(frame.turn, wide);
    for (int from = 0; from < row.width; from += kChunk) { // only people's edges are smoothed
        const int count = std::min(kChunk, row.width - from);
        if (!anyFigure(row.flags.data() + from, count)) continue;
        Rows5 part = turns;
        for (auto& at : part.row) at += from;
        blurRow(part, count, wide, column.data(), softTurn.data() + from);
    }
    if (frame.lit()) {
        blurRow(around(frame.cast, 1), row.width, 1, column.data(), softCast.data());
    } else {
        const int k = y / 2; // an even row lies on one that is there, an odd one between two
        HalfRows rows{{frame.cast.row(k - 1), frame.cast.row(k), frame.cast.row(k + 1), frame.cast.row(k + 2)}, {6, 20, 6, 0}};
        if (y % 2) rows.weight = {1, 15, 15, 1};
        blurHalfRow(rows, row.width, column.data(), softCast.data());
    }
    const bool indoor = frame.view->atmosphere.indoor;
    decideRow(row.width, row.flags.data(), frame.turn.row(y), softTurn.data(), softCast.data(), frame.grit.row(y), {indoor ? 0.02f : 0.10f, 0.05f, 0.03f},
              scratch.data(), frame.shade.row(y));
    frame.shade.pad(y);
    if (!frame.lit()) return;
    const int apart = std::max(1, int(2.2f * frame.scale * float(frame.samples) + 0.5f));
    SoftRows rows;
    for (int i = 0; i < 5; ++i) {
        const int at = std::clamp(y + (i - 2) * apart, 0, frame.height() - 1);
        rows.cast[i] = frame.cast.row(at);
        rows.depth[i] = frame.geometry.depth + std::size_t(at) * std::size_t(frame.width());
    }
    softenRow(rows, row.width, apart, softTurn.data(), softCast.data(), scratch.data(), frame.soft.row(y));
}

} // namespace rushes::render
