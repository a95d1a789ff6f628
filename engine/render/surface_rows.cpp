// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/render/surface_rows.h"

#include "engine/render/vector_math.h"

#include <glm/geometric.hpp>

#include <algorithm>

namespace rushes::render {
namespace {

constexpr float kFarM = 4000; ///< where the background is said to be

struct RayRow {
    float fx, fy, fz; ///< direction at column 0
    float dx, dy, dz; ///< its change a column
};

RayRow rays(const RowCamera& c, int y) {
    const glm::vec3 d = c.forward - c.up * ((float(y) + 0.5f - c.midY) * c.perY) + c.right * ((0.5f - c.midX) * c.perX), s = c.right * c.perX;
    return {d.x, d.y, d.z, s.x, s.y, s.z};
}

RUSHES_ROWS void depthRow(const float* __restrict depths, int n, float* __restrict z) {
    RUSHES_APART for (int x = 0; x < n; ++x) z[x] = depths[x] > kNearM / kFarM ? kNearM / depths[x] : kFarM;
}

/// Whether all words are the same.
RUSHES_ROWS int even(const std::uint32_t* __restrict words, int n) {
    std::uint32_t other = 0;
    for (int x = 0; x < n; ++x) other |= words[x] ^ words[0];
    return other == 0 ? 1 : 0;
}

RUSHES_ROWS void keyRow(const std::int32_t* __restrict id, int n, const std::uint32_t* __restrict keys, std::uint32_t* __restrict key) {
    RUSHES_APART for (int x = 0; x < n; ++x) key[x] = keys[id[x]];
}

RUSHES_ROWS void flagRow(const std::uint32_t* __restrict words, int n, const std::uint32_t* __restrict flags, std::int32_t* __restrict id,
                         std::uint32_t* __restrict flag) {
    RUSHES_APART for (int x = 0; x < n; ++x) id[x] = std::int32_t(words[x] & 0xffffu);
    RUSHES_APART for (int x = 0; x < n; ++x) flag[x] = flags[id[x]];
}

/// Normals from the words, turned towards the camera where they look well away from it.
RUSHES_ROWS void normalRow(const std::uint32_t* __restrict words, Columns columns, RayRow ray, float* __restrict nx, float* __restrict ny, float* __restrict nz) {
    RUSHES_APART for (int x = 0; x < columns.count; ++x) {
        const float ex = (float(int(words[x] >> 24)) - 128) * (1 / 127.0f), ey = (float(int(words[x] >> 16 & 255u)) - 128) * (1 / 127.0f);
        float a = ex, b = ey;
        const float c = 1 - lane::size(ex) - lane::size(ey), t = lane::most(-c, 0.0f);
        a += a >= 0 ? -t : t;
        b += b >= 0 ? -t : t;
        const float at = float(columns.first + x), fx = ray.fx + ray.dx * at, fy = ray.fy + ray.dy * at, fz = ray.fz + ray.dz * at;
        const float length = std::sqrt(a * a + b * b + c * c), away = a * fx + b * fy + c * fz;
        const float k = (away > 0.15f * length ? -1.0f : 1.0f) / length;
        nx[x] = a * k;
        ny[x] = b * k;
        nz[x] = c * k;
    }
}

RUSHES_ROWS void pointRow(const float* __restrict z, Columns columns, RayRow ray, glm::vec3 eye, float* __restrict px, float* __restrict py, float* __restrict pz) {
    RUSHES_APART for (int x = 0; x < columns.count; ++x) {
        const float at = float(columns.first + x);
        px[x] = eye.x + z[x] * (ray.fx + ray.dx * at);
        py[x] = eye.y + z[x] * (ray.fy + ray.dy * at);
        pz[x] = eye.z + z[x] * (ray.fz + ray.dz * at);
    }
}

struct RowPoints {
    const float *px, *py, *pz, *nx, *ny, *nz;
    int count;
};

/// A row's place in a shadow map.
struct ShadowRule {
    ShadowFrame frame;
    float push, bias; ///< metres along the normal, and towards the light
};

struct Texel {
    float u, v, q, inside;
};

RUSHES_INLINE Texel texelOf(const RowPoints& p, const ShadowRule& r, int x) {
    const ShadowFrame& f = r.frame;
    const float a = p.px[x] + p.nx[x] * r.push, b = p.py[x] + p.ny[x] * r.push, c = p.pz[x] + p.nz[x] * r.push, top = float(f.size) - 4.0f;
    const float u = (a * f.right.x + b * f.right.y + c * f.right.z - f.lowU) * f.texelsPerM - 0.5f, v = (a * f.up.x + b * f.up.y + c * f.up.z - f.lowV) * f.texelsPerM - 0.5f;
    const float q = (a * f.away.x + b * f.away.y + c * f.away.z - f.lowQ - r.bias) / f.rangeM;
    const float inside = (u >= 2 ? 1.0f : 0.0f) * (v >= 2 ? 1.0f : 0.0f) * (u <= top ? 1.0f : 0.0f) * (v <= top ? 1.0f : 0.0f);
    return {lane::within(u, 2, top), lane::within(v, 2, top), q, inside};
}

RowPoints chunk(const RowPoints& p, int from) {
    return {p.px + from, p.py + from, p.pz + from, p.nx + from, p.ny + from, p.nz + from, std::min(kChunk, p.count - from)};
}

/// How many of the pixels lie inside the map and face the light: what is turned away is in the shade whatever the map says.
RUSHES_ROWS int askingRow(const RowPoints p, const ShadowRule r) {
    int count = 0;
    RUSHES_APART for (int x = 0; x < p.count; ++x) {
        const float facing = p.nx[x] * r.frame.away.x + p.ny[x] * r.frame.away.y + p.nz[x] * r.frame.away.z;
        count += (texelOf(p, r, x).inside > 0 ? 1 : 0) & (facing < 0.06f ? 1 : 0);
    }
    return count;
}

/// The nearest of the pixels, metres.
RUSHES_ROWS float nearestOf(const float* __restrict z, int n) {
    float least = kFarM;
    for (int x = 0; x < n; ++x) least = lane::least(least, z[x]);
    return least;
}

/// Adds to `blocked` (0..1) what the map says, four texels weighed by nearness; nothing outside the map.
RUSHES_ROWS void shadowRow(const RowPoints p, const ShadowRule r, const float* __restrict map, float* __restrict blocked) {
    const int size = r.frame.size;
    RUSHES_APART for (int x = 0; x < p.count; ++x) {
        const Texel t = texelOf(p, r, x);
        const int iu = int(t.u), iv = int(t.v), at = iv * size + iu;
        const float wu = t.u - float(iu), wv = t.v - float(iv);
        const float s00 = map[at] < t.q ? 1.0f : 0.0f, s10 = map[at + 1] < t.q ? 1.0f : 0.0f;
        const float s01 = map[at + size] < t.q ? 1.0f : 0.0f, s11 = map[at + size + 1] < t.q ? 1.0f : 0.0f;
        const float t0 = s00 + (s10 - s00) * wu, t1 = s01 + (s11 - s01) * wu;
        blocked[x] = lane::most(blocked[x], t.inside * (t0 + (t1 - t0) * wv));
    }
}

/// One row of four texels, weighed as a tent three texels wide.
RUSHES_INLINE float tent(const float* __restrict map, int at, float q, float w) {
    const float a = map[at] < q ? 1.0f : 0.0f, b = map[at + 1] < q ? 1.0f : 0.0f, c = map[at + 2] < q ? 1.0f : 0.0f, d = map[at + 3] < q ? 1.0f : 0.0f;
    return a * (1 - w) + b * (2 - w) + c * (1 + w) + d * w;
}

/// The same from sixteen texels, for close views, where single texels would show as steps.
RUSHES_ROWS void shadowRowWide(const RowPoints p, const ShadowRule r, const float* __restrict map, float* __restrict blocked) {
    const int size = r.frame.size;
    RUSHES_APART for (int x = 0; x < p.count; ++x) {
        const Texel t = texelOf(p, r, x);
        const int iu = int(t.u), iv = int(t.v), at = (iv - 1) * size + iu - 1;
        const float wu = t.u - float(iu), wv = t.v - float(iv);
        const float sum = tent(map, at, t.q, wu) * (1 - wv) + tent(map, at + size, t.q, wu) * (2 - wv) + tent(map, at + 2 * size, t.q, wu) * (1 + wv) +
                          tent(map, at + 3 * size, t.q, wu) * wv;
        blocked[x] = lane::most(blocked[x], t.inside * sum * (1 / 16.0f));
    }
}

RUSHES_ROWS void everySecond(const float* __restrict full, int n, float* __restrict out) {
    RUSHES_APART for (int x = 0; x < n; ++x) out[x] = full[2 * x];
}

/// `half` to twice its length, with means in between; reads one more.
RUSHES_ROWS void between(const float* __restrict half, int n, float* __restrict out) {
    RUSHES_APART for (int x = 0; x < n; ++x) {
        out[2 * x] = half[x];
        out[2 * x + 1] = (half[x] + half[x + 1]) * 0.5f;
    }
}

RUSHES_ROWS void storeCast(const float* __restrict blocked, int n, std::int32_t* __restrict scratch, std::uint8_t* __restrict cast) {
    RUSHES_APART for (int x = 0; x < n; ++x) scratch[x] = int(blocked[x] * 255.0f + 0.5f);
    RUSHES_APART for (int x = 0; x < n; ++x) cast[x] = std::uint8_t(scratch[x]);
}

RUSHES_ROWS void storeTurn(const RowPoints& p, glm::vec3 sun, std::int32_t* __restrict scratch, std::uint8_t* __restrict turn) {
    RUSHES_APART for (int x = 0; x < p.count; ++x) scratch[x] = int((p.nx[x] * sun.x + p.ny[x] * sun.y + p.nz[x] * sun.z) * 127.0f + 128.5f);
    RUSHES_APART for (int x = 0; x < p.count; ++x) turn[x] = std::uint8_t(scratch[x]);
}

/// 1 where a face stands rather than lies.
RUSHES_ROWS void steepRow(const float* __restrict ny, int n, std::int32_t* __restrict scratch, std::uint8_t* __restrict steep) {
    RUSHES_APART for (int x = 0; x < n; ++x) scratch[x] = lane::size(ny[x]) < 0.5f ? 1 : 0;
    RUSHES_APART for (int x = 0; x < n; ++x) steep[x] = std::uint8_t(scratch[x]);
}

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

SurfaceRow::SurfaceRow(int w) : width(w) {
    const auto n = std::size_t(w);
    id.resize(n);
    key.resize(n);
    flags.resize(n);
    for (auto* list : {&z, &nx, &ny, &nz, &px, &py, &pz}) list->resize(n);
}

void SurfaceRow::start(const ToneFrame& frame, int row) {
    y = row;
    decodeFlags(frame, row);
    ready.assign(std::size_t((width + kChunk - 1) / kChunk), 0);
}

void SurfaceRow::need(const ToneFrame& frame, int chunk) {
    if (ready[std::size_t(chunk)]) return;
    ready[std::size_t(chunk)] = 1;
    const Columns columns{chunk * kChunk, std::min(kChunk, width - chunk * kChunk)};
    decodeDepth(frame, y, columns);
    decodeNormals(frame, y, columns);
    keyRow(id.data() + columns.first, columns.count, frame.table->keys.data(), key.data() + columns.first);
}

void SurfaceRow::decodeDepth(const ToneFrame& frame, int row, Columns columns) {
    depth = frame.geometry.depth + std::size_t(row) * std::size_t(frame.width());
    depthRow(depth + columns.first, columns.count, z.data() + columns.first);
}

void SurfaceRow::decodeNormals(const ToneFrame& frame, int row, Columns columns) {
    const std::uint32_t* words = frame.geometry.words + std::size_t(row) * std::size_t(frame.width());
    const RayRow ray = rays(frame.camera, row);
    const int last = columns.first + columns.count;
    const auto decoded = [&](Columns c) { normalRow(words + c.first, c, ray, nx.data() + c.first, ny.data() + c.first, nz.data() + c.first); };
    const std::uint8_t* even = frame.evenRow(row);
    for (int from = columns.first; from < last;) {
        int end = from;
        while (end < last && !even[end / kChunk]) end = std::min(end + kChunk, last);
        if (end > from) decoded({from, end - from});
        if (end >= last) break;
        // One flat face: it looks one way, but for the turn towards the camera, which changes once along a row at most.
        const int count = std::min(kChunk, last - end);
        const auto a = std::size_t(end), b = std::size_t(end + count - 1);
        decoded({end, 1});
        decoded({end + count - 1, 1});
        if (nx[a] == nx[b] && ny[a] == ny[b] && nz[a] == nz[b]) {
            for (auto* list : {&nx, &ny, &nz}) std::fill_n(list->data() + end, count, (*list)[a]);
        } else {
            decoded({end, count});
        }
        from = end + count;
    }
}

void SurfaceRow::decodeFlags(const ToneFrame& frame, int row, Columns columns) {
    const auto first = std::size_t(columns.first), at = std::size_t(row) * std::size_t(frame.width()) + first;
    const std::uint32_t* words = frame.geometry.words + at;
    const std::uint8_t* even = frame.evenRow(row) + columns.first / kChunk;
    for (int from = 0; from < columns.count;) {
        int end = from;
        while (end < columns.count && !even[end / kChunk]) end = std::min(end + kChunk, columns.count);
        if (end > from) flagRow(words + from, end - from, frame.table->flags.data(), id.data() + first + from, flags.data() + first + from);
        if (end >= columns.count) break;
        const int count = std::min(kChunk, columns.count - end);
        const std::uint32_t one = words[end] & 0xffffu;
        std::fill_n(id.begin() + std::ptrdiff_t(first) + end, count, std::int32_t(one));
        std::fill_n(flags.begin() + std::ptrdiff_t(first) + end, count, frame.table->flags[one]);
        from = end + count;
    }
}

void SurfaceRow::locate(const ToneFrame& frame, int row, Columns c) {
    pointRow(z.data() + c.first, c, rays(frame.camera, row), frame.camera.eye, px.data() + c.first, py.data() + c.first, pz.data() + c.first);
}

namespace {

/// What the shadow maps say about some points, 0..1 each.
void blockedAt(const ToneFrame& frame, const RowPoints& points, const float* z, float* blocked) {
    std::fill_n(blocked, points.count, 0.0f);
    for (const ShadowMap* map : {frame.standing, frame.moving}) {
        if (!map || !map->frame.size) continue;
        const float texel = map->frame.texelM();
        const ShadowRule rule{map->frame, texel * 1.2f + 0.004f, texel * 0.8f + 0.008f};
        for (int from = 0; from < points.count; from += kChunk) {
            const RowPoints part = chunk(points, from);
            if (!askingRow(part, rule)) continue;
            const bool close = texel * frame.camera.pixelsPerUnit > 7.0f * nearestOf(z + from, part.count);
            (close ? shadowRowWide : shadowRow)(part, rule, map->texels, blocked + from);
        }
    }
}

} // namespace

LightRow::LightRow(int width) : m_row(width), m_blocked(std::size_t(width) + 2), m_half(std::size_t(width)), m_scratch(std::size_t(width)) {
    for (auto& list : m_thin) list.resize(std::size_t(width) / 2 + 1);
}

/// Every second pixel alone, from `first` on.
void LightRow::blockedOfHalf(const ToneFrame& frame, int first) {
    const std::vector<float>* full[] = {&m_row.px, &m_row.py, &m_row.pz, &m_row.nx, &m_row.ny, &m_row.nz, &m_row.z};
    const int n = m_row.width, count = (n - first + 1) / 2;
    for (std::size_t i = 0; i < m_thin.size(); ++i) everySecond(full[i]->data() + first, count, m_thin[i].data());
    blockedAt(frame, {m_thin[0].data(), m_thin[1].data(), m_thin[2].data(), m_thin[3].data(), m_thin[4].data(), m_thin[5].data(), count}, m_thin[6].data(), m_half.data());
    m_half[std::size_t(count)] = m_half[std::size_t(count) - 1];
    between(m_half.data(), count, m_blocked.data() + first);
    if (first) m_blocked[0] = m_half[0];
}

void LightRow::light(ToneFrame& frame, int y) {
    const std::uint32_t* words = frame.geometry.words + std::size_t(y) * std::size_t(frame.width());
    std::uint8_t* evens = frame.evenRow(y);
    for (int chunk = 0; chunk < frame.chunks(); ++chunk) evens[chunk] = std::uint8_t(even(words + chunk * kChunk, std::min(kChunk, frame.width() - chunk * kChunk)));
    m_row.decodeNormals(frame, y);
    const RowPoints points{m_row.px.data(), m_row.py.data(), m_row.pz.data(), m_row.nx.data(), m_row.ny.data(), m_row.nz.data(), m_row.width};
    // The board blurs shadows and then draws their edge anew, so that a quarter of the pixels shows it as well as all of them.
    if (frame.lit() || y % 2 == 0) {
        m_row.decodeDepth(frame, y);
        m_row.locate(frame, y);
        if (frame.lit() || m_row.width < 4) blockedAt(frame, points, m_row.z.data(), m_blocked.data());
        else blockedOfHalf(frame, y / 2 & 1);
        storeCast(m_blocked.data(), m_row.width, m_scratch.data(), frame.cast.row(frame.castRow(y)));
        frame.cast.pad(frame.castRow(y));
    }
    if (!frame.lit()) steepRow(m_row.ny.data(), m_row.width, m_scratch.data(), frame.steep.row(y));
    storeTurn(points, frame.sun, m_scratch.data(), frame.turn.row(y));
    frame.turn.pad(y);
}

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
