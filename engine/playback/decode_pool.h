// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/playback/frame_cache.h"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace rushes::playback {

/// What the decode threads should work towards.
struct DecodeAim {
    std::shared_ptr<const FrameSource> source;
    PictureTarget target;
    PlayWindow window;
    std::int64_t stride = 1; ///< frames from one that is shown to the next when shuttling
};

/// The threads named "decode" and the cache they fill: always with the frame that is worth most now. One request at a time for each
/// medium, so that its decoder runs on instead of seeking to and fro. The functions are for the player's thread.
class DecodePool {
public:
    DecodePool(std::size_t cacheBytes, int threads);
    ~DecodePool();
    DecodePool(const DecodePool&) = delete;
    DecodePool& operator=(const DecodePool&) = delete;

    void aim(DecodeAim aim);
    void setWake(std::function<void()> wake);
    /// Only if it is there already: never waits for a decoder.
    media::VideoFrame find(const PictureId& id, std::int64_t frame);
    bool has(const PictureId& id) const;
    std::size_t bytes() const;
    std::size_t budget() const;
    MediaPool& media() { return m_media; }

private:
    struct Job {
        std::shared_ptr<const FrameSource> source;
        PictureTarget target;
        std::int64_t frame = 0;
        bool backwards = false; ///< take the whole group of pictures before it as well
        PictureId id;
        std::uint64_t generation = 0;
    };
    /// What the player and the decode threads both touch, under the mutex.
    struct Shared {
        mutable std::mutex mutex;
        std::condition_variable changed;
        DecodeAim aim;
        std::uint64_t generation = 0; ///< of source and target
        FrameCache cache;
        std::set<FrameCache::Key> inFlight;
        std::set<std::uint64_t> busy; ///< contents that a decoder works on
        std::function<void()> wake;
        bool stop = false;

        explicit Shared(std::size_t bytes) : cache(bytes) {}
    };

    void work();
    bool choose(Job& job);
    bool tryFrame(std::int64_t frame, bool backwards, Job& job);
    void decodeOne(const Job& job, media::FrameConverter& converter);
    void decodeGroup(const Job& job, media::FrameConverter& converter);
    bool keep(const Job& job, std::int64_t frame, const PictureId& id, media::VideoFrame picture, media::FrameConverter& converter);

    MediaPool m_media;
    Shared m_shared;
    std::vector<std::thread> m_threads;
};

} // namespace rushes::playback
