// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/media/movie_reader.h"
#include "media_fixture.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <sys/stat.h>

using namespace rushes;
using namespace rushes::media;

TEST_CASE("The same pictures give the same bytes", "[media]") {
    const ScratchFolder folder;
    MovieWriterOptions options{128, 72};
    options.audio = true;
    const auto first = readFile(makeMovie(folder / "a.mp4", 30, options));
    const auto second = readFile(makeMovie(folder / "b.mp4", 30, options));
    REQUIRE(first);
    REQUIRE(second);
    CHECK(first->size() > 1000);
    CHECK(*first == *second);
}

TEST_CASE("A movie has the rate, size, count and colours that were asked for", "[media]") {
    const ScratchFolder folder;
    for (const auto rate : {time::rate23976, time::rate24, time::rate25, time::rate2997, time::rate30, time::rate50, time::rate5994, time::rate60}) {
        const auto info = probe(makeMovie(folder / "m.mp4", 26, {128, 72, rate}));
        REQUIRE(info);
        CHECK(info->rate == rate);
        CHECK(info->frames == 26);
        CHECK(info->evenRate);
        CHECK(info->width == 128);
        CHECK(info->startSeconds == 0);
        CHECK(info->videoCodec == "h264");
        CHECK_FALSE(info->hasAudio);
    }
}

TEST_CASE("A take is as like its pictures in a crowd of lines as on plain paper", "[media]") {
    const ScratchFolder folder;
    const int width = 128, height = 72;
    for (const int step : {64, 3}) { // pixels from line to line
        auto writer = MovieWriter::create(folder / "t.mp4", takeOptions(width, height, time::rate24));
        REQUIRE(writer);
        const auto picture = [&](int frame) {
            Image image = Image::create(width, height, PixelFormat::rgba8);
            fill(image, 230, 225, 210);
            for (int y = 0; y < height; ++y)
                for (int x = frame * 5 % step; x < width; x += step) std::memset(image.row(y) + 4 * ((x + y * y / 7) % width), 40, 3);
            return image;
        };
        for (int frame = 0; frame < 8; ++frame) REQUIRE(writer->append(picture(frame)));
        REQUIRE(writer->finish());
        const auto read = MovieReader::open(folder / "t.mp4").and_then([](MovieReader reader) { return reader.frame(7); });
        REQUIRE(read);
        FrameConverter converter;
        const auto back = converter.toImage(*read);
        REQUIRE(back);
        const Image wanted = picture(7);
        double squares = 0;
        for (int y = 0; y < height; ++y)
            for (int x = 0; x < width; ++x) {
                const double d = double(int(back->row(y)[4 * x + 1])) - double(int(wanted.row(y)[4 * x + 1]));
                squares += d * d;
            }
        INFO("a line every " << step);
        CHECK(10 * std::log10(255.0 * 255 * width * height / squares) > 34);
    }
}

TEST_CASE("Colours survive BT.709 both ways", "[media]") {
    const ScratchFolder folder;
    struct Rgb { int r, g, b; };
    for (const auto colour : {Rgb{250, 90, 40}, Rgb{30, 160, 220}, Rgb{128, 128, 128}, Rgb{255, 255, 255}, Rgb{0, 0, 0}, Rgb{200, 20, 60}})
        for (const auto format : {PixelFormat::rgba8, PixelFormat::bgra8}) {
            auto writer = MovieWriter::create(folder / "c.mp4", {64, 64, time::rate24, 4});
            REQUIRE(writer);
            Image image = Image::create(64, 64, format);
            fill(image, colour.r, colour.g, colour.b);
            REQUIRE(writer->append(image));
            REQUIRE(writer->finish());
            const auto read = MovieReader::open(folder / "c.mp4").and_then([](MovieReader reader) { return reader.frame(0); });
            REQUIRE(read);
            FrameConverter converter;
            const auto back = converter.toImage(*read);
            REQUIRE(back);
            const auto* pixel = reinterpret_cast<const std::uint8_t*>(back->row(32)) + 32 * 4;
            CHECK(std::abs(pixel[0] - colour.r) <= 3);
            CHECK(std::abs(pixel[1] - colour.g) <= 3);
            CHECK(std::abs(pixel[2] - colour.b) <= 3);
            CHECK(pixel[3] == 255);
        }
}

TEST_CASE("Odd sizes are rounded up to even", "[media]") {
    const ScratchFolder folder;
    const auto info = probe(makeMovie(folder / "odd.mp4", 3, {127, 71}));
    REQUIRE(info);
    CHECK(info->width == 128);
    CHECK(info->height == 72);
}

TEST_CASE("A start timecode is kept", "[media]") {
    const ScratchFolder folder;
    MovieWriterOptions options{64, 64};
    options.timecode = "01:00:00:00";
    options.faststart = true;
    const auto info = probe(makeMovie(folder / "tc.mp4", 3, options));
    REQUIRE(info);
    CHECK(info->timecode == "01:00:00:00");
    CHECK(info->frames == 3);
}

TEST_CASE("What is not finished is not left behind", "[media]") {
    const ScratchFolder folder;
    {
        auto writer = MovieWriter::create(folder / "gone.mp4", {64, 64});
        REQUIRE(writer);
        REQUIRE(writer->append(numbered(1, 64, 64)));
        CHECK(std::filesystem::exists(folder / "gone.mp4"));
    }
    CHECK_FALSE(std::filesystem::exists(folder / "gone.mp4"));
    auto empty = MovieWriter::create(folder / "empty.mp4", {64, 64});
    REQUIRE(empty);
    const auto finished = empty->finish();
    REQUIRE_FALSE(finished);
    CHECK(finished.error().category == ErrorCategory::badInput);
    CHECK_FALSE(std::filesystem::exists(folder / "empty.mp4"));
}

TEST_CASE("A full disk is told as one", "[media]") {
    if (!std::filesystem::exists("/dev/full")) return;
    auto writer = MovieWriter::create("/dev/full", {64, 64});
    Result<void> result = writer ? Result<void>() : fail(writer.error());
    for (int i = 0; i < 40 && result; ++i) result = writer->append(numbered(i, 64, 64));
    if (result) result = writer->finish();
    REQUIRE_FALSE(result);
    CHECK(result.error().category == ErrorCategory::noSpace);
    CHECK(std::filesystem::exists("/dev/full"));
}

TEST_CASE("Impossible options are refused before a file is made", "[media]") {
    const ScratchFolder folder;
    const auto refused = [&](MovieWriterOptions options) {
        auto writer = MovieWriter::create(folder / "no.mp4", options);
        return !writer && writer.error().category == ErrorCategory::badInput && !std::filesystem::exists(folder / "no.mp4");
    };
    CHECK(refused({0, 72}));
    CHECK(refused({20000, 72}));
    CHECK(refused({64, 64, time::rate24, 99}));
    CHECK(refused({64, 64, time::rate24, 18, 48}));
    CHECK(refused({64, 64, time::rate24, 18, 12, "fastest"}));
    const auto nowhere = MovieWriter::create(folder / "none/no.mp4", {64, 64});
    REQUIRE_FALSE(nowhere);
    CHECK(nowhere.error().category == ErrorCategory::notFound);
}

TEST_CASE("A picture of another size is refused and the movie goes on", "[media]") {
    const ScratchFolder folder;
    auto writer = MovieWriter::create(folder / "m.mp4", {64, 64});
    REQUIRE(writer);
    const auto wrong = writer->append(numbered(1, 32, 32));
    REQUIRE_FALSE(wrong);
    CHECK(wrong.error().category == ErrorCategory::badInput);
    CHECK(writer->append(numbered(1, 64, 64)));
    CHECK(writer->frames() == 1);
    CHECK(writer->finish());
}
