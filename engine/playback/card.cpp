// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/playback/text_painter.h"

#include <algorithm>
#include <cmath>

namespace rushes::playback {
namespace {

// The studio's colours (look/README): a neutral ground darker than any picture, text, dim and faint text, the line.
constexpr Colour ground{12, 13, 14}, text{232, 229, 223}, dim{164, 168, 174}, faint{109, 115, 122}, line{51, 55, 60};

/// The longest a line of prompt gets, in ems: about 62 characters, which the eye still finds its way back from.
constexpr double measure = 31;

struct Paragraph {
    std::vector<std::string> lines;
    double size = 0;
    double leading = 0;
};

/// The prompt at the largest of three sizes at which all of it fits; cut with an ellipsis at the smallest.
Paragraph setPrompt(const TextPainter& painter, const std::string& prompt, double unit, double width, double height) {
    Paragraph paragraph;
    for (const double size : {1.6, 1.3, 1.05}) {
        paragraph.size = size * unit;
        paragraph.leading = paragraph.size * 1.45;
        const int room = std::max(1, int(height / paragraph.leading));
        paragraph.lines = painter.wrap(prompt, Face::regular, paragraph.size, std::min(width, measure * paragraph.size), 1000);
        if (int(paragraph.lines.size()) <= room) return paragraph;
        paragraph.lines = painter.wrap(prompt, Face::regular, paragraph.size, std::min(width, measure * paragraph.size), room);
    }
    return paragraph;
}

std::string fitted(const TextPainter& painter, const std::string& words, Face face, double size, double width) {
    const auto lines = painter.wrap(words, face, size, width, 1);
    return lines.empty() ? std::string() : lines.front();
}

} // namespace

Image drawCard(const CardText& card, int width, int height) {
    Image image = Image::create(width, height, PixelFormat::bgra8);
    fillRectangle(image, -2, -2, width + 4, height + 4, 0, ground);
    const auto& painter = TextPainter::instance();
    // Everything hangs on one unit: 20 pixels at 720 lines. Margins are a twelfth of the width: inside the title-safe area.
    const double unit = std::min(width / 1.4, double(height)) / 36;
    const double margin = std::max(width / 12.0, 2 * unit), inner = width - 2 * margin;

    double y = height * 0.17;
    if (!card.heading.empty()) painter.draw(image, margin, y, fitted(painter, card.heading, Face::regular, unit, inner), Face::regular, unit, dim);
    y += 5.2 * unit;
    const double numberSize = 4.6 * unit;
    const std::string number = fitted(painter, card.number, Face::semibold, numberSize, inner);
    painter.draw(image, margin - 0.05 * numberSize, y, number, Face::semibold, numberSize, text);
    const double after = margin + painter.width(number, Face::semibold, numberSize) + 1.4 * unit;
    if (!card.details.empty() && after < width - margin - 4 * unit)
        painter.draw(image, after, y, fitted(painter, card.details, Face::regular, unit, width - margin - after), Face::regular, unit, dim);
    y += 1.6 * unit;
    fillRectangle(image, margin, std::round(y), inner, std::max(1.0, std::round(unit / 20)), 0, line);

    const double bottom = height - height * 0.12;
    const double room = bottom - 1.8 * unit - (y + 1.2 * unit);
    const Paragraph prompt = setPrompt(painter, card.prompt, unit, inner, room);
    y += 1.2 * unit + prompt.size;
    for (const auto& words : prompt.lines) {
        painter.draw(image, margin, y, words, Face::regular, prompt.size, text);
        y += prompt.leading;
    }
    if (!card.footer.empty()) painter.draw(image, margin, bottom, fitted(painter, card.footer, Face::regular, 0.9 * unit, inner), Face::regular, 0.9 * unit, faint);
    return image;
}

} // namespace rushes::playback
