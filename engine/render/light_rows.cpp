// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/render/light_rows.h"

#include "engine/render/vector_math.h"

#include <algorithm>

namespace rushes::render {
namespace {

/// Whether all words are the same.
RUSHES_ROWS int even(const std::uint32_t* __restrict words, int n) {
    std::uint32_t other = 0;
    for (int x = 0; x < n; ++x) other |= words[x] ^ words[0];
    return other == 0 ? 1 : 0;
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
    const std::uint32_t* faces = frame.geometry.faces ? frame.facesRow(y) : nullptr;
    for (int chunk = 0; chunk < frame.chunks(); ++chunk)
        evens[chunk] = faces && faces[chunk] != kManyFaces ? 1 : std::uint8_t(even(words + chunk * kChunk, std::min(kChunk, frame.width() - chunk * kChunk)));
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

} // namespace rushes::render
