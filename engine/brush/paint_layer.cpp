// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/brush/paint_layer.h"

#ifdef RUSHES_MYPAINT
#include <mypaint-brush.h>
#include <mypaint-tiled-surface.h>

#include <algorithm>
#include <cmath>
#endif

namespace rushes::brush {

#ifdef RUSHES_MYPAINT

Result<void> canPaint() { return {}; }

/// libmypaint's surface first: its callbacks get a pointer to it back.
struct PaintLayer::Brush {
    MyPaintTiledSurface surface;
    MyPaintBrush* brush;
    TileStore& tiles;

    explicit Brush(TileStore& store) : brush(mypaint_brush_new()), tiles(store) {
        mypaint_tiled_surface_init(&surface, &Brush::lend, [](MyPaintTiledSurface*, MyPaintTileRequest*) {});
        surface.parent.destroy = [](MyPaintSurface*) {}; // it is a part of this object
        mypaint_brush_from_defaults(brush);
    }
    ~Brush() {
        mypaint_brush_unref(brush);
        mypaint_tiled_surface_destroy(&surface);
    }
    Brush(const Brush&) = delete;
    Brush& operator=(const Brush&) = delete;

    static void lend(MyPaintTiledSurface* surface, MyPaintTileRequest* request) {
        auto& tiles = reinterpret_cast<Brush*>(surface)->tiles;
        request->buffer = request->readonly ? const_cast<std::uint16_t*>(tiles.tile(request->tx, request->ty).data()) : tiles.tileToPaint(request->tx, request->ty).data();
    }

    void set(MyPaintBrushSetting setting, float value) { mypaint_brush_set_base_value(brush, setting, value); }

    /// What pressure adds to a setting: `none` without any, nothing at full pressure.
    void byPressure(MyPaintBrushSetting setting, float none) {
        mypaint_brush_set_mapping_n(brush, setting, MYPAINT_BRUSH_INPUT_PRESSURE, none == 0 ? 0 : 2);
        if (none == 0) return;
        mypaint_brush_set_mapping_point(brush, setting, MYPAINT_BRUSH_INPUT_PRESSURE, 0, 0, none);
        mypaint_brush_set_mapping_point(brush, setting, MYPAINT_BRUSH_INPUT_PRESSURE, 1, 1, 0);
    }

    void take(const BrushTip& tip);
    void setColour(const std::array<float, 3>& rgb);
};

/// Hue, saturation and value of an sRGB colour (A. R. Smith, "Color gamut transform pairs", 1978), as libmypaint wants it.
void PaintLayer::Brush::setColour(const std::array<float, 3>& rgb) {
    const float most = std::max({rgb[0], rgb[1], rgb[2]}), least = std::min({rgb[0], rgb[1], rgb[2]}), span = most - least;
    float hue = 0;
    if (span > 0) hue = most == rgb[0] ? std::fmod((rgb[1] - rgb[2]) / span + 6, 6.0f) : most == rgb[1] ? (rgb[2] - rgb[0]) / span + 2 : (rgb[0] - rgb[1]) / span + 4;
    set(MYPAINT_BRUSH_SETTING_COLOR_H, hue / 6);
    set(MYPAINT_BRUSH_SETTING_COLOR_S, most > 0 ? span / most : 0);
    set(MYPAINT_BRUSH_SETTING_COLOR_V, most);
}

void PaintLayer::Brush::take(const BrushTip& tip) {
    const BrushModel& model = modelOf(tip.kind);
    mypaint_brush_from_defaults(brush);
    set(MYPAINT_BRUSH_SETTING_OPAQUE, model.opaque * std::clamp(tip.opacity, 0.0f, 1.0f));
    set(MYPAINT_BRUSH_SETTING_OPAQUE_MULTIPLY, 1);
    byPressure(MYPAINT_BRUSH_SETTING_OPAQUE_MULTIPLY, model.thinOpaque - 1);
    set(MYPAINT_BRUSH_SETTING_RADIUS_LOGARITHMIC, std::log(std::clamp(tip.radius, kSmallestRadius, kLargestRadius)));
    byPressure(MYPAINT_BRUSH_SETTING_RADIUS_LOGARITHMIC, std::log(model.thinRadius));
    set(MYPAINT_BRUSH_SETTING_HARDNESS, model.hardness);
    set(MYPAINT_BRUSH_SETTING_DABS_PER_ACTUAL_RADIUS, model.dabs);
    set(MYPAINT_BRUSH_SETTING_OFFSET_BY_RANDOM, model.scatter);
    set(MYPAINT_BRUSH_SETTING_RADIUS_BY_RANDOM, model.sizeNoise);
    set(MYPAINT_BRUSH_SETTING_SMUDGE, model.smudge);
    set(MYPAINT_BRUSH_SETTING_SMUDGE_LENGTH, model.smudgeLength);
    set(MYPAINT_BRUSH_SETTING_ELLIPTICAL_DAB_RATIO, model.ratio);
    set(MYPAINT_BRUSH_SETTING_ELLIPTICAL_DAB_ANGLE, model.angle);
    set(MYPAINT_BRUSH_SETTING_SLOW_TRACKING, model.slow);
    set(MYPAINT_BRUSH_SETTING_ERASER, tip.kind == BrushKind::eraser ? 1.0f : 0.0f);
    setColour(tip.colour);
}

PaintLayer::PaintLayer(int width, int height) : m_tiles(width, height), m_brush(std::make_unique<Brush>(m_tiles)) {}

void PaintLayer::begin(const BrushTip& tip) {
    m_brush->take(tip);
    mypaint_brush_reset(m_brush->brush);
    mypaint_brush_new_stroke(m_brush->brush);
    m_tiles.beginStep();
    m_stroking = true;
    m_first = true;
}

PixelRect PaintLayer::strokeTo(const StrokePoint& point) {
    if (!m_stroking) return {};
    auto* surface = &m_brush->surface.parent;
    MyPaintRectangle changed{};
    mypaint_surface_begin_atomic(surface);
    const auto to = [&](float pressure, double seconds) { mypaint_brush_stroke_to(m_brush->brush, surface, point.x, point.y, pressure, point.tiltX, point.tiltY, seconds); };
    constexpr double kLong = 10; // seconds: libmypaint starts anew after 5
    if (m_first) to(0, kLong);
    to(std::clamp(point.pressure, 0.0f, 1.0f), m_first ? 0.01 : std::clamp(point.seconds, 0.0005, 1.0));
    m_first = false;
    m_last = point;
    mypaint_surface_end_atomic(surface, &changed);
    return PixelRect{changed.x, changed.y, changed.width, changed.height}.within(m_tiles.width(), m_tiles.height());
}

/// Smoothed lines lag behind the hand: the brush is led to where the hand stopped.
PixelRect PaintLayer::end() {
    if (!m_stroking) return {};
    PixelRect changed;
    if (!m_first) {
        StrokePoint rest = m_last;
        rest.seconds = 0.03;
        for (int i = 0; i < 4; ++i) changed = changed.united(strokeTo(rest));
    }
    m_stroking = false;
    m_tiles.endStep();
    return changed;
}

#else

Result<void> canPaint() {
    return fail(ErrorCategory::unsupported, "This build of Rushes has no brushes", "Install libmypaint-dev and build again, or paint in your own program.");
}

struct PaintLayer::Brush {};
PaintLayer::PaintLayer(int width, int height) : m_tiles(width, height) {}
void PaintLayer::begin(const BrushTip&) {}
PixelRect PaintLayer::strokeTo(const StrokePoint&) { return {}; }
PixelRect PaintLayer::end() { return {}; }

#endif

PaintLayer::~PaintLayer() = default;

Result<std::unique_ptr<PaintLayer>> PaintLayer::create(int width, int height) {
    if (auto able = canPaint(); !able) return fail(able.error());
    constexpr int kLargest = 16384;
    if (width < 1 || height < 1 || width > kLargest || height > kLargest) return fail(ErrorCategory::badInput, "A picture of " + std::to_string(width) + " x " + std::to_string(height) + " cannot be painted on", "1 to 16384 pixels each way can.");
    return std::unique_ptr<PaintLayer>(new PaintLayer(width, height));
}

} // namespace rushes::brush
