// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/paths.h"
#include "engine/media/movie_writer.h"

#include <catch2/catch.hpp>

#include <cstring>
#include <filesystem>
#include <string>

#include <unistd.h>

namespace rushes::media {

/// A folder of its own under the system's temporary one, removed at the end.
struct ScratchFolder {
    std::filesystem::path path;

    ScratchFolder() {
        std::string name = (std::filesystem::temp_directory_path() / "rushes-test-XXXXXX").string();
        REQUIRE(mkdtemp(name.data()) != nullptr);
        path = name;
    }
    ~ScratchFolder() {
        std::error_code ignored;
        std::filesystem::permissions(path, std::filesystem::perms::owner_all, ignored);
        std::filesystem::remove_all(path, ignored);
    }
    ScratchFolder(const ScratchFolder&) = delete;
    ScratchFolder& operator=(const ScratchFolder&) = delete;
    std::filesystem::path operator/(const char* name) const { return path / name; }
};

inline void fill(Image& image, int r, int g, int b) {
    const bool bgra = image.format == PixelFormat::bgra8;
    for (int y = 0; y < image.height; ++y)
        for (int x = 0; x < image.width; ++x) {
            const std::uint8_t pixel[4] = {std::uint8_t(bgra ? b : r), std::uint8_t(g), std::uint8_t(bgra ? r : b), 255};
            std::memcpy(image.row(y) + x * 4, pixel, 4);
        }
}

/// A picture that tells its number: sixteen blocks, white for the bits of `number` that are set, on a grey that is never black.
inline Image numbered(int number, int width = 128, int height = 72) {
    Image image = Image::create(width, height, PixelFormat::rgba8);
    fill(image, 90, 110, 130);
    for (int bit = 0; bit < 16; ++bit) {
        const int left = bit * width / 16, right = (bit + 1) * width / 16;
        for (int y = height / 4; y < height / 2; ++y)
            for (int x = left; x < right; ++x) std::memset(image.row(y) + x * 4, (number >> bit) & 1 ? 255 : 0, 3);
    }
    return image;
}

/// The number that such a picture tells, after coding and scaling.
inline int numberIn(const Image& image) {
    int number = 0;
    for (int bit = 0; bit < 16; ++bit) {
        const auto* pixel = reinterpret_cast<const std::uint8_t*>(image.row(image.height * 3 / 8)) + (bit * image.width / 16 + image.width / 32) * 4;
        if (pixel[1] > 128) number |= 1 << bit;
    }
    return number;
}

inline int numberIn(const VideoFrame& frame) {
    FrameConverter converter;
    auto image = converter.toImage(frame);
    REQUIRE(image);
    return numberIn(*image);
}

struct Tone {
    double hz = 440;
};

/// A movie whose frame n tells n + `base`; with a sound of the same length when asked.
inline std::filesystem::path makeMovie(const std::filesystem::path& file, int frames, MovieWriterOptions options = {128, 72}, int base = 0) {
    options.preset = "ultrafast";
    auto writer = MovieWriter::create(file, options);
    REQUIRE(writer);
    for (int i = 0; i < frames; ++i) REQUIRE(writer->append(numbered(i + base, options.width, options.height)));
    if (options.audio) {
        AudioBlock block;
        const auto count = std::int64_t(frames) * 48000 * options.rate.den / options.rate.num;
        block.samples.resize(std::size_t(count) * 2);
        // A square wave that changes its level every 0.1 s: where one is can be heard.
        for (std::int64_t i = 0; i < count; ++i)
            block.samples[std::size_t(i * 2)] = block.samples[std::size_t(i * 2 + 1)] = ((i / 54) % 2 ? 1.0f : -1.0f) * 0.1f * float(1 + (i / 4800) % 5);
        REQUIRE(writer->appendAudio(block));
    }
    REQUIRE(writer->finish());
    return file;
}

} // namespace rushes::media
