// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <glm/vec2.hpp>
#include <glm/vec3.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace rushes::interchange {

/// How a line or an area of a page is drawn. Colours are sRGB 0..1, widths are points; a width or an alpha of 0 leaves it out.
struct Ink {
    glm::vec3 line{0}, fill{1};
    float width = 0.7f;
    float fillAlpha = 0; ///< 0 no area, 1 solid
    bool dashed = false;
};

enum class Align { left, centre, right };

/// One page of lines, areas and words, in points (1/72 inch), origin top left, y down. Written as SVG or, with others, as PDF.
class Page {
public:
    Page(float widthPt, float heightPt) : m_width(widthPt), m_height(heightPt) {}

    void polyline(std::vector<glm::vec2> points, const Ink& ink, bool closed = false);
    void line(const glm::vec2& a, const glm::vec2& b, const Ink& ink) { polyline({a, b}, ink); }
    void rectangle(const glm::vec2& low, const glm::vec2& high, const Ink& ink);
    void circle(const glm::vec2& centre, float radius, const Ink& ink);
    /// `at` is on the words' base line. UTF-8.
    void text(const glm::vec2& at, float sizePt, std::string_view words, Align align = Align::left, const glm::vec3& colour = {0, 0, 0}, bool bold = false);

    float width() const { return m_width; }
    float height() const { return m_height; }

    struct Shape {
        std::vector<glm::vec2> points;
        bool closed = false;
        float radius = 0; ///< above 0: a circle about the only point
        Ink ink;
    };
    struct Words {
        glm::vec2 at{0};
        float size = 8;
        std::string text;
        Align align = Align::left;
        glm::vec3 colour{0};
        bool bold = false;
    };
    struct Item {
        bool isText = false;
        std::size_t index = 0;
    };
    const std::vector<Shape>& shapes() const { return m_shapes; }
    const std::vector<Words>& words() const { return m_words; }
    const std::vector<Item>& items() const { return m_items; } ///< in the order of drawing

private:
    float m_width, m_height;
    std::vector<Shape> m_shapes;
    std::vector<Words> m_words;
    std::vector<Item> m_items;
};

/// Width of words in Helvetica, points.
float textWidth(std::string_view words, float sizePt, bool bold = false);
/// The words broken into lines no wider than `widthPt`; at most `most` lines, the last one ends in "…" when more was left.
std::vector<std::string> wrapped(std::string_view words, float sizePt, float widthPt, std::size_t most);

std::string svgOf(const Page& page);
/// PDF 1.4 with the standard font Helvetica, which every reader has. Letters outside of Windows-1252 are drawn as "?".
std::string pdfOf(const std::vector<Page>& pages, const std::string& title);

} // namespace rushes::interchange
