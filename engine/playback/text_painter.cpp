// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/playback/text_painter.h"

#include "engine/base/log.h"
#include "engine/base/paths.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <memory>
#include <mutex>
#include <tuple>
#include <utility>

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wunused-function"
#define STB_TRUETYPE_IMPLEMENTATION
#define STBTT_STATIC
#include <stb/stb_truetype.h>
#pragma GCC diagnostic pop

namespace rushes::playback {
namespace {

constexpr std::uint32_t replacement = 0xfffd;

/// The next code point; bytes that are not UTF-8 count as replacement characters one by one.
std::uint32_t nextCodePoint(std::string_view text, std::size_t& at) {
    const auto byte = [&](std::size_t i) { return i < text.size() ? std::uint8_t(text[i]) : 0u; };
    const std::uint32_t first = byte(at++);
    const int more = first < 0x80 ? 0 : first >= 0xc2 && first < 0xe0 ? 1 : first >= 0xe0 && first < 0xf0 ? 2 : first >= 0xf0 && first < 0xf5 ? 3 : -1;
    if (more == 0) return first;
    if (more < 0) return replacement;
    std::uint32_t point = first & (0x3fu >> more);
    for (int i = 0; i < more; ++i) {
        if ((byte(at + std::size_t(i)) & 0xc0) != 0x80) return replacement;
        point = (point << 6) | (byte(at + std::size_t(i)) & 0x3f);
    }
    at += std::size_t(more);
    return point;
}

struct Glyph {
    int width = 0, height = 0, left = 0, top = 0;
    std::vector<std::uint8_t> coverage;
};

/// One font file. Glyphs are rendered once for each size and quarter of a pixel.
class Font {
public:
    static std::shared_ptr<const Font> load(const char* asset, const char* system) {
        const auto path = findAsset(asset);
        auto bytes = readFile(path ? *path : std::filesystem::path(system), 32u << 20);
        if (!bytes) return {};
        const auto font = std::make_shared<Font>();
        font->m_bytes = std::move(*bytes);
        const auto* data = reinterpret_cast<const unsigned char*>(font->m_bytes.data());
        if (!stbtt_InitFont(&font->m_info, data, stbtt_GetFontOffsetForIndex(data, 0))) return {};
        return font;
    }

    float scaleFor(double size) const { return stbtt_ScaleForMappingEmToPixels(&m_info, float(size)); }
    int glyphOf(std::uint32_t point) const { return stbtt_FindGlyphIndex(&m_info, int(point)); }

    /// Advance of a glyph in font units, with the kerning to the one after it.
    int advance(int glyph, int next) const {
        int width = 0, bearing = 0;
        stbtt_GetGlyphHMetrics(&m_info, glyph, &width, &bearing);
        return width + (next > 0 ? stbtt_GetGlyphKernAdvance(&m_info, glyph, next) : 0);
    }

    Glyph render(int glyph, double size, float shift) const {
        const float scale = scaleFor(size);
        int x0 = 0, y0 = 0, x1 = 0, y1 = 0;
        stbtt_GetGlyphBitmapBoxSubpixel(&m_info, glyph, scale, scale, shift, 0, &x0, &y0, &x1, &y1);
        Glyph out{x1 - x0, y1 - y0, x0, y0, {}};
        if (out.width <= 0 || out.height <= 0 || out.width > 4096 || out.height > 4096) return {};
        out.coverage.resize(std::size_t(out.width) * std::size_t(out.height));
        stbtt_MakeGlyphBitmapSubpixel(&m_info, out.coverage.data(), out.width, out.height, out.width, scale, scale, shift, 0, glyph);
        return out;
    }

private:
    std::string m_bytes;
    stbtt_fontinfo m_info{};
};

void blend(std::uint8_t* pixel, const Colour& colour, bool bgra, unsigned alpha) {
    const std::uint8_t source[3] = {bgra ? colour.b : colour.r, colour.g, bgra ? colour.r : colour.b};
    for (int i = 0; i < 3; ++i) pixel[i] = std::uint8_t((source[i] * alpha + pixel[i] * (255 - alpha) + 127) / 255);
    pixel[3] = 255;
}

} // namespace

struct TextPainter::Impl {
    std::array<std::shared_ptr<const Font>, 3> fonts;

    /// Glyphs drawn so far, by (face, glyph, quarter pixels of size, quarter pixel). Emptied when large.
    struct Shared {
        std::mutex mutex;
        std::map<std::tuple<int, int, int, int>, std::shared_ptr<const Glyph>> glyphs;
    };
    mutable Shared shared;

    std::shared_ptr<const Glyph> glyph(Face face, int index, double size, int quarter) const {
        const auto key = std::tuple(int(face), index, int(std::lround(size * 4)), quarter);
        const std::lock_guard lock(shared.mutex);
        if (const auto found = shared.glyphs.find(key); found != shared.glyphs.end()) return found->second;
        if (shared.glyphs.size() > 4000) shared.glyphs.clear();
        return shared.glyphs[key] = std::make_shared<const Glyph>(fonts[std::size_t(face)]->render(index, size, float(quarter) / 4));
    }
};

TextPainter::TextPainter() {
    auto impl = std::make_shared<Impl>();
    impl->fonts[0] = Font::load("fonts/Inter-Regular.otf", "/usr/share/fonts/opentype/inter/Inter-Regular.otf");
    impl->fonts[1] = Font::load("fonts/Inter-SemiBold.otf", "/usr/share/fonts/opentype/inter/Inter-SemiBold.otf");
    impl->fonts[2] = Font::load("fonts/JetBrainsMono-Regular.ttf", "/usr/share/fonts/truetype/jetbrains-mono/JetBrainsMono-Regular.ttf");
    for (auto& font : impl->fonts)
        for (const auto& other : {impl->fonts[0], impl->fonts[1], impl->fonts[2]})
            if (!font) font = other;
    if (!impl->fonts[0]) log::warning("No font was found, so cards and burnt-in labels stay without text. Install fonts-inter and fonts-jetbrains-mono.");
    m_impl = std::move(impl);
}

const TextPainter& TextPainter::instance() {
    static const TextPainter painter;
    return painter;
}

bool TextPainter::available() const { return m_impl->fonts[0] != nullptr; }

double TextPainter::width(std::string_view text, Face face, double size) const {
    const auto& font = m_impl->fonts[std::size_t(face)];
    if (!font) return double(text.size()) * size * 0.55;
    double units = 0;
    int previous = -1;
    for (std::size_t at = 0; at < text.size();) {
        const int glyph = font->glyphOf(nextCodePoint(text, at));
        if (previous >= 0) units += font->advance(previous, glyph);
        previous = glyph;
    }
    if (previous >= 0) units += font->advance(previous, 0);
    return units * double(font->scaleFor(size));
}

namespace {

/// How many bytes of a word that is too wide fit the line; at least one character.
std::size_t fittingPart(const TextPainter& painter, const std::string& word, Face face, double size, double maxWidth) {
    std::size_t fits = 0;
    for (std::size_t next = 0; next < word.size();) {
        nextCodePoint(word, next);
        next = std::min(next, word.size());
        if (fits > 0 && painter.width(std::string_view(word).substr(0, next), face, size) > maxWidth) break;
        fits = next;
    }
    return fits;
}

/// Shortens a line until an ellipsis fits behind it.
std::string withEllipsis(const TextPainter& painter, std::string line, Face face, double size, double maxWidth) {
    while (!line.empty() && painter.width(line + "…", face, size) > maxWidth) {
        do line.pop_back();
        while (!line.empty() && (std::uint8_t(line.back()) & 0xc0) == 0x80);
    }
    while (!line.empty() && (line.back() == ' ' || line.back() == ',' || line.back() == '.')) line.pop_back();
    return line + "…";
}

} // namespace

std::vector<std::string> TextPainter::wrap(std::string_view text, Face face, double size, double maxWidth, int maxLines) const {
    std::vector<std::string> lines;
    std::string line;
    // One line more than wanted tells that something is left over.
    const auto full = [&] { return int(lines.size()) > maxLines; };
    const auto flush = [&] { lines.push_back(std::exchange(line, {})); };
    for (std::size_t at = 0; at < text.size() && !full();) {
        const char c = text[at];
        if (c == '\n') flush();
        if (c == '\n' || c == ' ' || c == '\t' || c == '\r') {
            ++at;
            continue;
        }
        const auto end = std::min(text.find_first_of(" \t\r\n", at), text.size());
        std::string word(text.substr(at, end - at));
        at = end;
        const std::string longer = line.empty() ? word : line + " " + word;
        if (width(longer, face, size) <= maxWidth) {
            line = longer;
            continue;
        }
        if (!line.empty()) flush();
        while (!full() && width(word, face, size) > maxWidth) {
            const std::size_t fits = fittingPart(*this, word, face, size, maxWidth);
            if (fits >= word.size()) break;
            line = word.substr(0, fits);
            word.erase(0, fits);
            flush();
        }
        line = word;
    }
    if (!line.empty()) flush();
    if (full()) {
        lines.resize(std::size_t(std::max(0, maxLines)));
        if (!lines.empty()) lines.back() = withEllipsis(*this, lines.back(), face, size, maxWidth);
    }
    return lines;
}

void TextPainter::draw(Image& image, double x, double y, std::string_view text, Face face, double size, Colour colour) const {
    const auto& font = m_impl->fonts[std::size_t(face)];
    if (!font || size < 1 || size > 2000) return;
    const bool bgra = image.format == PixelFormat::bgra8;
    const double scale = double(font->scaleFor(size));
    const int baseline = int(std::lround(y));
    int previous = -1;
    for (std::size_t at = 0; at < text.size();) {
        const int index = font->glyphOf(nextCodePoint(text, at));
        if (previous >= 0) x += font->advance(previous, index) * scale;
        previous = index;
        const double whole = std::floor(x);
        const auto glyph = m_impl->glyph(face, index, size, int((x - whole) * 4));
        for (int row = 0; row < glyph->height; ++row) {
            const int py = baseline + glyph->top + row;
            if (py < 0 || py >= image.height) continue;
            for (int column = 0; column < glyph->width; ++column) {
                const int px = int(whole) + glyph->left + column;
                const unsigned coverage = glyph->coverage[std::size_t(row) * std::size_t(glyph->width) + std::size_t(column)];
                if (coverage && px >= 0 && px < image.width) blend(image.rowAs<std::uint8_t>(py) + px * 4, colour, bgra, (coverage * colour.a + 127) / 255);
            }
        }
    }
}

void fillRectangle(Image& image, double x, double y, double width, double height, double radius, Colour colour) {
    const bool bgra = image.format == PixelFormat::bgra8;
    const int left = std::max(0, int(std::floor(x))), right = std::min(image.width, int(std::ceil(x + width)));
    const int top = std::max(0, int(std::floor(y))), bottom = std::min(image.height, int(std::ceil(y + height)));
    radius = std::min({radius, width / 2, height / 2});
    for (int py = top; py < bottom; ++py)
        for (int px = left; px < right; ++px) {
            // Distance from the pixel's centre to the rounded outline, as coverage of one pixel.
            const double dx = std::abs(px + 0.5 - (x + width / 2)) - width / 2 + radius, dy = std::abs(py + 0.5 - (y + height / 2)) - height / 2 + radius;
            const double outside = std::hypot(std::max(0.0, dx), std::max(0.0, dy)) + std::min(0.0, std::max(dx, dy)) - radius;
            const double coverage = std::clamp(0.5 - outside, 0.0, 1.0);
            if (coverage > 0) blend(image.rowAs<std::uint8_t>(py) + px * 4, colour, bgra, unsigned(std::lround(coverage * colour.a)));
        }
}

} // namespace rushes::playback
