// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/playback/decode_pool.h"

#include <algorithm>

#include <pthread.h>

namespace rushes::playback {
namespace {

/// How far is read ahead and kept behind, in seconds: the budget usually ends it first.
constexpr double secondsAhead = 10, secondsBehind = 1;

/// The picture fitted to the target as BGRA; itself when none is asked for. A small black one when memory is full.
media::VideoFrame fitted(const media::VideoFrame& picture, PictureTarget target, media::FrameConverter& converter) {
    if (picture && (target.width <= 0 || target.height <= 0)) return picture;
    if (!picture) return media::VideoFrame::fromImage(Image::create(16, 16, PixelFormat::bgra8));
    auto image = converter.toImage(picture, PixelFormat::bgra8, target.width, target.height);
    return image ? media::VideoFrame::fromImage(std::move(*image), picture.index()) : fitted({}, target, converter);
}

} // namespace

DecodePool::DecodePool(std::size_t cacheBytes, int threads) : m_shared(cacheBytes) {
    for (int i = 0; i < std::max(1, threads); ++i) {
        m_threads.emplace_back([this] { work(); });
        pthread_setname_np(m_threads.back().native_handle(), "decode");
    }
}

DecodePool::~DecodePool() {
    {
        const std::lock_guard lock(m_shared.mutex);
        m_shared.stop = true;
        ++m_shared.generation;
    }
    m_shared.changed.notify_all();
    for (auto& thread : m_threads) thread.join();
}

void DecodePool::aim(DecodeAim aim) {
    {
        const std::lock_guard lock(m_shared.mutex);
        const bool otherTarget = !(aim.target == m_shared.aim.target);
        if (aim.source != m_shared.aim.source || otherTarget) ++m_shared.generation;
        m_shared.aim = std::move(aim);
        if (otherTarget) m_shared.cache.keepOnly(m_shared.aim.target);
    }
    m_shared.changed.notify_all();
}

void DecodePool::setWake(std::function<void()> wake) {
    const std::lock_guard lock(m_shared.mutex);
    m_shared.wake = std::move(wake);
}

media::VideoFrame DecodePool::find(const PictureId& id, std::int64_t frame) {
    const std::lock_guard lock(m_shared.mutex);
    const auto* found = m_shared.cache.find({id, m_shared.aim.target}, frame);
    return found ? *found : media::VideoFrame();
}

bool DecodePool::has(const PictureId& id) const {
    const std::lock_guard lock(m_shared.mutex);
    return m_shared.cache.contains({id, m_shared.aim.target});
}

std::size_t DecodePool::bytes() const {
    const std::lock_guard lock(m_shared.mutex);
    return m_shared.cache.bytes();
}

std::size_t DecodePool::budget() const {
    const std::lock_guard lock(m_shared.mutex);
    return m_shared.cache.budget();
}

/// Makes the job for a frame that is missing and that nobody is at. Called with the lock held.
bool DecodePool::tryFrame(std::int64_t frame, bool backwards, Job& job) {
    auto& shared = m_shared;
    const PictureId id = shared.aim.source->id(frame);
    const FrameCache::Key key{id, shared.aim.target};
    if (shared.cache.find(key, frame) || shared.inFlight.count(key) || shared.busy.count(id.content)) return false;
    if (!shared.cache.hasRoomFor(frame, std::max<std::size_t>(shared.cache.largest(), 1), shared.aim.window)) return false;
    job = {shared.aim.source, shared.aim.target, frame, backwards, id, shared.generation};
    shared.inFlight.insert(key);
    shared.busy.insert(id.content);
    return true;
}

/// The missing frame that is worth most, walking outwards from the playhead. Called with the lock held.
bool DecodePool::choose(Job& job) {
    const auto& aim = m_shared.aim;
    if (!aim.source || aim.source->frames() <= 0) return false;
    const auto& window = aim.window;
    const std::int64_t last = aim.source->frames() - 1, step = window.direction < 0 ? -aim.stride : aim.stride;
    const double hz = aim.source->rate().hz();
    const auto aheadLimit = std::int64_t(secondsAhead * hz), behindLimit = std::int64_t(secondsBehind * hz);
    const bool inside = window.position >= window.in && window.position <= window.out;
    const std::int64_t low = inside ? window.in : 0, high = inside ? window.out : last;

    std::int64_t ahead = window.position, behind = window.position - (window.direction < 0 ? -1 : 1);
    bool aheadOpen = true, behindOpen = true;
    std::int64_t wrapped = 0;
    while (aheadOpen || behindOpen) {
        aheadOpen = aheadOpen && wrapped + std::abs(ahead - window.position) <= aheadLimit;
        if (aheadOpen && (ahead < low || ahead > high)) {
            if (!window.loop || wrapped > 0) aheadOpen = false;
            else {
                wrapped = std::abs(ahead - window.position);
                ahead = step < 0 ? high : low;
                aheadOpen = wrapped < high - low + 1;
            }
        }
        behindOpen = behindOpen && behind >= low && behind <= high && std::abs(behind - window.position) <= behindLimit;
        const double worthAhead = aheadOpen ? 1 + 1.0 / double(1 + wrapped + std::abs(ahead - (wrapped ? (step < 0 ? high : low) : window.position))) : 0;
        const double worthBehind = behindOpen ? utility(behind, window) : 0;
        if (aheadOpen && worthAhead >= worthBehind) {
            if (tryFrame(ahead, window.direction < 0, job)) return true;
            ahead += step;
        } else if (behindOpen) {
            if (tryFrame(behind, window.direction > 0, job)) return true;
            behind -= window.direction < 0 ? -1 : 1;
        }
    }
    for (const std::int64_t start : aim.source->upcoming(window.position, 2))
        if (window.direction > 0 && start <= high && tryFrame(start, false, job)) return true;
    return false;
}

void DecodePool::work() {
    media::FrameConverter converter;
    for (;;) {
        Job job;
        {
            std::unique_lock lock(m_shared.mutex);
            m_shared.changed.wait(lock, [&] { return m_shared.stop || choose(job); });
            if (m_shared.stop) return;
        }
        if (job.backwards) decodeGroup(job, converter);
        else decodeOne(job, converter);
        {
            const std::lock_guard lock(m_shared.mutex);
            m_shared.inFlight.erase({job.id, job.target});
            if (job.backwards) m_shared.busy.erase(job.id.content); // decodeOne gave the decoder back before it converted
        }
        m_shared.changed.notify_all();
    }
}

void DecodePool::decodeOne(const Job& job, media::FrameConverter& converter) {
    auto picture = job.source->read(job.frame, m_media);
    {
        // The decoder is free for the next frame while this one is converted.
        const std::lock_guard lock(m_shared.mutex);
        m_shared.busy.erase(job.id.content);
    }
    m_shared.changed.notify_all();
    keep(job, job.frame, job.id, picture ? std::move(*picture) : media::VideoFrame(), converter);
}

void DecodePool::decodeGroup(const Job& job, media::FrameConverter& converter) {
    const std::int64_t first = job.source->groupStart(job.frame, m_media);
    (void)job.source->readRun(first, job.frame, m_media, [&](std::int64_t frame, media::VideoFrame picture) {
        const PictureId id = job.source->id(frame);
        {
            const std::lock_guard lock(m_shared.mutex);
            if (m_shared.cache.contains({id, job.target})) return true;
        }
        return keep(job, frame, id, std::move(picture), converter);
    });
}

/// Converts and caches. False when the work is no longer wanted.
bool DecodePool::keep(const Job& job, std::int64_t frame, const PictureId& id, media::VideoFrame picture, media::FrameConverter& converter) {
    picture = fitted(picture, job.target, converter);
    std::function<void()> wake;
    {
        const std::lock_guard lock(m_shared.mutex);
        if (job.generation != m_shared.generation) return false;
        m_shared.cache.insert({id, job.target}, std::move(picture), frame, m_shared.aim.window);
        // Held pictures stand at many frames, so it is the identity that is compared.
        const auto& aim = m_shared.aim;
        if (aim.source->id(aim.window.position) == id) wake = m_shared.wake;
    }
    if (wake) wake();
    return true;
}

} // namespace rushes::playback
