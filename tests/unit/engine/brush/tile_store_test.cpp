// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/brush/tile_store.h"

#include <catch2/catch.hpp>

namespace rushes::brush {
namespace {

void dot(TileStore& tiles, int x, int y, std::uint16_t value = TileStore::kFull) {
    auto* pixel = tiles.tileToPaint(x / TileStore::kSide, y / TileStore::kSide).data() + (std::size_t(y % TileStore::kSide) * TileStore::kSide + std::size_t(x % TileStore::kSide)) * 4;
    pixel[0] = value;
    pixel[3] = value;
}

std::uint8_t alphaAt(const TileStore& tiles, int x, int y) { return tiles.picture().rowAs<std::uint8_t>(y)[x * 4 + 3]; }

void stroke(TileStore& tiles, int x, int y) {
    tiles.beginStep();
    dot(tiles, x, y);
    tiles.endStep();
}

} // namespace

TEST_CASE("A layer's strokes are undone and redone one by one", "[brush]") {
    TileStore tiles(150, 100); // neither a whole number of tiles
    CHECK(tiles.undo().empty());
    tiles.beginStep();
    CHECK_FALSE(tiles.endStep()); // nothing was touched
    stroke(tiles, 10, 10);
    tiles.beginStep();
    dot(tiles, 10, 11);
    dot(tiles, 140, 90);
    CHECK(tiles.endStep());
    CHECK(tiles.undo() == PixelRect{0, 0, 150, 100});
    CHECK(alphaAt(tiles, 10, 10) == 255);
    CHECK(alphaAt(tiles, 10, 11) == 0);
    CHECK(tiles.undo() == PixelRect{0, 0, 64, 64});
    CHECK(alphaAt(tiles, 10, 10) == 0);
    CHECK_FALSE(tiles.canUndo());
    tiles.redo();
    tiles.redo();
    CHECK(alphaAt(tiles, 140, 90) == 255);
    CHECK_FALSE(tiles.canRedo());
    tiles.undo();
    stroke(tiles, 70, 5); // what was undone is forgotten
    CHECK_FALSE(tiles.canRedo());
    CHECK(alphaAt(tiles, 140, 90) == 0);
}

TEST_CASE("A layer's history forgets its oldest steps beyond its room", "[brush]") {
    TileStore tiles(64, 64, 3 * sizeof(TileStore::Tile));
    for (int x = 0; x < 8; ++x) stroke(tiles, x, 0);
    int undone = 0;
    while (!tiles.undo().empty()) ++undone;
    CHECK(undone == 3);
    CHECK(alphaAt(tiles, 4, 0) == 255);
    CHECK(alphaAt(tiles, 5, 0) == 0);
}

TEST_CASE("A layer keeps a picture that is loaded into it", "[brush]") {
    Image picture = Image::create(70, 3, PixelFormat::rgba8);
    for (int x = 0; x < 70; ++x) {
        auto* pixel = picture.rowAs<std::uint8_t>(1) + x * 4;
        pixel[0] = std::uint8_t(3 * x), pixel[1] = 200, pixel[2] = 17, pixel[3] = std::uint8_t(x < 35 ? 255 : 128);
    }
    TileStore tiles(70, 3);
    tiles.load(picture);
    const Image back = tiles.picture();
    for (std::size_t at = 0; at < picture.data.size(); ++at) CHECK(std::abs(int(back.data[at]) - int(picture.data[at])) <= 1);
    const Image shown = tiles.shown({60, -5, 100, 100});
    REQUIRE(shown.width == 10);
    CHECK(int(shown.rowAs<std::uint8_t>(1)[3]) == 128);
    CHECK(int(shown.rowAs<std::uint8_t>(1)[1]) == Approx(100).margin(1)); // premultiplied
    CHECK(tiles.clear());
    CHECK(alphaAt(tiles, 5, 1) == 0);
    tiles.undo();
    CHECK(alphaAt(tiles, 5, 1) == 255);
}

TEST_CASE("Paint beside the picture is nowhere", "[brush]") {
    TileStore tiles(10, 10);
    tiles.beginStep();
    tiles.tileToPaint(-1, 0).fill(7);
    tiles.tileToPaint(1, 0).fill(7);
    CHECK_FALSE(tiles.endStep());
    CHECK(tiles.tile(1, 0)[0] == 0);
}

TEST_CASE("Rectangles of pixels unite and are cut", "[brush]") {
    CHECK(PixelRect{}.united({3, 4, 5, 6}) == PixelRect{3, 4, 5, 6});
    CHECK(PixelRect{0, 0, 2, 2}.united({5, 5, 1, 1}) == PixelRect{0, 0, 6, 6});
    CHECK(PixelRect{-4, 2, 10, 10}.within(5, 5) == PixelRect{0, 2, 5, 3});
    CHECK(PixelRect{9, 9, 3, 3}.within(5, 5).empty());
}

} // namespace rushes::brush
