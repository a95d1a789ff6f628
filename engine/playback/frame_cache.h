// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/playback/player.h"

#include <map>
#include <set>
#include <tuple>

namespace rushes::playback {

/// Where playing stands: what the worth of a frame depends on.
struct PlayWindow {
    std::int64_t position = 0;
    int direction = 1;
    std::int64_t in = 0, out = 0;
    bool loop = false;
};

/// How much a frame is worth having, 2 at the playhead: 1 + 1/distance ahead; one frame behind counts like four ahead; frames that
/// playing will not reach are below 1. The one measure for what is read next and what is thrown out first (OpenRV's FBCache).
double utility(std::int64_t frame, const PlayWindow& window);

/// Decoded pictures within a budget of bytes, by content and size. One thread at a time: the player locks it.
class FrameCache {
public:
    struct Key {
        PictureId id;
        PictureTarget target;

        friend bool operator<(const Key& a, const Key& b) {
            return std::tie(a.id, a.target.width, a.target.height) < std::tie(b.id, b.target.width, b.target.height);
        }
    };

    explicit FrameCache(std::size_t budget) : m_budget(budget) {}

    /// The picture, or null. Notes that it stands at `frame` of the timeline now.
    const media::VideoFrame* find(const Key& key, std::int64_t frame);
    bool contains(const Key& key) const { return m_entries.find(key) != m_entries.end(); }
    /// Keeps a picture; throws out those worth least until all fit the budget. A picture worth less than all others may go at once.
    void insert(const Key& key, media::VideoFrame picture, std::int64_t frame, const PlayWindow& window);
    /// Whether a picture of `bytes` for `frame` would find room by throwing out only what is worth less.
    bool hasRoomFor(std::int64_t frame, std::size_t bytes, const PlayWindow& window) const;
    /// Forgets what was made for another size.
    void keepOnly(PictureTarget target);

    std::size_t bytes() const { return m_bytes; }
    std::size_t budget() const { return m_budget; }
    std::size_t largest() const { return m_largest; }

private:
    struct Entry {
        media::VideoFrame picture;
        std::int64_t frame = 0;
    };
    using Entries = std::map<Key, Entry>;
    Entries::const_iterator leastWorth(const PlayWindow& window) const;

    std::size_t m_budget;
    std::size_t m_bytes = 0;
    std::size_t m_largest = 0;
    Entries m_entries;
};

} // namespace rushes::playback
