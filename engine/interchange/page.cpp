// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/interchange/page.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace rushes::interchange {
namespace {

/// Advance widths of Helvetica for U+0020..U+007E in thousandths of the size (Adobe's Core 14 metrics).
constexpr std::array<int, 95> helvetica = {278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556,
                                           556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
                                           667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556,
                                           556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584};

std::string escaped(const std::string& text) {
    std::string out;
    for (const char c : text) {
        if (c == '&') out += "&amp;";
        else if (c == '<') out += "&lt;";
        else if (c == '>') out += "&gt;";
        else if (static_cast<unsigned char>(c) >= 0x20) out += c;
    }
    return out;
}

std::string colourOf(const glm::vec3& c) {
    const auto byte = [](float v) { return int(v * 255 + 0.5f); };
    return fmt::format("#{:02x}{:02x}{:02x}", byte(c.x), byte(c.y), byte(c.z));
}

std::string svgStyle(const Ink& ink) {
    std::string out = ink.fillAlpha > 0 ? fmt::format(" fill=\"{}\" fill-opacity=\"{:.2f}\"", colourOf(ink.fill), ink.fillAlpha) : " fill=\"none\"";
    if (ink.width > 0) out += fmt::format(" stroke=\"{}\" stroke-width=\"{:.2f}\"", colourOf(ink.line), ink.width);
    if (ink.dashed) out += " stroke-dasharray=\"3 2\"";
    return out;
}

std::string svgShape(const Page::Shape& shape) {
    if (shape.radius > 0)
        return fmt::format("<circle cx=\"{:.2f}\" cy=\"{:.2f}\" r=\"{:.2f}\"{}/>\n", shape.points[0].x, shape.points[0].y, shape.radius, svgStyle(shape.ink));
    std::string points;
    for (const auto& p : shape.points) points += fmt::format("{:.2f},{:.2f} ", p.x, p.y);
    if (!points.empty()) points.pop_back();
    return fmt::format("<{} points=\"{}\"{}/>\n", shape.closed ? "polygon" : "polyline", points, svgStyle(shape.ink));
}

std::string svgWords(const Page::Words& words) {
    static constexpr const char* anchors[] = {"start", "middle", "end"};
    return fmt::format("<text x=\"{:.2f}\" y=\"{:.2f}\" font-family=\"Helvetica, Arial, sans-serif\" font-size=\"{:.2f}\" text-anchor=\"{}\" fill=\"{}\"{}>{}</text>\n", words.at.x,
                       words.at.y, words.size, anchors[int(words.align)], colourOf(words.colour), words.bold ? " font-weight=\"bold\"" : "", escaped(words.text));
}

} // namespace

void Page::polyline(std::vector<glm::vec2> points, const Ink& ink, bool closed) {
    if (points.size() < 2) return;
    m_items.push_back({false, m_shapes.size()});
    m_shapes.push_back({std::move(points), closed, 0, ink});
}

void Page::rectangle(const glm::vec2& low, const glm::vec2& high, const Ink& ink) { polyline({low, {high.x, low.y}, high, {low.x, high.y}}, ink, true); }

void Page::circle(const glm::vec2& centre, float radius, const Ink& ink) {
    m_items.push_back({false, m_shapes.size()});
    m_shapes.push_back({{centre}, true, radius, ink});
}

void Page::text(const glm::vec2& at, float sizePt, std::string_view words, Align align, const glm::vec3& colour, bool bold) {
    m_items.push_back({true, m_words.size()});
    m_words.push_back({at, sizePt, std::string(words), align, colour, bold});
}

float textWidth(std::string_view words, float sizePt, bool bold) {
    int sum = 0;
    for (const char c : words) {
        const auto byte = static_cast<unsigned char>(c);
        if ((byte & 0xc0) == 0x80) continue; // the rest of a letter that was counted
        sum += byte >= 0x20 && byte < 0x7f ? helvetica[byte - 0x20] : 556;
    }
    return float(sum) * sizePt / 1000.0f * (bold ? 1.06f : 1.0f);
}

std::vector<std::string> wrapped(std::string_view words, float sizePt, float widthPt, std::size_t most) {
    std::vector<std::string> lines;
    std::string line;
    const auto flush = [&] {
        if (!line.empty()) lines.push_back(std::exchange(line, {}));
    };
    for (std::size_t at = 0; at < words.size();) {
        const auto end = std::min(words.find_first_of(" \n\r\t", at), words.size());
        const std::string word(words.substr(at, end - at));
        at = end + 1;
        if (word.empty()) continue;
        if (!line.empty() && textWidth(line + " " + word, sizePt) > widthPt) flush();
        line += (line.empty() ? "" : " ") + word;
    }
    flush();
    if (lines.size() > most) {
        lines.resize(std::max<std::size_t>(1, most));
        lines.back() += " …";
    }
    return lines;
}

std::string svgOf(const Page& page) {
    std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    out += fmt::format("<svg xmlns=\"http://www.w3.org/2000/svg\" version=\"1.1\" width=\"{0:.0f}pt\" height=\"{1:.0f}pt\" viewBox=\"0 0 {0:.0f} {1:.0f}\">\n", page.width(), page.height());
    out += fmt::format("<rect width=\"{:.0f}\" height=\"{:.0f}\" fill=\"#ffffff\"/>\n", page.width(), page.height());
    for (const auto& item : page.items()) out += item.isText ? svgWords(page.words()[item.index]) : svgShape(page.shapes()[item.index]);
    return out + "</svg>\n";
}

} // namespace rushes::interchange
