// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/media/image_file.h"
#include "engine/media/movie_reader.h"
#include "media_fixture.h"

#include <fstream>
#include <sys/stat.h>

using namespace rushes;
using namespace rushes::media;

TEST_CASE("Every frame is found exactly, in any order", "[media]") {
    const ScratchFolder folder;
    for (const int gop : {1, 5, 12}) {
        auto reader = MovieReader::open(makeMovie(folder / "m.mp4", 60, {128, 72, time::rate2997, 18, gop}));
        REQUIRE(reader);
        std::uint32_t random = 7;
        for (int i = 0; i < 80; ++i) {
            random = random * 1664525u + 1013904223u;
            const auto index = std::int64_t(random >> 8) % 60;
            auto frame = reader->frame(index);
            REQUIRE(frame);
            CHECK(frame->index() == index);
            CHECK(numberIn(*frame) == index);
        }
        for (std::int64_t index : {59, 0, 59, 58, 57, 1, 17, 18}) {
            auto frame = reader->frame(index);
            REQUIRE(frame);
            CHECK(numberIn(*frame) == index);
        }
        CHECK(reader->frame(60).error().category == ErrorCategory::badInput);
        CHECK(reader->frame(-1).error().category == ErrorCategory::badInput);
    }
}

TEST_CASE("A run of frames comes in order", "[media]") {
    const ScratchFolder folder;
    auto reader = MovieReader::open(makeMovie(folder / "m.mp4", 40));
    REQUIRE(reader);
    std::vector<std::int64_t> seen;
    REQUIRE(reader->frames(13, 30, [&](VideoFrame frame) {
        CHECK(numberIn(frame) == frame.index());
        seen.push_back(frame.index());
        return seen.size() < 10;
    }));
    REQUIRE(seen.size() == 10);
    CHECK(seen.front() == 13);
    CHECK(seen.back() == 22);
    CHECK(reader->keyFrameBefore(13) == 12);
    CHECK(reader->frameAt(0.5) == 12);
    CHECK(reader->frameAt(-1) == 0);
    CHECK(reader->frameAt(99) == 39);
}

TEST_CASE("Frames convert to any size, and their planes can be had", "[media]") {
    const ScratchFolder folder;
    auto reader = MovieReader::open(makeMovie(folder / "m.mp4", 2));
    REQUIRE(reader);
    auto frame = reader->frame(1);
    REQUIRE(frame);
    Planes planes;
    REQUIRE(frame->planes(planes));
    CHECK(planes.width == 128);
    CHECK(planes.chromaWidth == 64);
    CHECK(planes.matrix == ColourMatrix::bt709);
    CHECK_FALSE(planes.fullRange);
    FrameConverter converter;
    for (const auto& [width, height] : {std::pair{128, 72}, {64, 36}, {333, 187}, {17, 9}, {1, 1}, {1920, 1080}}) {
        auto image = converter.toImage(*frame, PixelFormat::bgra8, width, height);
        REQUIRE(image);
        const auto* corner = reinterpret_cast<const std::uint8_t*>(image->row(height - 1)) + (width - 1) * 4;
        CHECK(std::abs(corner[0] - 130) <= (width > 1 ? 4 : 40));
        CHECK(corner[3] == 255);
        if (width >= 64) CHECK(numberIn(*image) == 1);
    }
}

TEST_CASE("Bytes after a row's end are left alone", "[media]") {
    FrameConverter converter;
    const ScratchFolder folder;
    auto reader = MovieReader::open(makeMovie(folder / "m.mp4", 1));
    REQUIRE(reader);
    std::vector<std::byte> out(std::size_t(70) * 4 * 40, std::byte{0x5a});
    REQUIRE(converter.convert(*reader->frame(0), PixelFormat::bgra8, 66, 40, out.data(), 70 * 4));
    for (int y = 0; y < 40; ++y)
        for (int x = 66 * 4; x < 70 * 4; ++x) REQUIRE(out[std::size_t(y) * 280 + std::size_t(x)] == std::byte{0x5a});
}

TEST_CASE("A still is a movie of one frame", "[media]") {
    const ScratchFolder folder;
    REQUIRE(writePng(folder / "still.png", numbered(77)));
    auto reader = MovieReader::open(folder / "still.png");
    REQUIRE(reader);
    CHECK(reader->info().still);
    CHECK(reader->info().frames == 1);
    CHECK(numberIn(*reader->frame(0)) == 77);
}

TEST_CASE("Only regular, readable media files are opened", "[media]") {
    const ScratchFolder folder;
    const auto categoryOf = [](const std::filesystem::path& file) {
        auto reader = MovieReader::open(file);
        REQUIRE_FALSE(reader);
        CHECK_FALSE(reader.error().message.empty());
        return reader.error().category;
    };
    CHECK(categoryOf(folder / "none.mp4") == ErrorCategory::notFound);
    CHECK(categoryOf(folder.path) == ErrorCategory::badInput);
    REQUIRE(mkfifo((folder / "pipe.mp4").c_str(), 0600) == 0);
    CHECK(categoryOf(folder / "pipe.mp4") == ErrorCategory::badInput);
    makeMovie(folder / "real.mp4", 2);
    std::filesystem::create_symlink(folder / "real.mp4", folder / "link.mp4");
    CHECK(categoryOf(folder / "link.mp4") == ErrorCategory::badInput);
    const auto write = [&](const char* name, std::string_view bytes) {
        REQUIRE(writeFileAtomically(folder / name, bytes));
        return folder / name;
    };
    CHECK(categoryOf(write("empty.mp4", "")) == ErrorCategory::badInput);
    CHECK(categoryOf(write("text.mp4", "INT. HOUSE - DAY\n\nNothing happens.\n")) == ErrorCategory::badInput);
    CHECK(categoryOf(write("hls.mp4", "#EXTM3U\n#EXT-X-MEDIA-SEQUENCE:0\n#EXTINF:10,\nhttp://localhost/a.ts\n#EXT-X-ENDLIST\n")) == ErrorCategory::badInput);
    CHECK(categoryOf(write("concat.mp4", "ffconcat version 1.0\nfile real.mp4\n")) == ErrorCategory::badInput);
    CHECK(categoryOf(write("sdp.mp4", "v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nc=IN IP4 127.0.0.1\nm=video 5004 RTP/AVP 96\n")) == ErrorCategory::badInput);
}

TEST_CASE("Damaged movies give errors or what is left, never more", "[media]") {
    const ScratchFolder folder;
    const auto whole = readFile(makeMovie(folder / "m.mp4", 48));
    REQUIRE(whole);
    std::uint32_t random = 11;
    for (int round = 0; round < 60; ++round) {
        std::string bytes = *whole;
        if (round % 3 == 0) bytes.resize(bytes.size() * std::size_t(round + 1) / 61);
        else
            for (int i = 0; i < 40; ++i) {
                random = random * 1664525u + 1013904223u;
                bytes[(random >> 4) % bytes.size()] = char(random >> 24);
            }
        if (bytes.empty()) bytes = "x";
        REQUIRE(writeFileAtomically(folder / "d.mp4", bytes));
        auto reader = MovieReader::open(folder / "d.mp4", {1});
        if (!reader) continue;
        for (const std::int64_t index : {0, 20, 47, 5})
            if (auto frame = reader->frame(index)) CHECK(frame->width() > 0);
    }
}
