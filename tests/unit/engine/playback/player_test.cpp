// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/playback/player.h"
#include "tests/unit/engine/media/media_fixture.h"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>

using namespace rushes;
using namespace rushes::playback;
using namespace std::chrono_literals;
using media::ScratchFolder;

namespace {

/// A player whose clock the test moves, and which can wait until a picture has come.
struct Bench {
    std::chrono::nanoseconds now{0};
    std::mutex mutex;
    std::condition_variable woken;
    int wakes = 0;
    Player player;

    explicit Bench(PlayerOptions options = {}) : player(prepared(std::move(options))) {
        player.setWake([this] {
            const std::lock_guard lock(mutex);
            ++wakes;
            woken.notify_all();
        });
    }

    PlayerOptions prepared(PlayerOptions options) {
        options.now = [this] { return now; };
        if (!options.audio) options.sound = false;
        return options;
    }

    /// The number in the picture at the position, once it is there.
    int shown() {
        for (;;) {
            int seen = 0;
            {
                const std::lock_guard lock(mutex);
                seen = wakes;
            }
            const auto picture = player.currentFrame();
            const auto state = player.state();
            if (picture && picture->index == state.position) return media::numberIn(picture->frame);
            std::unique_lock lock(mutex);
            if (!woken.wait_for(lock, 10s, [&] { return wakes != seen; })) return -1;
        }
    }

    /// Waits until frames first … last are in the cache.
    bool gather(std::int64_t first, std::int64_t last) {
        const auto limit = std::chrono::steady_clock::now() + 10s;
        for (;;) {
            const auto flags = player.cached(first, last);
            if (std::all_of(flags.begin(), flags.end(), [](bool flag) { return flag; })) return true;
            if (std::chrono::steady_clock::now() > limit) return false;
            std::this_thread::yield();
        }
    }

    void pass(std::chrono::nanoseconds time) { now += time; }
};

std::shared_ptr<const FrameSource> movie(const ScratchFolder& folder, int frames, time::FrameRate rate = time::rate24) {
    auto source = openMovieSource(media::makeMovie(folder / "m.mp4", frames, {128, 72, rate}));
    REQUIRE(source);
    return *source;
}

} // namespace

TEST_CASE("Seeking and stepping show the exact frame", "[playback]") {
    const ScratchFolder folder;
    Bench bench;
    CHECK(bench.player.currentFrame() == nullptr);
    bench.player.setSource(movie(folder, 60));
    CHECK(bench.shown() == 0);
    for (const int frame : {47, 3, 59, 12, 11, 0}) {
        bench.player.seek(frame);
        CHECK(bench.shown() == frame);
    }
    bench.player.seek(30);
    for (int i = 1; i <= 20; ++i) {
        bench.player.step(-1);
        CHECK(bench.shown() == 30 - i);
    }
    bench.player.step(5);
    CHECK(bench.shown() == 15);
    bench.player.step(-100);
    CHECK(bench.shown() == 0);
    bench.player.seek(1000);
    CHECK(bench.shown() == 59);
}

TEST_CASE("The clock says which frame; nothing is dropped when all are ready", "[playback]") {
    const ScratchFolder folder;
    for (const auto rate : {time::rate24, time::rate2997, time::rate60}) {
        Bench bench;
        bench.player.setSource(movie(folder, 48, rate));
        bench.shown();
        REQUIRE(bench.gather(0, 47));
        bench.player.play();
        bench.player.currentFrame();
        std::int64_t last = 0;
        for (int i = 0; i < 40; ++i) {
            bench.pass(std::chrono::nanoseconds(std::int64_t(1e9 * rate.den) / rate.num + 1));
            const auto picture = bench.player.currentFrame();
            REQUIRE(picture);
            CHECK(picture->index == last + 1);
            CHECK(media::numberIn(picture->frame) == picture->index);
            last = picture->index;
        }
        const auto state = bench.player.state();
        CHECK(state.counters.shown == 41);
        CHECK(state.counters.dropped == 0);
        CHECK(state.counters.late == 0);
        CHECK(state.measuredFps > 20);
    }
}

TEST_CASE("A pause of the viewport counts as dropped frames, once", "[playback]") {
    const ScratchFolder folder;
    Bench bench;
    bench.player.setSource(movie(folder, 48));
    bench.shown();
    REQUIRE(bench.gather(0, 47));
    bench.player.play();
    bench.player.currentFrame();
    bench.pass(500ms); // twelve frames at 24
    CHECK(bench.player.currentFrame()->index == 12);
    CHECK(bench.player.state().counters.dropped == 11);
    bench.pass(60ms);
    bench.player.currentFrame();
    CHECK(bench.player.state().counters.dropped == 11);
    bench.player.resetCounters();
    CHECK(bench.player.state().counters.dropped == 0);
}

TEST_CASE("Playing ends on the last frame and begins again from the first", "[playback]") {
    const ScratchFolder folder;
    Bench bench;
    bench.player.setSource(movie(folder, 24));
    bench.shown();
    REQUIRE(bench.gather(0, 23));
    bench.player.play();
    bench.player.currentFrame();
    bench.pass(5s);
    bench.player.currentFrame();
    auto state = bench.player.state();
    CHECK_FALSE(state.playing);
    CHECK(state.position == 23);
    bench.player.play();
    CHECK(bench.player.state().position == 0);
    CHECK(bench.player.state().playing);
}

TEST_CASE("In, out and loop are kept to", "[playback]") {
    const ScratchFolder folder;
    Bench bench;
    bench.player.setSource(movie(folder, 48));
    bench.player.setIn(10);
    bench.player.setOut(19);
    bench.player.setLoop(true);
    bench.player.seek(10);
    bench.shown();
    REQUIRE(bench.gather(10, 19));
    bench.player.play();
    bench.player.currentFrame();
    for (int i = 1; i <= 35; ++i) {
        bench.pass(41666667ns);
        CHECK(bench.player.currentFrame()->index == 10 + i % 10);
    }
    CHECK(bench.player.state().counters.dropped == 0);
    bench.player.shuttle(-1);
    bench.player.seek(12);
    bench.shown();
    bench.player.currentFrame();
    std::vector<std::int64_t> seen;
    for (int i = 1; i <= 5; ++i) {
        bench.pass(41666667ns);
        seen.push_back(bench.player.currentFrame()->index);
    }
    CHECK(seen == std::vector<std::int64_t>{11, 10, 19, 18, 17});
}

TEST_CASE("J, K and L shuttle", "[playback]") {
    const ScratchFolder folder;
    Bench bench;
    bench.player.setSource(movie(folder, 96));
    bench.player.seek(40);
    bench.shown();
    auto& player = bench.player;
    for (const double speed : {1.0, 2.0, 4.0, 8.0, 8.0}) {
        player.shuttle(1);
        CHECK(player.state().speed == speed);
        CHECK(player.state().playing);
    }
    player.shuttle(-1);
    CHECK(player.state().speed == -1);
    player.shuttle(-1);
    CHECK(player.state().speed == -2);
    player.pause();
    CHECK_FALSE(player.state().playing);
    CHECK(player.state().speed == 1);
    player.seek(10);
    bench.shown();
    REQUIRE(bench.gather(10, 40));
    player.shuttle(1);
    player.shuttle(1);
    player.currentFrame();
    bench.pass(500ms);
    CHECK(player.currentFrame()->index == 34);
    CHECK(player.state().counters.dropped == 0); // twice the speed skips on purpose
    player.pause();
    player.setSpeed(0.25);
    player.play();
    player.currentFrame();
    bench.pass(500ms);
    CHECK(player.currentFrame()->index == 37);
}

TEST_CASE("Playing backwards shows every frame", "[playback]") {
    const ScratchFolder folder;
    Bench bench;
    bench.player.setSource(movie(folder, 60));
    bench.player.seek(50);
    bench.shown();
    bench.player.shuttle(-1);
    REQUIRE(bench.gather(20, 50));
    bench.player.currentFrame();
    for (int i = 1; i <= 30; ++i) {
        bench.pass(41666667ns);
        const auto picture = bench.player.currentFrame();
        CHECK(picture->index == 50 - i);
        CHECK(media::numberIn(picture->frame) == 50 - i);
    }
    CHECK(bench.player.state().counters.dropped == 0);
}

TEST_CASE("Pausing stays on the frame that was seen", "[playback]") {
    const ScratchFolder folder;
    Bench bench;
    bench.player.setSource(movie(folder, 48));
    bench.shown();
    REQUIRE(bench.gather(0, 47));
    bench.player.play();
    bench.player.currentFrame();
    bench.pass(250ms);
    const auto seen = bench.player.currentFrame()->index;
    CHECK(seen == 6);
    bench.pass(90ms);
    bench.player.pause();
    CHECK(bench.player.state().position == seen);
}

TEST_CASE("Every-frame mode waits instead of dropping", "[playback]") {
    const ScratchFolder folder;
    Bench bench;
    bench.player.setSource(movie(folder, 48));
    bench.player.setMode(PlayMode::everyFrame);
    bench.shown();
    REQUIRE(bench.gather(0, 47));
    bench.player.play();
    bench.player.currentFrame();
    for (int i = 1; i <= 20; ++i) {
        bench.pass(i == 7 ? 2s : 45ms);
        CHECK(bench.player.currentFrame()->index == i);
    }
    CHECK(bench.player.state().counters.dropped == 0);
}

TEST_CASE("Pictures come fitted when a size is asked for", "[playback]") {
    const ScratchFolder folder;
    Bench bench;
    bench.player.setTarget({64, 36});
    bench.player.setSource(movie(folder, 4));
    CHECK(bench.shown() == 0);
    std::size_t stride = 0;
    auto picture = bench.player.currentFrame();
    CHECK(picture->frame.bgra(stride) != nullptr);
    CHECK(picture->frame.width() == 64);
    bench.player.setTarget({});
    bench.player.seek(1);
    CHECK(bench.shown() == 1);
    media::Planes planes;
    CHECK(bench.player.currentFrame()->frame.planes(planes));
}

TEST_CASE("After an edit the same pictures are still there and others are not shown", "[playback]") {
    const ScratchFolder folder;
    const auto first = media::makeMovie(folder / "a.mp4", 24, {128, 72}, 100), second = media::makeMovie(folder / "b.mp4", 24, {128, 72}, 300);
    Cut cut;
    cut.width = 128;
    cut.height = 72;
    cut.items.resize(2);
    cut.items[0].frames = cut.items[1].frames = cut.items[1].start = 24;
    cut.items[0].media = first;
    cut.items[1].media = second;
    Bench bench;
    bench.player.setSource(makeCutSource(cut));
    bench.player.seek(30);
    CHECK(bench.shown() == 306);
    REQUIRE(bench.gather(25, 40));
    std::swap(cut.items[0].media, cut.items[1].media);
    bench.player.setSource(makeCutSource(cut));
    CHECK(bench.shown() == 106);
    bench.player.seek(6);
    CHECK(bench.player.currentFrame()->index == 6); // moved, but cached by what it is
    CHECK(bench.shown() == 306);
    bench.player.setSource(nullptr);
    CHECK(bench.player.currentFrame() == nullptr);
}

namespace {

/// A sound device that the test pulls from.
struct HandDevice : AudioDevice {
    explicit HandDevice(AudioPull pull) : pull(pull) {}
    std::string name() const override { return "the test"; }
    int latency() const override { return 480; }
    AudioPull pull;
};

} // namespace

TEST_CASE("The picture follows the sound that was heard", "[playback]") {
    const ScratchFolder folder;
    media::MovieWriterOptions options{128, 72};
    options.audio = true;
    auto source = openMovieSource(media::makeMovie(folder / "m.mp4", 48, options));
    REQUIRE(source);
    std::atomic<HandDevice*> device{nullptr};
    PlayerOptions playing;
    playing.audio = [&](AudioPull pull) -> Result<std::unique_ptr<AudioDevice>> {
        auto made = std::make_unique<HandDevice>(pull);
        device = made.get();
        return made;
    };
    Bench bench(playing);
    bench.player.setSource(*source);
    bench.shown();
    REQUIRE(bench.gather(0, 47));
    bench.player.play();
    std::vector<float> out(480 * 2);
    const auto pullOnce = [&] {
        device.load()->pull.call(device.load()->pull.self, out.data(), 480);
        return std::abs(out[200]);
    };
    // The device opens on the sound thread; the picture waits for it.
    const auto limit = std::chrono::steady_clock::now() + 10s;
    while (!device && std::chrono::steady_clock::now() < limit) std::this_thread::yield();
    REQUIRE(device);
    while (pullOnce() == 0 && std::chrono::steady_clock::now() < limit) std::this_thread::yield();
    bench.player.currentFrame();
    CHECK(bench.player.audioStatus() == "Sound goes to the test.");
    // The device runs at half the speed of the steady clock: the picture keeps to the device.
    for (int i = 0; i < 50; ++i) {
        bench.pass(20ms);
        while (pullOnce() == 0 && std::chrono::steady_clock::now() < limit) std::this_thread::yield(); // the test pulls faster than time
        bench.player.currentFrame();
    }
    const auto position = bench.player.state().position;
    CHECK(position >= 10);
    CHECK(position <= 14); // 0.5 s of sound, not 1 s
    bench.player.pause();
    CHECK(pullOnce() == 0);
}

TEST_CASE("Without a device playing goes on silently and says so", "[playback]") {
    const ScratchFolder folder;
    media::MovieWriterOptions options{128, 72};
    options.audio = true;
    auto source = openMovieSource(media::makeMovie(folder / "m.mp4", 24, options));
    REQUIRE(source);
    PlayerOptions playing;
    playing.audio = [](AudioPull) -> Result<std::unique_ptr<AudioDevice>> { return fail(ErrorCategory::unsupported, "No sound device"); };
    Bench bench(playing);
    bench.player.setSource(*source);
    bench.shown();
    REQUIRE(bench.gather(0, 23));
    bench.player.play();
    bench.pass(1s); // longer than it waits for sound
    bench.player.currentFrame();
    bench.pass(250ms);
    CHECK(bench.player.currentFrame()->index == 6);
    const auto limit = std::chrono::steady_clock::now() + 10s;
    while (bench.player.audioStatus().find("silently") == std::string::npos && std::chrono::steady_clock::now() < limit) std::this_thread::yield();
    CHECK(bench.player.audioStatus() == "No sound device: playing silently, by the system's clock.");
}
