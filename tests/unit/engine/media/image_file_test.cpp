// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/media/image_file.h"
#include "engine/media/movie_reader.h"
#include "media_fixture.h"

#include <limits>

using namespace rushes;
using namespace rushes::media;

TEST_CASE("PNG keeps every pixel", "[media]") {
    const ScratchFolder folder;
    Image image = numbered(0x1234, 33, 21);
    image.data[3] = std::byte{17}; // one translucent pixel
    REQUIRE(writePng(folder / "p.png", image));
    const auto back = readImage(folder / "p.png");
    REQUIRE(back);
    CHECK(back->width == 33);
    CHECK(back->data == image.data);
    CHECK(*encodePng(image) == *encodePng(image));

    Image swapped = image;
    swapped.format = PixelFormat::bgra8;
    for (std::size_t i = 0; i < swapped.data.size(); i += 4) std::swap(swapped.data[i], swapped.data[i + 2]);
    CHECK(*encodePng(swapped) == *encodePng(image));
}

TEST_CASE("A picture is fitted into a box and never enlarged", "[media]") {
    const ScratchFolder folder;
    REQUIRE(writePng(folder / "p.png", numbered(5, 160, 90)));
    const auto small = readImage(folder / "p.png", 80, 80);
    REQUIRE(small);
    CHECK(small->width == 80);
    CHECK(small->height == 45);
    const auto same = readImage(folder / "p.png", 1000, 1000);
    REQUIRE(same);
    CHECK(same->width == 160);
}

TEST_CASE("Grey of 16 bits is written with the high byte first", "[media]") {
    Image image = Image::create(2, 1, PixelFormat::grey16);
    image.rowAs<std::uint16_t>(0)[0] = 0x0102;
    image.rowAs<std::uint16_t>(0)[1] = 0xfffe;
    const ScratchFolder folder;
    REQUIRE(writePng(folder / "g.png", image));
    const auto bytes = readFile(folder / "g.png");
    REQUIRE(bytes);
    CHECK((*bytes)[24] == 16); // bit depth in IHDR
    CHECK((*bytes)[25] == 0);  // grey
    const auto back = readImage(folder / "g.png");
    REQUIRE(back);
    CHECK(std::to_integer<int>(back->data[4]) == 255);
}

TEST_CASE("EXR keeps depth exactly", "[media]") {
    const ScratchFolder folder;
    Image depth = Image::create(37, 19, PixelFormat::grey32f);
    for (int y = 0; y < 19; ++y)
        for (int x = 0; x < 37; ++x) depth.rowAs<float>(y)[x] = 0.1f + float(x) * 1.37f + float(y * y) * 0.013f;
    depth.rowAs<float>(0)[0] = std::numeric_limits<float>::infinity();
    depth.rowAs<float>(0)[1] = 65504.5f;
    REQUIRE(writeExr(folder / "d.exr", depth));
    const auto back = readExr(folder / "d.exr");
    REQUIRE(back);
    CHECK(back->width == 37);
    CHECK(back->data == depth.data);
    CHECK_FALSE(writeExr(folder / "none/d.exr", depth));
    CHECK_FALSE(writeExr(folder / "d.exr", numbered(1)));
}

TEST_CASE("Damaged pictures are refused", "[media]") {
    const ScratchFolder folder;
    const auto whole = encodePng(numbered(9));
    REQUIRE(whole);
    std::string broken = *whole;
    broken[broken.size() - 30] = char(broken[broken.size() - 30] ^ 0x40);
    REQUIRE(writeFileAtomically(folder / "b.png", broken));
    const auto read = readImage(folder / "b.png");
    REQUIRE_FALSE(read);
    CHECK(read.error().category == ErrorCategory::damaged);
    REQUIRE(writeFileAtomically(folder / "short.png", whole->substr(0, 40)));
    CHECK_FALSE(readImage(folder / "short.png"));
    // A header that promises 60000 x 60000 pixels.
    std::string huge = *whole;
    huge.replace(16, 8, std::string("\0\0\xea\x60\0\0\xea\x60", 8));
    REQUIRE(writeFileAtomically(folder / "huge.png", huge));
    CHECK_FALSE(readImage(folder / "huge.png"));
}
