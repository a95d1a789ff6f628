// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/render/surface_rows.h"

#include "engine/render/vector_math.h"

#include <algorithm>
#include <cstring>

namespace rushes::render {
namespace {

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

RUSHES_ROWS void keyRow(const std::int32_t* __restrict id, int n, const std::uint32_t* __restrict keys, std::uint32_t* __restrict key) {
    RUSHES_APART for (int x = 0; x < n; ++x) key[x] = keys[id[x]];
}

constexpr int kGroup = 16; ///< pixels that are mostly of one surface

/// Whether the pixels of a group are all of one surface.
RUSHES_INLINE bool oneSurface(const std::uint32_t* words) {
    std::uint64_t pair[kGroup / 2], other = 0;
    std::memcpy(pair, words, sizeof(pair));
    const std::uint64_t first = words[0] & 0xffffu, both = first | first << 32;
    for (int i = 0; i < kGroup / 2; ++i) other |= pair[i] ^ both;
    return (other & 0x0000ffff0000ffffu) == 0;
}

/// 1 where all pixels are of one surface.
RUSHES_ROWS int flagRow(const std::uint32_t* __restrict words, int n, const std::uint32_t* __restrict flags, std::int32_t* __restrict id, std::uint32_t* __restrict flag) {
    std::uint32_t other = 0;
    int x = 0;
    for (; x + kGroup <= n; x += kGroup) {
        const std::uint32_t first = words[x] & 0xffffu, flagsOfFirst = flags[first];
        other |= first ^ (words[0] & 0xffffu);
        if (oneSurface(words + x)) {
            RUSHES_APART for (int i = 0; i < kGroup; ++i) id[x + i] = std::int32_t(first);
            RUSHES_APART for (int i = 0; i < kGroup; ++i) flag[x + i] = flagsOfFirst;
            continue;
        }
        other = 1;
        for (int i = 0; i < kGroup; ++i) id[x + i] = std::int32_t(words[x + i] & 0xffffu);
        for (int i = 0; i < kGroup; ++i) flag[x + i] = flags[id[x + i]];
    }
    for (; x < n; ++x) {
        id[x] = std::int32_t(words[x] & 0xffffu);
        flag[x] = flags[id[x]];
        other |= std::uint32_t(id[x]) ^ (words[0] & 0xffffu);
    }
    return other == 0 ? 1 : 0;
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
} // namespace

SurfaceRow::SurfaceRow(int w) : width(w) {
    const auto n = std::size_t(w);
    id.resize(n);
    key.resize(n);
    flags.resize(n);
    for (auto* list : {&flat, &same}) list->resize((n + kChunk - 1) / kChunk);
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
    for (int at = columns.first; at < last; at += kChunk) flat[std::size_t(at / kChunk)] = 0;
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
            flat[a / kChunk] = 1;
        } else {
            decoded({end, count});
        }
        from = end + count;
    }
}

void SurfaceRow::decodeFlags(const ToneFrame& frame, int row) {
    const std::uint32_t* words = frame.geometry.words + std::size_t(row) * std::size_t(frame.width());
    const std::uint8_t* even = frame.evenRow(row);
    for (std::size_t chunk = 0; chunk < same.size(); ++chunk) {
        const std::size_t from = chunk * kChunk;
        const int count = std::min(kChunk, width - int(from));
        if (!even[chunk]) {
            same[chunk] = std::uint8_t(flagRow(words + from, count, frame.table->flags.data(), id.data() + from, flags.data() + from));
            continue;
        }
        const std::uint32_t one = words[from] & 0xffffu;
        std::fill_n(id.data() + from, count, std::int32_t(one));
        std::fill_n(flags.data() + from, count, frame.table->flags[one]);
        same[chunk] = 1;
    }
}

void SurfaceRow::locate(const ToneFrame& frame, int row, Columns c) {
    pointRow(z.data() + c.first, c, rays(frame.camera, row), frame.camera.eye, px.data() + c.first, py.data() + c.first, pz.data() + c.first);
}
} // namespace rushes::render
