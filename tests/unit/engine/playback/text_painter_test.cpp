// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/playback/text_painter.h"

#include <catch2/catch.hpp>

using namespace rushes;
using namespace rushes::playback;

namespace {

/// Pixels that differ from the ground, in a part of the picture.
int inked(const Image& image, int x0, int y0, int x1, int y1) {
    int count = 0;
    for (int y = y0; y < y1; ++y)
        for (int x = x0; x < x1; ++x) count += image.rowAs<std::uint8_t>(y)[x * 4 + 1] > 60;
    return count;
}

const std::string lorem = "Mara walks toward the ferryman under a street lamp while the rain comes down and the last ferry pulls away from the quay. ";

} // namespace

TEST_CASE("Lines keep to their width", "[playback]") {
    const auto& painter = TextPainter::instance();
    if (!painter.available()) {
        WARN("no fonts here");
        return;
    }
    const auto lines = painter.wrap(lorem + lorem, Face::regular, 20, 300, 100);
    CHECK(lines.size() > 5);
    std::string joined;
    for (const auto& line : lines) {
        CHECK(painter.width(line, Face::regular, 20) <= 300);
        joined += line + " ";
    }
    CHECK(joined == lorem + lorem);
    const auto cut = painter.wrap(lorem + lorem, Face::regular, 20, 300, 2);
    REQUIRE(cut.size() == 2);
    CHECK(cut[1].substr(cut[1].size() - 3) == "…");
    CHECK(painter.width(cut[1], Face::regular, 20) <= 300);
    for (const auto& line : painter.wrap(std::string(500, 'W'), Face::regular, 20, 100, 1000)) CHECK(painter.width(line, Face::regular, 20) <= 100);
    CHECK(painter.wrap("a\n\nb", Face::regular, 20, 100, 9) == std::vector<std::string>{"a", "", "b"});
    CHECK(painter.wrap("", Face::regular, 20, 100, 9).empty());
    CHECK(painter.width("WW", Face::regular, 40) == Approx(2 * painter.width("WW", Face::regular, 20)));
    CHECK(painter.width("00", Face::mono, 20) == Approx(painter.width("i.", Face::mono, 20)));
}

TEST_CASE("Bytes that are not UTF-8 do no harm", "[playback]") {
    Image image = Image::create(200, 40, PixelFormat::bgra8);
    TextPainter::instance().draw(image, 150, 30, "\xff\xc3\x28\xe2\x82 \xf0\x9f\x98\x80 Zürich \xe2", Face::regular, 24, {255, 255, 255});
    TextPainter::instance().draw(image, -500, 300, "outside", Face::regular, 24, {255, 255, 255});
    CHECK(TextPainter::instance().wrap("\xe2\xe2\xe2 x", Face::regular, 24, 1, 50).size() <= 50);
}

TEST_CASE("A card has its number and text inside the safe area", "[playback]") {
    if (!TextPainter::instance().available()) return;
    const CardText words{"12B", "EXT. HARBOUR - NIGHT", "Wide", lorem, "No take yet"};
    for (const auto& [width, height] : {std::pair{1280, 720}, {1920, 1080}, {720, 1280}, {640, 480}, {2048, 858}, {160, 90}}) {
        const Image card = drawCard(words, width, height);
        CHECK(card.format == PixelFormat::bgra8);
        CHECK(inked(card, 0, 0, width, height) > width * height / 400);
        const int edgeX = width / 20, edgeY = height / 20;
        CHECK(inked(card, 0, 0, edgeX, height) == 0);
        CHECK(inked(card, width - edgeX, 0, width, height) == 0);
        CHECK(inked(card, 0, 0, width, edgeY) == 0);
        CHECK(inked(card, 0, height - edgeY, width, height) == 0);
        CHECK(std::to_integer<int>(card.data[3]) == 255);
    }
    std::string endless;
    for (int i = 0; i < 60; ++i) endless += lorem;
    const Image full = drawCard({std::string(80, '9'), std::string(500, 'X'), std::string(300, 'y'), endless, std::string(400, 'z')}, 1280, 720);
    CHECK(inked(full, 1240, 0, 1280, 720) == 0);
    CHECK(inked(full, 0, 690, 1280, 720) == 0);
    drawCard({}, 2, 2);
}
