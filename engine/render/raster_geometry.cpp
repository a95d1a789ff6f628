// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/render/raster_geometry.h"

#include "engine/render/vector_math.h"

#include <algorithm>

namespace rushes::render {
namespace {

RUSHES_ROWS void flatRow(const std::uint32_t* __restrict owner, int n, const std::uint32_t* __restrict wordOf, std::uint32_t* __restrict words) {
    RUSHES_APART for (int x = 0; x < n; ++x) words[x] = wordOf[owner[x]];
}

RUSHES_ROWS int oneOwner(const std::uint32_t* __restrict owner, int n) {
    std::uint32_t other = 0;
    for (int x = 0; x < n; ++x) other |= owner[x] ^ owner[0];
    return other == 0 ? 1 : 0;
}

/// Whether some pixels have an owner, but no word yet.
RUSHES_ROWS int anyCurved(const std::uint32_t* __restrict owner, const std::uint32_t* __restrict words, int n) {
    std::uint32_t found = 0;
    for (int x = 0; x < n; ++x) found |= words[x] == 0 ? owner[x] : 0u;
    return found != 0 ? 1 : 0;
}

/// Rows of a band: about half a megabyte of depths and numbers.
int bandRows(int width) { return std::max(16, 65536 / width); }

int chunksOf(int width) { return (width + kChunk - 1) / kChunk; }

RowRange bandAt(std::size_t index, int rows, int height) { return {int(index) * rows, std::min(int(index) * rows + rows, height)}; }

} // namespace

void RasterGeometry::sortIntoBands(int height, int rows) {
    m_bands.resize(std::size_t((height + rows - 1) / rows));
    for (auto& band : m_bands) band.clear();
    const auto& triangles = m_meshes.triangles();
    for (std::uint32_t i = 0; i < triangles.size(); ++i) {
        const RowRange range = rowsOf(triangles[i]);
        const int first = std::max(range.first, 0) / rows, last = std::min(range.last - 1, height - 1);
        for (int band = first; band * rows <= last; ++band) m_bands[std::size_t(band)].push_back(i);
    }
}

void RasterGeometry::drawShadow(const ShadowFrame& frame, const std::vector<DrawItem>& casters, std::vector<float>& texels) {
    const std::size_t count = std::size_t(frame.size) * std::size_t(frame.size);
    texels.resize(count + kRasterPad);
    const RasterPlanes planes{frame.size, frame.size, texels.data(), nullptr, nullptr};
    const glm::mat4 clip = frame.clip();
    m_meshes.begin(frame.size, frame.size);
    for (const auto& item : casters) m_meshes.addCaster(item, clip * item.instance->transform);
    m_meshes.finish();
    const int rows = bandRows(frame.size);
    sortIntoBands(frame.size, rows);
    for (std::size_t i = 0; i < m_bands.size(); ++i) {
        const RowRange range = bandAt(i, rows, frame.size);
        std::fill_n(texels.data() + std::size_t(range.first) * std::size_t(frame.size), std::size_t(range.last - range.first) * std::size_t(frame.size), 1.0f);
        fillShadows(planes, range, m_meshes.triangles(), m_bands[i]);
    }
}

Result<GeometryFrame> RasterGeometry::draw(const View& view, const Size& size, const FrameList& list, const Shadows& shadows) {
    const auto [width, height, slot] = size;
    Frame& frame = m_frames[std::size_t(slot)];
    if (shadows.standing && shadows.standing->frame.size) {
        m_standingSlot = 1 - m_standingSlot; // a frame that is still painted may read the last one
        auto& texels = m_standing[std::size_t(m_standingSlot)];
        drawShadow(shadows.standing->frame, list.standing, texels);
        shadows.standing->texels = texels.data();
    }
    if (shadows.moving && shadows.moving->frame.size) {
        drawShadow(shadows.moving->frame, list.moving, frame.moving);
        shadows.moving->texels = frame.moving.data();
    }
    const std::size_t count = std::size_t(width) * std::size_t(height);
    frame.width = width;
    frame.words.resize(count);
    frame.faces.resize(std::size_t(chunksOf(width)) * std::size_t(height));
    frame.depth.resize(count + kRasterPad);
    const int rows = bandRows(width);
    m_owner.resize(std::size_t(rows) * std::size_t(width) + kRasterPad);
    m_meshes.begin(width, height);
    RasterPlanes planes{width, height, frame.depth.data(), m_owner.data(), nullptr};
    m_farthest.assign(std::size_t(planes.stretches()) * std::size_t(height), 0.0f);
    planes.farthest = m_farthest.data();
    const glm::mat4 viewProjection = view.camera.projectionMatrix(kNearM) * view.camera.viewMatrix();
    for (const auto& item : list.seen) m_meshes.add(item, clipOf(viewProjection, *item.instance), view.camera.eye);
    m_meshes.finish();
    sortIntoBands(height, rows);
    for (std::size_t i = 0; i < m_bands.size(); ++i) {
        const RowRange range = bandAt(i, rows, height);
        planes.ownersFrom = range.first;
        const std::size_t first = std::size_t(range.first) * std::size_t(width), pixels = std::size_t(range.last - range.first) * std::size_t(width);
        std::fill_n(frame.depth.data() + first, pixels, 0.0f); // here, so that they are at hand
        std::fill_n(m_owner.data(), pixels, 0u);
        fillSeen(planes, range, m_meshes.triangles(), m_bands[i]);
        for (int y = range.first; y < range.last; ++y) fillWords(m_owner.data() + std::size_t(y - range.first) * std::size_t(width), y, frame);
    }
    return GeometryFrame{frame.words.data(), frame.depth.data(), width, height, frame.faces.data()};
}

void RasterGeometry::fillWords(const std::uint32_t* owner, int y, Frame& frame) {
    const int width = frame.width;
    std::uint32_t* words = frame.words.data() + std::size_t(y) * std::size_t(width);
    std::uint32_t* face = frame.faces.data() + std::size_t(y) * std::size_t(chunksOf(width));
    for (int first = 0; first < width; first += kChunk, ++face) {
        const int last = std::min(first + kChunk, width);
        const std::uint32_t one = owner[first];
        *face = kManyFaces;
        if (!oneOwner(owner + first, last - first)) {
            fillMixed(owner, y, {first, last}, words);
        } else if (const std::uint32_t word = m_meshes.words()[one]; word != 0 || one == 0) {
            std::fill(words + first, words + last, word);
            if ((first == 0 || owner[first - 1] == one) && (last == width || owner[last] == one)) *face = one;
        } else {
            m_meshes.fillCurved(one, first, y, last - first, m_normals, words + first);
        }
    }
    m_normals.finish(words);
}

void RasterGeometry::fillMixed(const std::uint32_t* owner, int y, RowRange columns, std::uint32_t* words) {
    const auto [first, last] = columns;
    flatRow(owner + first, last - first, m_meshes.words().data(), words + first);
    if (!anyCurved(owner + first, words + first, last - first)) return;
    for (int x = first; x < last;) {
        int end = x + 1;
        while (end < last && owner[end] == owner[x]) ++end;
        if (words[x] == 0 && owner[x] != 0) m_meshes.fillCurved(owner[x], x, y, end - x, m_normals, words + x);
        x = end;
    }
}

} // namespace rushes::render
