// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/playback/frame_source.h"
#include "engine/playback/project_cut.h"
#include "tests/unit/engine/media/media_fixture.h"

#include <cmath>

using namespace rushes;
using namespace rushes::playback;
using media::ScratchFolder;

namespace {

CutItem clip(std::int64_t start, std::int64_t frames, std::filesystem::path file = {}, std::int64_t mediaStart = 0) {
    CutItem item;
    item.start = start;
    item.frames = frames;
    item.media = std::move(file);
    item.mediaStart = mediaStart;
    item.card = {"12B", "EXT. HARBOUR - NIGHT", "Wide", "Rain clouds over the harbour.", "No take yet"};
    return item;
}

Cut smallCut() {
    Cut cut;
    cut.width = 128;
    cut.height = 72;
    return cut;
}

} // namespace

TEST_CASE("Conforming picks the frame on screen, for every pair of rates", "[playback]") {
    for (const auto cutRate : {time::rate23976, time::rate24, time::rate25, time::rate2997, time::rate30, time::rate60})
        for (const auto mediaRate : {time::rate23976, time::rate24, time::rate25, time::rate2997, time::rate50, time::rate5994}) {
            CutItem item;
            item.mediaRate = mediaRate;
            for (const std::int64_t offset : {0ll, 1ll, 2ll, 7ll, 1000ll, 86400ll * 60}) {
                const auto frame = conformedFrame(item, offset, cutRate);
                // The frame has begun, and the next one has not.
                CHECK(time::RationalTime{frame, mediaRate} <= time::RationalTime{offset, cutRate});
                CHECK(time::RationalTime{frame + 1, mediaRate} > time::RationalTime{offset, cutRate});
            }
        }
    CutItem held;
    held.mediaFrames = 10;
    held.mediaStart = 5;
    CHECK(conformedFrame(held, 3, time::rate24) == 8);
    CHECK(conformedFrame(held, 30, time::rate24) == 9);
}

TEST_CASE("A cut finds its items, with gaps", "[playback]") {
    Cut cut = smallCut();
    cut.items = {clip(0, 10), clip(20, 5)};
    CHECK(cut.frames() == 25);
    CHECK(cut.at(9) == &cut.items[0]);
    CHECK(cut.at(10) == nullptr);
    CHECK(cut.at(20) == &cut.items[1]);
    CHECK(cut.at(25) == nullptr);
    CHECK(cut.at(-1) == nullptr);
}

TEST_CASE("A cut shows clips, cards, gaps and missing media", "[playback]") {
    const ScratchFolder folder;
    const auto first = media::makeMovie(folder / "a.mp4", 20, {128, 72}, 100), second = media::makeMovie(folder / "b.mp4", 12, {128, 72, time::rate30}, 200);
    Cut cut = smallCut();
    cut.items = {clip(0, 8, first, 4), clip(8, 4), clip(14, 6, second), clip(20, 3, folder / "gone.mp4")};
    cut.items[2].mediaRate = time::rate30;
    cut.items[2].mediaFrames = 12;
    const auto source = makeCutSource(cut);
    MediaPool pool;
    CHECK(source->frames() == 23);
    for (const std::int64_t frame : {0, 7, 3}) CHECK(media::numberIn(*source->read(frame, pool)) == 104 + frame);
    CHECK(media::numberIn(*source->read(18, pool)) == 205); // 4 frames of 24 are 5 of 30
    CHECK(source->id(8) == source->id(11));
    CHECK_FALSE(source->id(8) == source->id(7));
    CHECK_FALSE(source->id(12) == source->id(11));
    const auto card = source->read(9, pool);
    REQUIRE(card);
    CHECK(card->width() == 128);
    REQUIRE(source->read(12, pool));
    REQUIRE(source->read(21, pool));
    CHECK(source->upcoming(0, 2) == std::vector<std::int64_t>{8, 14});
    CHECK(source->item(15) != nullptr);
    CHECK(source->item(13) == nullptr);
}

TEST_CASE("A run gives what single reads give", "[playback]") {
    const ScratchFolder folder;
    const auto fast = media::makeMovie(folder / "a.mp4", 30, {128, 72, time::rate60}), slow = media::makeMovie(folder / "b.mp4", 10, {128, 72, {12, 1}}, 50);
    Cut cut = smallCut();
    cut.items = {clip(0, 11, fast, 2), clip(11, 3), clip(16, 17, slow, 1)};
    cut.items[0].mediaRate = time::rate60;
    cut.items[2].mediaRate = {12, 1};
    cut.items[2].mediaFrames = 10;
    const auto source = makeCutSource(cut);
    MediaPool pool, other; // a run holds its medium while it goes on
    std::int64_t expected = 3;
    REQUIRE(source->readRun(3, 99, pool, [&](std::int64_t frame, media::VideoFrame picture) {
        CHECK(frame == expected++);
        if (const auto* item = source->item(frame); item && !item->media.empty()) CHECK(media::numberIn(picture) == media::numberIn(*source->read(frame, other)));
        return true;
    }));
    CHECK(expected == 33);
    CHECK(source->groupStart(30, pool) == 16);
}

TEST_CASE("Another take at the same path is another picture", "[playback]") {
    const ScratchFolder folder;
    Cut cut = smallCut();
    cut.items = {clip(0, 4, media::makeMovie(folder / "a.mp4", 4))};
    const auto before = makeCutSource(cut)->id(0);
    MediaPool pool;
    CHECK(media::numberIn(*makeCutSource(cut)->read(2, pool)) == 2);
    media::makeMovie(folder / "b.mp4", 4, {128, 72}, 70);
    std::filesystem::rename(folder / "b.mp4", folder / "a.mp4");
    CHECK_FALSE(makeCutSource(cut)->id(0) == before);
    CHECK(media::numberIn(*makeCutSource(cut)->read(2, pool)) == 72);
}

TEST_CASE("Sound is mixed at its place in the cut", "[playback]") {
    const ScratchFolder folder;
    media::MovieWriterOptions options{128, 72};
    options.audio = true;
    const auto loud = media::makeMovie(folder / "a.mp4", 48, options);
    Cut cut = smallCut();
    cut.items = {clip(0, 24), clip(24, 24, loud), clip(48, 24, media::makeMovie(folder / "silent.mp4", 24))};
    const auto source = makeCutSource(cut);
    MediaPool pool;
    const auto level = [&](const FrameSource& from, std::int64_t start) {
        const AudioBlock block = from.sound(start, 2400, pool);
        REQUIRE(block.frames() == 2400);
        double sum = 0;
        for (const float sample : block.samples) sum += std::abs(sample);
        return sum / double(block.samples.size());
    };
    CHECK(level(*source, 1000) == 0);
    CHECK(level(*source, 48000 + 1200) == Approx(0.1).epsilon(0.3));
    CHECK(level(*source, 48000 + 4800 * 3 + 1200) == Approx(0.4).epsilon(0.2));
    CHECK(level(*source, 96000 + 1000) == 0);
    cut.sounds = {{0, 24, loud, 0, 0.5f}};
    CHECK(level(*makeCutSource(cut), 1200) == Approx(0.05).epsilon(0.3));
}

TEST_CASE("A movie is a timeline of its own", "[playback]") {
    const ScratchFolder folder;
    media::MovieWriterOptions options{128, 72, time::rate25};
    options.timecode = "10:00:00:00";
    const auto source = openMovieSource(media::makeMovie(folder / "a.mp4", 9, options));
    REQUIRE(source);
    CHECK((*source)->frames() == 9);
    CHECK((*source)->rate() == time::rate25);
    CHECK((*source)->start().text() == "10:00:00:00");
    CHECK((*source)->item(0) == nullptr);
    CHECK_FALSE(openMovieSource(folder / "none.mp4"));
}

TEST_CASE("A film's shots become clips and cards", "[playback]") {
    project::Project film;
    film.folder = "/films/a.rushes";
    project::Sequence sequence;
    sequence.id = project::SequenceId{1};
    sequence.rate = time::rate25;
    film.sequences.put(sequence);
    project::Shot shot;
    shot.sequence = sequence.id;
    for (int i = 1; i <= 2; ++i) {
        shot.id = project::ShotId{i};
        shot.order = i;
        shot.number = "1" + std::string(1, char('@' + i));
        shot.prompt = "Rain.";
        shot.size = "close_up";
        shot.frames = 10 * i;
        film.shots.put(shot);
    }
    project::Take take;
    take.id = project::TakeId{5};
    take.shot = project::ShotId{2};
    take.number = 3;
    take.media = "abc.mp4";
    take.frames = 20;
    take.rate = time::rate25;
    take.generator = "stage";
    film.takes.put(take);
    const Cut cut = cutOfProject(film);
    REQUIRE(cut.items.size() == 2);
    CHECK(cut.rate == time::rate25);
    CHECK(cut.items[0].media.empty());
    CHECK(cut.items[0].card.number == "1A");
    CHECK(cut.items[0].card.details == "Close up · 0.4 s");
    CHECK(cut.items[1].start == 10);
    CHECK(cut.items[1].frames == 20);
    CHECK(cut.items[1].media == film.folder / "media/abc.mp4");
    CHECK(cut.items[1].take == "take 3");
}
