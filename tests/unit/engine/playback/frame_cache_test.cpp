// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/playback/frame_cache.h"

#include <catch2/catch.hpp>

using namespace rushes;
using namespace rushes::playback;

namespace {

media::VideoFrame picture(int side = 16) { return media::VideoFrame::fromImage(Image::create(side, side, PixelFormat::bgra8)); }
FrameCache::Key key(std::int64_t frame) { return {{1, frame}, {}}; }
constexpr std::size_t one = 16 * 16 * 4;

} // namespace

TEST_CASE("Frames near the playhead and ahead of it are worth most", "[playback]") {
    const PlayWindow forward{100, 1, 0, 1000, false}, back{100, -1, 0, 1000, false}, loop{95, 1, 10, 100, true};
    CHECK(utility(100, forward) == 2);
    CHECK(utility(101, forward) > utility(102, forward));
    CHECK(utility(101, forward) > utility(99, forward));
    CHECK(utility(99, forward) > utility(110, forward));
    CHECK(utility(99, back) > utility(101, back));
    CHECK(utility(10, loop) > utility(30, loop));
    CHECK(utility(12, loop) > utility(80, loop));
    CHECK(utility(101, loop) < 1);
}

TEST_CASE("The cache keeps to its budget and throws out what is worth least", "[playback]") {
    FrameCache cache(one * 10);
    PlayWindow window{0, 1, 0, 1000, false};
    for (int i = 0; i < 10; ++i) cache.insert(key(i), picture(), i, window);
    CHECK(cache.bytes() == one * 10);
    CHECK_FALSE(cache.hasRoomFor(10, one, window));
    window.position = 5;
    CHECK(cache.hasRoomFor(10, one, window));
    cache.insert(key(10), picture(), 10, window);
    CHECK(cache.bytes() == one * 10);
    CHECK_FALSE(cache.contains(key(0)));
    CHECK(cache.contains(key(4)));
    CHECK(cache.contains(key(10)));
}

TEST_CASE("One picture too large for the budget is still kept", "[playback]") {
    FrameCache cache(100);
    const PlayWindow window{3, 1, 0, 10, false};
    cache.insert(key(3), picture(), 3, window);
    CHECK(cache.contains(key(3)));
    cache.insert(key(4), picture(), 4, window);
    CHECK(cache.contains(key(3)));
    CHECK_FALSE(cache.contains(key(4)));
}

TEST_CASE("Another size is another picture", "[playback]") {
    FrameCache cache(one * 10);
    const PlayWindow window{0, 1, 0, 10, false};
    cache.insert({{1, 0}, {16, 16}}, picture(), 0, window);
    CHECK(cache.find({{1, 0}, {32, 32}}, 0) == nullptr);
    cache.keepOnly({32, 32});
    CHECK(cache.bytes() == 0);
}
