// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
// Files from other projects, where a checkout has them beside it (../shared/inputs); without them these cases say so and pass.
#include "engine/media/audio_reader.h"
#include "engine/media/image_file.h"
#include "engine/media/movie_reader.h"
#include "media_fixture.h"

#include <chrono>
#include <fstream>
#include <map>
#include <regex>

using namespace rushes;
using namespace rushes::media;
namespace fs = std::filesystem;

namespace {

const fs::path inputs = "../shared/inputs";

/// Manifest rows of a folder: path → what is known of the file.
std::map<std::string, std::string> manifest(const std::string& folder) {
    std::map<std::string, std::string> rows;
    std::ifstream file(inputs / "MANIFEST.tsv");
    for (std::string line; std::getline(file, line);) {
        if (line.rfind(folder, 0) != 0) continue;
        const auto end = line.find('\t');
        rows[line.substr(0, end)] = line.substr(end);
    }
    return rows;
}

/// Opens a file in every way and reads some of it; false when nothing of it could be read.
bool readSome(const fs::path& path) {
    bool any = false;
    if (auto reader = MovieReader::open(path, {1}); reader && reader->info().hasVideo) {
        const auto frames = reader->info().frames;
        for (const std::int64_t index : {std::int64_t(0), frames / 2, frames - 1, std::int64_t(0)})
            if (auto frame = reader->frame(index)) any = any || (frame->width() > 0 && frame->displayHeight() > 0);
        FrameConverter converter;
        if (auto frame = reader->frame(0)) CHECK(converter.toImage(*frame, PixelFormat::bgra8, 64, 36));
    }
    if (auto sound = AudioReader::open(path)) {
        any = any || sound->frames() > 0;
        for (const std::int64_t at : {0, 30000, 10}) CHECK(sound->read(at, 4800));
    }
    return any;
}

} // namespace

TEST_CASE("Damaged files of other projects never crash or hang", "[media]") {
    if (!fs::exists(inputs / "media_damaged")) {
        WARN("no ../shared/inputs here");
        return;
    }
    const auto known = manifest("media_damaged");
    for (const auto& entry : fs::recursive_directory_iterator(inputs / "media_damaged")) {
        if (!entry.is_regular_file() || entry.path().extension() == ".dump") continue;
        const auto name = fs::relative(entry.path(), inputs).string();
        INFO(name);
        const auto start = std::chrono::steady_clock::now();
        const bool readable = readSome(entry.path());
        CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(10));
        const auto row = known.find(name);
        const std::string facts = row == known.end() ? "" : row->second;
        if (facts.find("must be refused") != std::string::npos && facts.find("or ignored") == std::string::npos) CHECK_FALSE(readable);
        if (facts.find("expected failure") != std::string::npos) CHECK_FALSE(readable);
        if (facts.find("video must still play") != std::string::npos) CHECK(readable);
    }
}

TEST_CASE("Real files of other projects are read as their manifest says", "[media]") {
    if (!fs::exists(inputs / "media_real")) {
        WARN("no ../shared/inputs here");
        return;
    }
    const std::regex video(R"(video (\S+) .*?(\d+)x(\d+) (\S+) rate (\d+)/(\d+) avg (\d+)/(\d+) frames (\d+))");
    for (const auto& [name, facts] : manifest("media_real")) {
        const auto extension = fs::path(name).extension();
        if (extension == ".json" || extension == ".dump") continue;
        INFO(name << facts);
        const auto info = probe(inputs / name);
        if (!info) INFO(info.error().text());
        REQUIRE(info);
        CHECK(readSome(inputs / name));
        std::smatch match;
        // Two videos of which we take the larger; a header that claims 60 and 1000 frames a second for 30 in a second.
        if (name.find("nasa_13013") != std::string::npos || name.find("sample.mkv") != std::string::npos || !std::regex_search(facts, match, video)) continue;
        CHECK(info->frames == std::stoll(match[9]));
        CHECK(info->width == std::stoi(match[2]));
        CHECK(info->height == std::stoi(match[3]));
        const double rate = std::stod(match[5]) / std::stod(match[6]), average = std::stod(match[7]) / std::stod(match[8]);
        CHECK((std::abs(info->rate.hz() / rate - 1) < 0.005 || std::abs(info->rate.hz() / average - 1) < 0.02));
        if (info->frames * info->width * info->height > 60000000) continue; // enough is enough for a unit test
        auto reader = MovieReader::open(inputs / name);
        REQUIRE(reader);
        std::int64_t expected = 0;
        CHECK(reader->frames(0, info->frames - 1, [&](VideoFrame frame) { return frame.index() == expected && ++expected; }));
        CHECK(expected == info->frames);
    }
}

TEST_CASE("A big-endian WAV sounds like the little-endian one", "[media]") {
    const fs::path folder = inputs / "media_real/wav";
    if (!fs::exists(folder)) {
        WARN("no ../shared/inputs here");
        return;
    }
    auto little = AudioReader::open(folder / "test-44100Hz-le-1ch-4bytes.wav"), large = AudioReader::open(folder / "test-44100Hz-be-1ch-4bytes.wav");
    REQUIRE(little);
    REQUIRE(large);
    CHECK(little->frames() == large->frames());
    CHECK(little->read(0, 4000)->samples == large->read(0, 4000)->samples);
}

TEST_CASE("Frames equal the reference pictures", "[media]") {
    const fs::path folder = inputs / "media_real/androidx";
    if (!fs::exists(folder)) {
        WARN("no ../shared/inputs here");
        return;
    }
    auto reader = MovieReader::open(folder / "testvid_1022ms.mp4");
    REQUIRE(reader);
    FrameConverter converter;
    for (const int index : {29, 0, 16, 14, 15}) {
        char name[64];
        std::snprintf(name, sizeof name, "testvid_1022ms_%03d.png", index);
        const auto wanted = readImage(folder / name);
        const auto image = converter.toImage(*reader->frame(index));
        REQUIRE(wanted);
        REQUIRE(image);
        REQUIRE(wanted->width == image->width);
        REQUIRE(wanted->height == image->height);
        double sum = 0;
        for (std::size_t i = 0; i < image->data.size(); ++i) sum += std::abs(std::to_integer<int>(image->data[i]) - std::to_integer<int>(wanted->data[i]));
        CHECK(sum / double(image->data.size()) < 3.0);
    }
}

TEST_CASE("Turned and stretched pictures are shown as meant", "[media]") {
    const fs::path folder = inputs / "media_real";
    if (!fs::exists(folder)) {
        WARN("no ../shared/inputs here");
        return;
    }
    const auto sizeOf = [&](const char* name) {
        const auto info = probe(folder / name);
        REQUIRE(info);
        return std::pair{info->displayWidth, info->displayHeight};
    };
    CHECK(sizeOf("decord/video_90.mov") == std::pair{320, 568});
    CHECK(sizeOf("decord/video_0.mov") == std::pair{568, 320});
    CHECK(sizeOf("mp4parse/video_rotation_90.mp4") == std::pair{60, 100});
    CHECK(sizeOf("qt/par_2_3.mp4") == std::pair{128, 108});
    CHECK(sizeOf("aaf/misc_speed_effects_aaf.mov") == std::pair{1440, 1080});
    CHECK(probe(folder / "aaf/misc_speed_effects_aaf.mov")->timecode == "01:00:00:00");

    // The same picture stored turned: shown, they must agree after turning one back by hand.
    FrameConverter converter;
    const auto shown = [&](const char* name) { return *converter.toImage(*MovieReader::open(folder / name)->frame(0), PixelFormat::rgba8); };
    const Image plain = shown("qt/color_matrix.mp4"), turned = shown("qt/color_matrix_90_deg_clockwise.mp4"), half = shown("qt/color_matrix_180_deg_clockwise.mp4");
    const auto pixel = [](const Image& image, int x, int y) { return image.rowAs<std::uint32_t>(y)[x]; };
    REQUIRE(turned.width == plain.height);
    CHECK(pixel(turned, plain.height - 1 - 30, 50) == pixel(plain, 50, 30));
    CHECK(pixel(half, plain.width - 1 - 50, plain.height - 1 - 30) == pixel(plain, 50, 30));
}
