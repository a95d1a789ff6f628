// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/result.h"
#include "engine/brush/brush_tip.h"
#include "engine/brush/tile_store.h"

#include <memory>
#include <string>

namespace rushes::brush {

/// Where a pen or mouse is, in pixels of the picture.
struct StrokePoint {
    float x = 0, y = 0;
    float pressure = 0.5f; ///< 0..1
    float tiltX = 0, tiltY = 0; ///< -1..1
    double seconds = 0;    ///< since the point before; of the first any
};

/// Whether this build can paint. Fails as unsupported and says what is missing.
Result<void> canPaint();

/// A layer of paint and the brush on it, by libmypaint. Everything that is painted between begin and end is one step of its history. One
/// thread.
class PaintLayer {
public:
    /// Fails as canPaint, and with badInput for a size below 1 or above 16384.
    static Result<std::unique_ptr<PaintLayer>> create(int width, int height);
    ~PaintLayer();

    void begin(const BrushTip& tip);
    /// What may look different now.
    PixelRect strokeTo(const StrokePoint& point);
    PixelRect end();

    TileStore& tiles() { return m_tiles; }
    const TileStore& tiles() const { return m_tiles; }

private:
    struct Brush; ///< libmypaint's side
    PaintLayer(int width, int height);

    TileStore m_tiles;
    std::unique_ptr<Brush> m_brush;
    StrokePoint m_last;
    bool m_stroking = false, m_first = false;
};

} // namespace rushes::brush
