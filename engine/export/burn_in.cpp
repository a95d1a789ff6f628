// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/export/burn_in.h"

#include "engine/playback/text_painter.h"

#include <algorithm>
#include <cmath>

namespace rushes::exports {
namespace {

using playback::Colour;
using playback::Face;

constexpr Colour tag{20, 21, 23, 209}, text{232, 229, 223}; ///< the tags of the storyboard's cards

void drawTag(Image& image, double x, double bottom, const std::string& words, Face face, double size) {
    const auto& painter = playback::TextPainter::instance();
    const double padding = size * 0.5, height = size * 1.6;
    playback::fillRectangle(image, x, std::round(bottom - height), std::round(painter.width(words, face, size) + 2 * padding), std::round(height), size * 0.3, tag);
    painter.draw(image, x + padding, bottom - size * 0.46, words, face, size, text);
}

} // namespace

void burnIn(Image& image, const time::Timecode& timecode, const playback::CutItem* item) {
    const double size = std::max(8.0, std::min(image.height, image.width) / 32.0);
    const double margin = std::round(std::min(image.width, image.height) * 0.045);
    drawTag(image, margin, image.height - margin, timecode.text(), Face::mono, size);
    if (!item) return;
    std::string label = item->shot;
    for (const auto* part : {&item->take, &item->generator})
        if (!part->empty()) label += (label.empty() ? "" : "  ") + *part;
    if (!label.empty()) drawTag(image, margin, margin + size * 1.6, label, Face::regular, size);
}

} // namespace rushes::exports
