// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/media/audio_reader.h"
#include "engine/media/movie_reader.h"
#include "media_fixture.h"

#include <cmath>

using namespace rushes;
using namespace rushes::media;

namespace {

/// A WAV of 16-bit samples.
std::string wav(int rate, int channels, const std::vector<std::int16_t>& samples) {
    const auto number = [](std::uint32_t value, int bytes) {
        std::string text;
        for (int i = 0; i < bytes; ++i) text.push_back(char(value >> (8 * i)));
        return text;
    };
    const auto dataBytes = std::uint32_t(samples.size() * 2);
    std::string bytes = "RIFF" + number(36 + dataBytes, 4) + "WAVEfmt " + number(16, 4) + number(1, 2) + number(std::uint32_t(channels), 2) +
                        number(std::uint32_t(rate), 4) + number(std::uint32_t(rate * channels * 2), 4) + number(std::uint32_t(channels * 2), 2) + number(16, 2) +
                        "data" + number(dataBytes, 4);
    for (const auto sample : samples) bytes += number(std::uint16_t(sample), 2);
    return bytes;
}

double loudness(const AudioBlock& block, std::int64_t from, std::int64_t to) {
    double sum = 0;
    for (std::int64_t i = from; i < to; ++i) sum += std::abs(block.samples[std::size_t(i * 2)]);
    return sum / double(to - from);
}

} // namespace

TEST_CASE("Sound is found where it was put", "[media]") {
    const ScratchFolder folder;
    MovieWriterOptions options{64, 64, time::rate25};
    options.audio = true;
    auto reader = AudioReader::open(makeMovie(folder / "m.mp4", 50, options));
    REQUIRE(reader);
    CHECK(std::abs(reader->frames() - 96000) <= 1024);
    // The level is 0.1 x (1 + tenth mod 5): in the middle of each tenth, in any order.
    for (const std::int64_t tenth : {0, 1, 2, 7, 19, 3, 12, 0, 18}) {
        auto block = reader->read(tenth * 4800, 4800);
        REQUIRE(block);
        REQUIRE(block->frames() == 4800);
        CHECK(loudness(*block, 1200, 3600) == Approx(0.1 * double(1 + tenth % 5)).epsilon(0.2));
    }
    auto across = reader->read(-100, 300);
    REQUIRE(across);
    CHECK(loudness(*across, 0, 100) == 0);
    CHECK(loudness(*across, 150, 300) > 0.02);
    auto after = reader->read(200000, 100);
    REQUIRE(after);
    CHECK(loudness(*after, 0, 100) == 0);
}

TEST_CASE("Any rate and channel count becomes 48 kHz stereo", "[media]") {
    const ScratchFolder folder;
    for (const int rate : {8000, 22050, 44100, 48000, 96000})
        for (const int channels : {1, 2}) {
            std::vector<std::int16_t> samples;
            for (int i = 0; i < rate / 2; ++i)
                for (int c = 0; c < channels; ++c) samples.push_back(std::int16_t(16384 * std::sin(2 * 3.14159265 * 200 * i / rate)));
            REQUIRE(writeFileAtomically(folder / "s.wav", wav(rate, channels, samples)));
            auto reader = AudioReader::open(folder / "s.wav");
            REQUIRE(reader);
            CHECK(std::abs(reader->frames() - 24000) <= 1);
            auto block = reader->read(0, 24000);
            REQUIRE(block);
            double worst = 0;
            for (int i = 1000; i < 22000; ++i) worst = std::max(worst, std::abs(block->samples[std::size_t(i * 2 + 1)] - 0.5 * std::sin(2 * 3.14159265 * 200 * i / 48000)));
            CHECK(worst < 0.01);
            const auto info = probe(folder / "s.wav");
            REQUIRE(info);
            CHECK_FALSE(info->hasVideo);
            CHECK(info->audioRate == rate);
        }
}

TEST_CASE("A silent movie has no sound to open", "[media]") {
    const ScratchFolder folder;
    const auto reader = AudioReader::open(makeMovie(folder / "m.mp4", 2));
    REQUIRE_FALSE(reader);
    CHECK(reader.error().category == ErrorCategory::notFound);
}

TEST_CASE("Reading in pieces is the same as reading at once", "[media]") {
    const ScratchFolder folder;
    MovieWriterOptions options{64, 64, time::rate24};
    options.audio = true;
    makeMovie(folder / "m.mp4", 24, options);
    auto whole = AudioReader::open(folder / "m.mp4"), pieces = AudioReader::open(folder / "m.mp4");
    REQUIRE(whole);
    REQUIRE(pieces);
    const auto all = whole->read(0, 48000);
    REQUIRE(all);
    std::vector<float> joined;
    for (std::int64_t at = 0; at < 48000; at += 700) {
        const auto piece = pieces->read(at, std::min<std::int64_t>(700, 48000 - at));
        REQUIRE(piece);
        joined.insert(joined.end(), piece->samples.begin(), piece->samples.end());
    }
    CHECK(joined == all->samples);
}
