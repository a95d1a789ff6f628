// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/export/export_movie.h"
#include "engine/media/audio_reader.h"
#include "engine/media/movie_reader.h"
#include "tests/unit/engine/media/media_fixture.h"

#include <cmath>

using namespace rushes;
using namespace rushes::exports;
using media::ScratchFolder;
using playback::Cut;
using playback::CutItem;

namespace {

CutItem clip(std::int64_t start, std::int64_t frames, std::filesystem::path file = {}) {
    CutItem item;
    item.start = start;
    item.frames = frames;
    item.media = std::move(file);
    item.shot = "12B";
    item.take = "take 3";
    item.generator = "stage";
    item.card = {"12B", "EXT. HARBOUR", "Wide", "Rain.", "No take yet"};
    return item;
}

Cut sample(const ScratchFolder& folder, bool sound = false) {
    media::MovieWriterOptions options{128, 72};
    options.audio = sound;
    Cut cut;
    cut.width = 128;
    cut.height = 72;
    cut.start = *time::Timecode::parse("01:00:00:00", time::rate24);
    cut.items = {clip(0, 20, media::makeMovie(folder / "a.mp4", 30, options, 100)), clip(20, 10), clip(30, 15, media::makeMovie(folder / "b.mp4", 15, {128, 72}, 300))};
    return cut;
}

std::size_t filesIn(const ScratchFolder& folder) {
    return std::size_t(std::distance(std::filesystem::directory_iterator(folder.path), std::filesystem::directory_iterator()));
}

} // namespace

TEST_CASE("The cut comes out to the frame", "[export]") {
    const ScratchFolder folder;
    const Cut cut = sample(folder);
    std::int64_t told = 0;
    const auto result = exportMovie(cut, folder / "film.mp4", {}, [&](const Progress& progress) {
        CHECK(progress.done == told + 1);
        CHECK(progress.total == 45);
        told = progress.done;
    });
    REQUIRE(result);
    CHECK(result->frames == 45);
    CHECK(told == 45);
    CHECK_FALSE(result->sound);
    CHECK(result->warnings.empty());
    auto reader = media::MovieReader::open(folder / "film.mp4");
    REQUIRE(reader);
    CHECK(reader->info().frames == 45);
    CHECK(reader->info().rate == time::rate24);
    CHECK(reader->info().timecode == "01:00:00:00");
    for (const int frame : {0, 7, 19}) CHECK(media::numberIn(*reader->frame(frame)) == 100 + frame);
    for (const int frame : {30, 44}) CHECK(media::numberIn(*reader->frame(frame)) == 270 + frame);
    CHECK(filesIn(folder) == 3);
}

TEST_CASE("A range, another size, another shape", "[export]") {
    const ScratchFolder folder;
    const Cut cut = sample(folder);
    ExportOptions options;
    options.range = {5, 12};
    options.width = 256;
    options.height = 256;
    REQUIRE(exportMovie(cut, folder / "film.mp4", options));
    auto reader = media::MovieReader::open(folder / "film.mp4");
    REQUIRE(reader);
    CHECK(reader->info().frames == 8);
    CHECK(reader->info().width == 256);
    CHECK(reader->info().timecode == "01:00:00:05");
    // 16:9 within a square: bars above and below, the picture between.
    media::FrameConverter converter;
    const auto image = converter.toImage(*reader->frame(0));
    REQUIRE(image);
    const auto green = [&](int x, int y) { return int(image->rowAs<std::uint8_t>(y)[x * 4 + 1]); };
    CHECK(green(128, 20) < 12);
    CHECK(green(128, 236) < 12);
    CHECK(std::abs(green(128, 70) - 110) < 12);
}

TEST_CASE("Labels are burnt in where they belong", "[export]") {
    const ScratchFolder folder;
    Cut cut = sample(folder);
    ExportOptions options;
    options.burnIn = true;
    options.width = 640;
    options.height = 360;
    REQUIRE(exportMovie(cut, folder / "plain.mp4", {std::nullopt, false, 640, 360}));
    REQUIRE(exportMovie(cut, folder / "labels.mp4", options));
    media::FrameConverter converter;
    const auto imageOf = [&](const char* name) { return *converter.toImage(*media::MovieReader::open(folder / name)->frame(3)); };
    const Image plain = imageOf("plain.mp4"), labels = imageOf("labels.mp4");
    const auto changed = [&](int x0, int y0, int x1, int y1) {
        int count = 0;
        for (int y = y0; y < y1; ++y)
            for (int x = x0; x < x1; ++x) count += std::abs(plain.rowAs<std::uint8_t>(y)[x * 4 + 1] - labels.rowAs<std::uint8_t>(y)[x * 4 + 1]) > 40;
        return count;
    };
    CHECK(changed(0, 300, 320, 360) > 500); // timecode
    CHECK(changed(0, 0, 320, 60) > 500);    // shot, take, generator
    CHECK(changed(330, 0, 640, 360) < 50);
    CHECK(changed(0, 80, 320, 280) < 50);
}

TEST_CASE("Sound of the media is in the export", "[export]") {
    const ScratchFolder folder;
    const auto result = exportMovie(sample(folder, true), folder / "film.mp4");
    REQUIRE(result);
    CHECK(result->sound);
    auto reader = media::AudioReader::open(folder / "film.mp4");
    REQUIRE(reader);
    CHECK(std::abs(reader->frames() - 90000) <= 1024);
    const auto level = [&](std::int64_t start) {
        const auto block = reader->read(start, 2400);
        double sum = 0;
        for (const float sample : block->samples) sum += std::abs(sample);
        return sum / 4800;
    };
    CHECK(level(4800 * 3 + 1200) == Approx(0.4).epsilon(0.25));
    CHECK(level(60000) < 0.01);
}

TEST_CASE("Media that cannot be read goes in as a card, with a warning", "[export]") {
    const ScratchFolder folder;
    Cut cut = sample(folder);
    cut.items[2].media = folder / "gone.mp4";
    const auto result = exportMovie(cut, folder / "film.mp4");
    REQUIRE(result);
    REQUIRE(result->warnings.size() == 1);
    CHECK(result->warnings[0].find("gone.mp4") != std::string::npos);
    CHECK(media::probe(folder / "film.mp4")->frames == 45);
}

TEST_CASE("What was there stays until the new film is whole", "[export]") {
    const ScratchFolder folder;
    const Cut cut = sample(folder);
    REQUIRE(writeFileAtomically(folder / "film.mp4", "the old film"));
    const CancelToken cancel;
    const auto stopped = exportMovie(cut, folder / "film.mp4", {}, [&](const Progress& progress) { if (progress.done == 10) cancel.cancel(); }, cancel);
    REQUIRE_FALSE(stopped);
    CHECK(stopped.error().category == ErrorCategory::cancelled);
    CHECK(*readFile(folder / "film.mp4") == "the old film");
    CHECK(filesIn(folder) == 3);
    REQUIRE(exportMovie(cut, folder / "film.mp4"));
    CHECK(media::probe(folder / "film.mp4")->frames == 45);
    CHECK(filesIn(folder) == 3);
}

TEST_CASE("What cannot be exported is said before work starts", "[export]") {
    const ScratchFolder folder;
    const Cut cut = sample(folder);
    const auto categoryOf = [&](const Cut& what, const std::filesystem::path& where, ExportOptions options = {}) {
        const auto result = exportMovie(what, where, options);
        REQUIRE_FALSE(result);
        CHECK_FALSE(result.error().hint.empty());
        return result.error().category;
    };
    CHECK(categoryOf({}, folder / "film.mp4") == ErrorCategory::badInput);
    CHECK(categoryOf(cut, folder / "film.mp4", {std::pair<std::int64_t, std::int64_t>{40, 45}}) == ErrorCategory::badInput);
    CHECK(categoryOf(cut, folder / "film.mp4", {std::pair<std::int64_t, std::int64_t>{9, 8}}) == ErrorCategory::badInput);
    CHECK(categoryOf(cut, folder.path) == ErrorCategory::badInput);
    CHECK(categoryOf(cut, folder / "none/film.mp4") == ErrorCategory::notFound);
    if (geteuid() != 0) {
        std::filesystem::create_directory(folder / "locked");
        std::filesystem::permissions(folder / "locked", std::filesystem::perms::owner_read | std::filesystem::perms::owner_exec);
        CHECK(categoryOf(cut, folder / "locked/film.mp4") == ErrorCategory::denied);
    }
    CHECK_FALSE(std::filesystem::exists(folder / "film.mp4"));
}
