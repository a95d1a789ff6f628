// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/media/layer_canvas.h"

#include <algorithm>

namespace rushes::media {
namespace {

/// Both premultiplied. Multiply: Sc·Dc + Sc·(1 − Da) + Dc·(1 − Sa).
void blendOne(const float* source, float opacity, LayerBlend blend, float* under) {
    const float alpha = source[3] * opacity, rest = 1 - alpha;
    for (int c = 0; c < 3; ++c) {
        const float colour = source[c] * opacity;
        under[c] = blend == LayerBlend::multiply ? colour * under[c] + colour * (1 - under[3]) + under[c] * rest : colour + under[c] * rest;
    }
    under[3] = alpha + under[3] * rest;
}

} // namespace

LayerCanvas::LayerCanvas(int width, int height) : m_width(width), m_height(height), m_pixels(std::size_t(width) * std::size_t(height) * 4) {}

void LayerCanvas::lay(const Image& picture, int x, int y, double opacity, LayerBlend blend) {
    for (int row = std::max(0, y); row < std::min(m_height, y + picture.height); ++row) {
        const auto* from = picture.rowAs<std::uint8_t>(row - y);
        float* under = m_pixels.data() + std::size_t(row) * std::size_t(m_width) * 4;
        for (int column = std::max(0, x); column < std::min(m_width, x + picture.width); ++column) {
            const auto* pixel = from + (column - x) * 4;
            if (pixel[3] == 0) continue;
            const float alpha = float(pixel[3]) / 255, scale = alpha / 255;
            const float source[4] = {float(pixel[0]) * scale, float(pixel[1]) * scale, float(pixel[2]) * scale, alpha};
            blendOne(source, float(opacity), blend, under + column * 4);
        }
    }
}

void LayerCanvas::lay(const LayerCanvas& group, double opacity, LayerBlend blend) {
    for (std::size_t at = 0; at + 4 <= m_pixels.size(); at += 4) blendOne(group.m_pixels.data() + at, float(opacity), blend, m_pixels.data() + at);
}

Image LayerCanvas::image() const {
    Image out = Image::create(m_width, m_height, PixelFormat::rgba8);
    auto* to = reinterpret_cast<std::uint8_t*>(out.data.data());
    for (std::size_t at = 0; at + 4 <= m_pixels.size(); at += 4) {
        const float alpha = m_pixels[at + 3];
        for (int c = 0; c < 3; ++c) to[at + std::size_t(c)] = alpha > 0 ? std::uint8_t(std::clamp(m_pixels[at + std::size_t(c)] / alpha * 255 + 0.5f, 0.0f, 255.0f)) : 0;
        to[at + 3] = std::uint8_t(std::clamp(alpha * 255 + 0.5f, 0.0f, 255.0f));
    }
    return out;
}

} // namespace rushes::media
