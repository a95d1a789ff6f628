// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/render/tone_pass.h"

#include "engine/render/contact.h"
#include "engine/render/guide_passes.h"
#include "engine/render/ink_rows.h"
#include "engine/render/light_rows.h"
#include "engine/render/paint_rows.h"
#include "engine/render/palette.h"
#include "engine/render/shade_rows.h"
#include "engine/render/vector_math.h"

#include <glm/geometric.hpp>

#include <algorithm>
#include <cstring>
#include <optional>

namespace rushes::render {
namespace {

constexpr int kBand = 40; ///< rows a task; bands share nothing but what earlier stages wrote

int bands(int rows) { return (rows + kBand - 1) / kBand; }

/// Slow noise about 128, smooth over `cell` pixels.
void fillNoise(BytePlane& plane, int width, int height, float cell, int seed, WorkerPool& pool) {
    if (plane.width() == width && plane.height() == height) return;
    plane.fit(width, height);
    pool.share(bands(height), [&](int band) {
        for (int y = band * kBand; y < std::min(height, (band + 1) * kBand); ++y) {
            for (int x = 0; x < width; ++x) {
                const float n = lane::noise(float(x) / cell + float(seed) * 17, float(y) / cell + 5) * 0.7f + lane::noise(float(x) / cell * 2.3f, float(y) / cell * 2.3f + float(seed) * 31) * 0.3f;
                plane.row(y)[x] = std::uint8_t(lane::within((n - 0.5f) * 400 + 128, 0, 255));
            }
            plane.pad(y);
        }
    });
}

/// Paper's tooth: a tile of 256 x 256, 0..255 about 128.
const std::uint8_t* paperTile() {
    static const std::vector<std::uint8_t> tile = [] {
        std::vector<std::uint8_t> t(256 * 256);
        for (int y = 0; y < 256; ++y)
            for (int x = 0; x < 256; ++x) {
                float sum = 0; // four neighbours, so that the grain is a little larger than a pixel; wraps
                for (int k = 0; k < 4; ++k) sum += lane::hash((x + (k & 1)) & 255, ((y + (k >> 1)) & 255) + 77);
                t[std::size_t(y * 256 + x)] = std::uint8_t(lane::within((sum / 4 - 0.5f) * 330 + 128, 0, 255));
            }
        return t;
    }();
    return tile.data();
}

struct Channels {
    const float *red, *green, *blue, *fade;
};

/// Two rows of twice the width into one, in place of the first.
RUSHES_ROWS void halve(const float* __restrict a, const float* __restrict b, int n, float* __restrict out) {
    for (int x = 0; x < n; ++x) out[x] = (a[2 * x] + a[2 * x + 1] + b[2 * x] + b[2 * x + 1]) * 0.25f;
}

struct PenRule {
    float strength, red, green, blue;
    float grain;
};

/// Pen over paint, the paper's tooth over both, then bytes.
RUSHES_ROWS void finishRow(const Channels c, const float* __restrict pen, const std::uint8_t* __restrict tile, int n, PenRule rule, std::uint32_t* __restrict out) {
    const float *__restrict red = c.red, *__restrict green = c.green, *__restrict blue = c.blue, *__restrict fade = c.fade;
    RUSHES_APART for (int x = 0; x < n; ++x) {
        const float a = pen[x] * fade[x] * rule.strength, k = 1 - a, tooth = 1 + (float(int(tile[x])) - 128) * rule.grain;
        const float r = lane::unit((red[x] * k + rule.red * a) * tooth), g = lane::unit((green[x] * k + rule.green * a) * tooth), b = lane::unit((blue[x] * k + rule.blue * a) * tooth);
        out[x] = std::uint32_t(int(r * 255 + 0.5f)) | std::uint32_t(int(g * 255 + 0.5f)) << 8 | std::uint32_t(int(b * 255 + 0.5f)) << 16 | 0xff000000u;
    }
}

RUSHES_ROWS void lineRow(const float* __restrict pen, const float* __restrict fade, int n, std::uint8_t* __restrict out) {
    for (int x = 0; x < n; ++x) out[x] = std::uint8_t(int(lane::unit(pen[x] * fade[x]) * 255 + 0.5f));
}

PenRule penOf(const View& view) {
    switch (view.look) {
    case Look::board: return {0.95f, kInk.r, kInk.g, kInk.b, 0.007f / 128};
    case Look::clay: return {0.16f, kInk.r, kInk.g, kInk.b, 0};
    case Look::colour: return {0.45f, kInk.r, kInk.g, kInk.b, 0};
    }
    return {};
}

} // namespace

void TonePass::draw(const ToneInput& input, const Passes& passes, Picture& picture) {
    prepare(input);
    m_pool.share(bands(m_frame.height()), [&](int band) { // 1: light
        LightRow row(m_frame.width());
        for (int y = band * kBand; y < std::min(m_frame.height(), (band + 1) * kBand); ++y) row.light(m_frame, y);
    });
    shadeAndInk();                  // 2
    fillContact(m_frame, m_pool);   // 3
    finish(passes.lines, picture);  // 4: paint and pen
    if (passes.guides) fillGuidePasses(m_frame, m_pool, picture);
}

void TonePass::prepare(const ToneInput& input) {
    ToneFrame& f = m_frame;
    f.view = input.view;
    f.geometry = input.geometry;
    f.table = input.table;
    f.standing = input.standing;
    f.moving = input.moving;
    f.samples = input.samples;
    f.camera = rowCamera(input.view->camera, f.width(), f.height());
    const glm::vec3 sun = input.view->atmosphere.sunDirection;
    f.sky = skyTable(*input.view);
    f.sun = glm::length(sun) > 1e-4f ? glm::normalize(sun) : glm::vec3(0, 1, 0);
    const int width = f.width() / f.samples, height = f.height() / f.samples;
    f.scale = float(height) / 720.0f;
    f.cast.fit(f.width(), f.castRows());
    f.even.resize(std::size_t(f.chunks()) * std::size_t(f.height()));
    for (auto* plane : {&f.soft, &f.turn, &f.steep, &f.shade, &f.ink}) plane->fit(f.width(), f.height());
    const float cell = std::max(46.0f * f.scale, 12.0f);
    fillNoise(f.pushX, width, height, cell, 1, m_pool);
    fillNoise(f.pushY, width, height, cell, 2, m_pool);
    fillNoise(f.grit, f.width(), f.height(), cell * float(f.samples) * 0.6f, 3, m_pool);
}

void TonePass::shadeAndInk() {
    m_pool.share(bands(m_frame.height()), [&](int band) {
        InkRows rows(m_frame, band * kBand);
        ShadeRoom room;
        for (int y = band * kBand; y < std::min(m_frame.height(), (band + 1) * kBand); ++y) {
            shadeRow(m_frame, y, rows.row(), room);
            rows.next();
        }
    });
}

void TonePass::finish(bool lines, Picture& picture) {
    const int width = m_frame.width() / m_frame.samples, height = m_frame.height() / m_frame.samples, samples = m_frame.samples;
    picture.colour = Image::create(width, height, PixelFormat::rgba8);
    if (lines) picture.lines = Image::create(width, height, PixelFormat::grey8);
    const PenRule rule = penOf(*m_frame.view);
    m_pool.share(bands(height), [&](int band) {
        PaintRow paint(m_frame);
        std::optional<PaintRow> second;
        if (samples == 2) second.emplace(m_frame);
        PenRows pen(m_frame, band * kBand);
        std::vector<float> half[4];
        for (auto& list : half) list.resize(std::size_t(width));
        std::vector<std::uint8_t> tooth(std::size_t(width) + 256);
        for (int y = band * kBand; y < std::min(height, (band + 1) * kBand); ++y) {
            paint.paint(y * samples);
            Channels c{paint.red.data(), paint.green.data(), paint.blue.data(), paint.fade.data()};
            if (samples == 2) {
                second->paint(y * 2 + 1);
                halve(paint.red.data(), second->red.data(), width, half[0].data());
                halve(paint.green.data(), second->green.data(), width, half[1].data());
                halve(paint.blue.data(), second->blue.data(), width, half[2].data());
                halve(paint.fade.data(), second->fade.data(), width, half[3].data());
                c = {half[0].data(), half[1].data(), half[2].data(), half[3].data()};
            }
            const auto& drawn = pen.next();
            for (int x = 0; x < width; x += 256) std::memcpy(tooth.data() + x, paperTile() + (y & 255) * 256, 256);
            finishRow(c, drawn.data(), tooth.data(), width, rule, picture.colour.rowAs<std::uint32_t>(y));
            if (lines) lineRow(drawn.data(), c.fade, width, picture.lines.rowAs<std::uint8_t>(y));
        }
    });
}

} // namespace rushes::render
