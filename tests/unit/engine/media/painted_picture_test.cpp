// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/media/painted_picture.h"
#include "engine/media/image_file.h"
#include "engine/media/open_raster.h"
#include "media_fixture.h"

#include <cstdlib>

using namespace rushes;
using namespace rushes::media;

namespace {

/// A file that FFmpeg's own program makes from a picture: what painters save and Rushes does not write.
std::string madeBy(const std::string& arguments, const char* name, const ScratchFolder& folder) {
    REQUIRE(writePng(folder / "in.png", numbered(0x1357, 64, 36)));
    const std::string command = "ffmpeg -v error -y -i " + (folder / "in.png").string() + " " + arguments + " " + (folder / name).string() + " ";
    REQUIRE(std::system(command.c_str()) == 0);
    return *readFile(folder / name);
}

bool warns(const PaintedPicture& painted, const char* word) {
    return std::any_of(painted.warnings.begin(), painted.warnings.end(), [&](const auto& text) { return text.find(word) != std::string::npos; });
}

/// A CMYK JPEG with Adobe's marker, as painting programs write it (inverted): 16 x 8, one half red, one half blue.
const unsigned char cmykJpeg[] = {
#include "cmyk_jpeg.inc"
};

} // namespace

TEST_CASE("What painters save is read as it looks", "[media][painted]") {
    const ScratchFolder folder;
    for (const auto& [arguments, name] : {std::pair{"-pix_fmt rgb48be", "deep.png"}, {"-pix_fmt rgba64be", "deep_alpha.png"}, {"-pix_fmt rgb48le", "deep.tif"}, {"-pix_fmt rgb24", "plain.tif"},
                                          {"-q:v 1", "lossy.jpg"}, {"-pix_fmt bgr24", "old.bmp"}, {"", "palette.gif"}}) {
        INFO(name);
        const auto painted = decodePainted(madeBy(arguments, name, folder), name, 64, 36);
        REQUIRE(painted);
        CHECK(painted->warnings.empty());
        CHECK(numberIn(painted->picture) == 0x1357);
    }
}

TEST_CASE("Sixteen bits are rounded to the nearest of eight", "[media][painted]") {
    Image deep = Image::create(2, 1, PixelFormat::grey16);
    deep.rowAs<std::uint16_t>(0)[0] = 200 * 257 + 128; // cut off it would be 200
    deep.rowAs<std::uint16_t>(0)[1] = 20 * 257 + 130;
    const auto painted = decodePainted(*encodePng(deep), "f");
    REQUIRE(painted);
    CHECK(std::to_integer<int>(painted->picture.data[0]) == 200);
    CHECK(std::to_integer<int>(painted->picture.data[4]) == 21);
}

TEST_CASE("CMYK is converted and said", "[media][painted]") {
    const auto painted = decodePainted(std::string_view(reinterpret_cast<const char*>(cmykJpeg), sizeof cmykJpeg), "f.jpg");
    REQUIRE(painted);
    CHECK(warns(*painted, "CMYK"));
    const auto* row = painted->picture.rowAs<std::uint8_t>(4);
    CHECK(row[2 * 4] > 200);
    CHECK(row[2 * 4 + 2] < 60);
    CHECK(row[13 * 4] < 60);
    CHECK(row[13 * 4 + 2] > 200);
}

TEST_CASE("Of an animation the first picture is taken", "[media][painted]") {
    const ScratchFolder folder;
    for (const auto& [arguments, name] : {std::pair{"-vf tpad=stop_mode=clone:stop=3 -f apng", "a.png"}, {"-vf tpad=stop_mode=clone:stop=3,scale=64:36 -f gif", "a.gif"}}) {
        INFO(name);
        const auto painted = decodePainted(madeBy(arguments, name, folder), name);
        REQUIRE(painted);
        CHECK(warns(*painted, "animated"));
        CHECK(numberIn(painted->picture) == 0x1357);
    }
}

TEST_CASE("A file that ends early is still being written", "[media][painted]") {
    const ScratchFolder folder;
    for (const auto& [arguments, name] : {std::pair{"", "c.png"}, {"-q:v 3", "c.jpg"}, {"", "c.gif"}, {"", "c.bmp"}}) {
        INFO(name);
        const auto bytes = madeBy(arguments, name, folder);
        for (const std::size_t length : {std::size_t(0), bytes.size() / 2, bytes.size() - 3}) {
            const auto painted = decodePainted(std::string_view(bytes).substr(0, length), name);
            REQUIRE_FALSE(painted);
            CHECK(painted.error().category == ErrorCategory::busy);
            CHECK(painted.error().text().find("still being written") != std::string::npos);
        }
    }
    OpenRaster raster{64, 36, {{"stage", numbered(0x1357, 64, 36)}}};
    const auto ora = *encodeOpenRaster(raster);
    REQUIRE(decodePainted(ora, "f", 64, 36));
    CHECK(decodePainted(std::string_view(ora).substr(0, ora.size() - 30), "f").error().text().find("still being written") != std::string::npos);
    const auto missing = readPainted(folder / "none.png");
    CHECK(missing.error().category == ErrorCategory::notFound);
    CHECK(decodePainted("some text", "f").error().category == ErrorCategory::badInput);
}

TEST_CASE("Transparency is laid over white, and nothing painted is refused", "[media][painted]") {
    Image image = numbered(0x1357, 64, 36);
    for (int y = 0; y < 36; ++y)
        for (int x = 0; x < 16; ++x) image.row(y)[x * 4 + 3] = std::byte{0};
    const auto painted = decodePainted(*encodePng(image), "f");
    REQUIRE(painted);
    CHECK(warns(*painted, "25 %"));
    CHECK(std::to_integer<int>(painted->picture.data[0]) == 255);
    CHECK(std::to_integer<int>(painted->picture.data[3]) == 255);

    for (std::size_t i = 3; i < image.data.size(); i += 4) image.data[i] = std::byte{0};
    CHECK(decodePainted(*encodePng(image), "f").error().text().find("transparent") != std::string::npos);
    Image plain = Image::create(64, 36, PixelFormat::rgba8);
    fill(plain, 80, 90, 100);
    CHECK(decodePainted(*encodePng(plain), "f").error().text().find("one colour") != std::string::npos);
    // Ink in the alpha alone is a drawing.
    for (int x = 10; x < 50; ++x) std::memset(plain.row(18) + x * 4, 0, 3);
    for (int y = 0; y < 36; ++y)
        for (int x = 0; x < 64; ++x) plain.row(y)[x * 4 + 3] = std::byte(y == 18 ? 255 : 0);
    CHECK(decodePainted(*encodePng(plain), "f"));
}

TEST_CASE("Another size is scaled, another shape refused", "[media][painted]") {
    const auto bytes = *encodePng(numbered(0x1357, 128, 72));
    const auto scaled = decodePainted(bytes, "f", 64, 36);
    REQUIRE(scaled);
    CHECK(scaled->picture.width == 64);
    CHECK(warns(*scaled, "128 x 72"));
    CHECK(numberIn(scaled->picture) == 0x1357);
    CHECK(decodePainted(bytes, "f")->picture.width == 128);
    CHECK(decodePainted(*encodePng(numbered(1, 129, 72)), "f", 64, 36));
    const auto refused = decodePainted(bytes, "f", 64, 64);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().category == ErrorCategory::badInput);
    CHECK(refused.error().message.find("128 x 72") != std::string::npos);
    CHECK(refused.error().message.find("64 x 64") != std::string::npos);
}
