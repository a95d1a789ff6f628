// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/interchange/page.h"

#include <fmt/format.h>

#include <cstdint>

namespace rushes::interchange {
namespace {

/// Windows-1252 bytes 0x80..0x9F that are letters and marks beyond Latin-1.
constexpr std::pair<std::uint32_t, unsigned char> marks[] = {{0x20AC, 0x80}, {0x201A, 0x82}, {0x0192, 0x83}, {0x201E, 0x84}, {0x2026, 0x85}, {0x2020, 0x86}, {0x2021, 0x87},
                                                            {0x2030, 0x89}, {0x0160, 0x8A}, {0x2039, 0x8B}, {0x0152, 0x8C}, {0x017D, 0x8E}, {0x2018, 0x91}, {0x2019, 0x92},
                                                            {0x201C, 0x93}, {0x201D, 0x94}, {0x2022, 0x95}, {0x2013, 0x96}, {0x2014, 0x97}, {0x2122, 0x99}, {0x0161, 0x9A},
                                                            {0x203A, 0x9B}, {0x0153, 0x9C}, {0x017E, 0x9E}, {0x0178, 0x9F}};

std::uint32_t nextLetter(const std::string& text, std::size_t& at) {
    const auto byte = static_cast<unsigned char>(text[at++]);
    const int more = byte >= 0xf0 ? 3 : byte >= 0xe0 ? 2 : byte >= 0xc0 ? 1 : 0;
    std::uint32_t letter = more == 0 ? byte : byte & (0x3fu >> more);
    for (int i = 0; i < more && at < text.size(); ++i) letter = letter << 6 | (static_cast<unsigned char>(text[at++]) & 0x3fu);
    return letter;
}

unsigned char byteOf(std::uint32_t letter) {
    if ((letter >= 0x20 && letter < 0x7f) || (letter >= 0xa0 && letter <= 0xff)) return static_cast<unsigned char>(letter);
    for (const auto& [code, byte] : marks)
        if (code == letter) return byte;
    return '?';
}

/// A PDF string in round brackets, Windows-1252, with what would end it escaped.
std::string pdfString(const std::string& text) {
    std::string out = "(";
    for (std::size_t at = 0; at < text.size();) {
        const unsigned char byte = byteOf(nextLetter(text, at));
        if (byte == '(' || byte == ')' || byte == '\\') out += '\\';
        if (byte >= 0x80) out += fmt::format("\\{:03o}", int(byte));
        else out += char(byte);
    }
    return out + ")";
}

std::string colour(const glm::vec3& c, const char* operation) { return fmt::format("{:.3f} {:.3f} {:.3f} {}\n", c.x, c.y, c.z, operation); }

/// Four Bezier curves; 0.5523 is the usual factor for a quarter of a circle.
std::string circlePath(const glm::vec2& c, float r) {
    const float k = r * 0.5523f;
    std::string out = fmt::format("{:.2f} {:.2f} m\n", c.x + r, c.y);
    const auto curve = [&](float ax, float ay, float bx, float by, float x, float y) {
        out += fmt::format("{:.2f} {:.2f} {:.2f} {:.2f} {:.2f} {:.2f} c\n", c.x + ax, c.y + ay, c.x + bx, c.y + by, c.x + x, c.y + y);
    };
    curve(r, k, k, r, 0, r);
    curve(-k, r, -r, k, -r, 0);
    curve(-r, -k, -k, -r, 0, -r);
    curve(k, -r, r, -k, r, 0);
    return out + "h\n";
}

/// Areas are mixed with the white of the paper instead of being see-through, which PDF 1.4 would need a state object for.
std::string shapeOf(const Page::Shape& shape, float height) {
    std::string out = "q\n";
    const auto& ink = shape.ink;
    if (ink.fillAlpha > 0) out += colour(ink.fill * ink.fillAlpha + glm::vec3(1 - ink.fillAlpha), "rg");
    if (ink.width > 0) out += colour(ink.line, "RG") + fmt::format("{:.2f} w 1 J 1 j\n", ink.width);
    if (ink.dashed) out += "[3 2] 0 d\n";
    if (shape.radius > 0) out += circlePath({shape.points[0].x, height - shape.points[0].y}, shape.radius);
    else {
        for (std::size_t i = 0; i < shape.points.size(); ++i) out += fmt::format("{:.2f} {:.2f} {}\n", shape.points[i].x, height - shape.points[i].y, i == 0 ? "m" : "l");
        if (shape.closed) out += "h\n";
    }
    out += ink.fillAlpha > 0 ? (ink.width > 0 ? "B\n" : "f\n") : (ink.width > 0 ? "S\n" : "n\n");
    return out + "Q\n";
}

std::string wordsOf(const Page::Words& words, float height) {
    const float width = words.align == Align::left ? 0 : textWidth(words.text, words.size, words.bold);
    const float x = words.at.x - (words.align == Align::centre ? width * 0.5f : width);
    return "BT\n" + colour(words.colour, "rg") + fmt::format("/F{} {:.2f} Tf 1 0 0 1 {:.2f} {:.2f} Tm ", words.bold ? 2 : 1, words.size, x, height - words.at.y) + pdfString(words.text) + " Tj\nET\n";
}

std::string contentOf(const Page& page) {
    std::string out;
    for (const auto& item : page.items()) out += item.isText ? wordsOf(page.words()[item.index], page.height()) : shapeOf(page.shapes()[item.index], page.height());
    return out;
}

} // namespace

std::string pdfOf(const std::vector<Page>& pages, const std::string& title) {
    // 1 catalogue, 2 page tree, 3 and 4 fonts, 5 information, then for each page its object and its content.
    std::string out = "%PDF-1.4\n%\xE2\xE3\xCF\xD3\n";
    std::vector<std::size_t> offsets;
    const auto object = [&](const std::string& body) {
        offsets.push_back(out.size());
        out += fmt::format("{} 0 obj\n", offsets.size()) + body + "\nendobj\n";
    };
    std::string kids;
    for (std::size_t i = 0; i < pages.size(); ++i) kids += fmt::format("{} 0 R ", 6 + 2 * i);
    object("<< /Type /Catalog /Pages 2 0 R >>");
    object(fmt::format("<< /Type /Pages /Kids [ {}] /Count {} >>", kids, pages.size()));
    object("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
    object("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>");
    object("<< /Title " + pdfString(title) + " /Producer (Rushes) >>");
    for (std::size_t i = 0; i < pages.size(); ++i) {
        const std::string content = contentOf(pages[i]);
        object(fmt::format("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {:.2f} {:.2f}] /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> /Contents {} 0 R >>", pages[i].width(),
                           pages[i].height(), 7 + 2 * i));
        object(fmt::format("<< /Length {} >>\nstream\n", content.size()) + content + "endstream");
    }
    const std::size_t start = out.size();
    out += fmt::format("xref\n0 {}\n0000000000 65535 f \n", offsets.size() + 1);
    for (const std::size_t offset : offsets) out += fmt::format("{:010} 00000 n \n", offset);
    out += fmt::format("trailer\n<< /Size {} /Root 1 0 R /Info 5 0 R >>\nstartxref\n{}\n%%EOF\n", offsets.size() + 1, start);
    return out;
}

} // namespace rushes::interchange
