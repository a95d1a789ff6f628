// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/brush/tile_store.h"

#include <algorithm>
#include <cassert>

namespace rushes::brush {
namespace {

const TileStore::Tile kBlank{};

} // namespace

PixelRect PixelRect::united(const PixelRect& other) const {
    if (empty()) return other;
    if (other.empty()) return *this;
    const int left = std::min(x, other.x), top = std::min(y, other.y);
    return {left, top, std::max(x + width, other.x + other.width) - left, std::max(y + height, other.y + other.height) - top};
}

PixelRect PixelRect::within(int pictureWidth, int pictureHeight) const {
    const int left = std::clamp(x, 0, pictureWidth), top = std::clamp(y, 0, pictureHeight);
    return {left, top, std::clamp(x + width, 0, pictureWidth) - left, std::clamp(y + height, 0, pictureHeight) - top};
}

TileStore::TileStore(int width, int height, std::size_t mostBytes)
    : m_width(width), m_height(height), m_columns((width + kSide - 1) / kSide), m_rows((height + kSide - 1) / kSide), m_most(mostBytes),
      m_tiles(std::size_t(m_columns) * std::size_t(m_rows)), m_outside(std::make_unique<Tile>()), m_touched(m_tiles.size()) {}

const TileStore::Tile& TileStore::tile(int column, int row) const {
    if (column < 0 || row < 0 || column >= m_columns || row >= m_rows) return kBlank;
    const auto& held = m_tiles[std::size_t(row) * std::size_t(m_columns) + std::size_t(column)];
    return held ? *held : kBlank;
}

TileStore::Tile& TileStore::tileToPaint(int column, int row) {
    if (column < 0 || row < 0 || column >= m_columns || row >= m_rows) {
        m_outside->fill(0);
        return *m_outside;
    }
    const std::size_t at = std::size_t(row) * std::size_t(m_columns) + std::size_t(column);
    if (!m_touched[at]) {
        m_touched[at] = true;
        auto fresh = m_tiles[at] ? std::make_shared<Tile>(*m_tiles[at]) : std::make_shared<Tile>(kBlank);
        m_open.push_back({at, std::move(m_tiles[at]), fresh});
        m_tiles[at] = std::move(fresh);
    }
    return *m_tiles[at];
}

void TileStore::beginStep() {
    assert(m_open.empty());
    m_touched.assign(m_touched.size(), false);
}

bool TileStore::endStep() {
    if (m_open.empty()) return false;
    m_steps.resize(m_done);
    m_steps.push_back(std::move(m_open));
    m_open.clear();
    ++m_done;
    forgetOldest();
    return true;
}

/// The step that was made last stays whatever it weighs.
void TileStore::forgetOldest() {
    std::size_t bytes = 0;
    for (const auto& step : m_steps) bytes += step.size() * sizeof(Tile);
    while (bytes > m_most && m_steps.size() > 1) {
        bytes -= m_steps.front().size() * sizeof(Tile);
        m_steps.pop_front();
        --m_done;
    }
}

PixelRect TileStore::areaOf(const Step& step) const {
    PixelRect area;
    for (const auto& change : step) area = area.united({int(change.at) % m_columns * kSide, int(change.at) / m_columns * kSide, kSide, kSide});
    return area.within(m_width, m_height);
}

PixelRect TileStore::undo() {
    if (!canUndo()) return {};
    const Step& step = m_steps[--m_done];
    for (const auto& change : step) m_tiles[change.at] = change.before;
    return areaOf(step);
}

PixelRect TileStore::redo() {
    if (!canRedo()) return {};
    const Step& step = m_steps[m_done++];
    for (const auto& change : step) m_tiles[change.at] = change.after;
    return areaOf(step);
}

Image TileStore::picture() const {
    Image out = Image::create(m_width, m_height, PixelFormat::rgba8);
    for (int y = 0; y < m_height; ++y)
        for (int x = 0; x < m_width; ++x) {
            const auto* from = tile(x / kSide, y / kSide).data() + (std::size_t(y % kSide) * kSide + std::size_t(x % kSide)) * 4;
            auto* to = out.rowAs<std::uint8_t>(y) + x * 4;
            const std::uint32_t alpha = from[3];
            if (alpha == 0) continue;
            for (int c = 0; c < 3; ++c) to[c] = std::uint8_t(std::min<std::uint32_t>(255, (from[c] * 255u + alpha / 2) / alpha));
            to[3] = std::uint8_t((alpha * 255u + kFull / 2) / kFull);
        }
    return out;
}

Image TileStore::shown(const PixelRect& wanted) const {
    const PixelRect part = wanted.within(m_width, m_height);
    if (part.empty()) return {};
    Image out = Image::create(part.width, part.height, PixelFormat::bgra8);
    for (int y = 0; y < part.height; ++y)
        for (int x = 0; x < part.width; ++x) {
            const int px = part.x + x, py = part.y + y;
            const auto* from = tile(px / kSide, py / kSide).data() + (std::size_t(py % kSide) * kSide + std::size_t(px % kSide)) * 4;
            auto* to = out.rowAs<std::uint8_t>(y) + x * 4;
            for (int c = 0; c < 4; ++c) to[c == 3 ? 3 : 2 - c] = std::uint8_t((from[c] * 255u + kFull / 2) / kFull);
        }
    return out;
}

void TileStore::load(const Image& picture) {
    assert(picture.width == m_width && picture.height == m_height && picture.format == PixelFormat::rgba8);
    beginStep();
    for (int row = 0; row < m_rows; ++row)
        for (int column = 0; column < m_columns; ++column) {
            Tile& tile = tileToPaint(column, row);
            tile.fill(0);
            for (int y = 0; y < kSide && row * kSide + y < m_height; ++y)
                for (int x = 0; x < kSide && column * kSide + x < m_width; ++x) {
                    const auto* from = picture.rowAs<std::uint8_t>(row * kSide + y) + (column * kSide + x) * 4;
                    auto* to = tile.data() + (std::size_t(y) * kSide + std::size_t(x)) * 4;
                    const std::uint32_t alpha = (from[3] * std::uint32_t(kFull) + 127) / 255;
                    for (int c = 0; c < 3; ++c) to[c] = std::uint16_t((from[c] * alpha + 127) / 255);
                    to[3] = std::uint16_t(alpha);
                }
        }
    endStep();
}

void TileStore::forgetSteps() {
    m_steps.clear();
    m_done = 0;
}

bool TileStore::clear() {
    beginStep();
    for (std::size_t at = 0; at < m_tiles.size(); ++at)
        if (m_tiles[at]) tileToPaint(int(at) % m_columns, int(at) / m_columns).fill(0);
    return endStep();
}

} // namespace rushes::brush
