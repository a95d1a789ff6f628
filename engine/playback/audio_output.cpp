// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/playback/audio_output.h"

#include <algorithm>
#include <chrono>
#include <cstring>

#include <pthread.h>

namespace rushes::playback {
namespace {

constexpr std::int64_t sampleRate = 48000;
constexpr std::size_t pieceFrames = 1024;
constexpr std::int64_t fadeSamples = 240; ///< 5 ms at each end of a scrub's grain
__extension__ using Wide = __int128;

std::int64_t sampleAt(std::int64_t frame, time::FrameRate rate) { return std::int64_t(Wide(frame) * sampleRate * rate.den / rate.num); }

} // namespace

void SampleRing::write(const float* samples, std::size_t count) {
    const std::size_t at = m_written.load(std::memory_order_relaxed);
    for (std::size_t i = 0; i < count; ++i) std::memcpy(&m_samples[((at + i) % frames) * 2], samples + i * 2, 2 * sizeof(float));
    m_written.store(at + count, std::memory_order_release);
}

std::size_t SampleRing::read(float* out, std::size_t count) {
    count = std::min(count, readable());
    const std::size_t at = m_read.load(std::memory_order_relaxed);
    for (std::size_t i = 0; i < count; ++i) std::memcpy(out + i * 2, &m_samples[((at + i) % frames) * 2], 2 * sizeof(float));
    m_read.store(at + count, std::memory_order_release);
    return count;
}

void SampleRing::clear() {
    m_written.store(0, std::memory_order_relaxed);
    m_read.store(0, std::memory_order_release);
}

AudioOutput::AudioOutput(AudioDeviceFactory factory, MediaPool& media) : m_factory(std::move(factory)), m_media(media) {
    m_thread = std::thread([this] { feed(); });
    pthread_setname_np(m_thread.native_handle(), "sound");
}

AudioOutput::~AudioOutput() {
    {
        const std::lock_guard lock(m_shared.mutex);
        m_shared.quit = true;
        ++m_shared.number;
    }
    m_shared.changed.notify_all();
    m_thread.join();
}

void AudioOutput::start(SoundRun run) {
    {
        const std::lock_guard lock(m_shared.mutex);
        m_shared.run = std::move(run);
        m_shared.active = true;
        ++m_shared.number;
    }
    m_shared.changed.notify_all();
}

void AudioOutput::stop() {
    {
        const std::lock_guard lock(m_shared.mutex);
        if (!m_shared.active) return;
        m_shared.active = false;
        ++m_shared.number;
    }
    m_sounding.store(false, std::memory_order_release); // heard at once, before the sound thread looks
    m_shared.changed.notify_all();
}

std::int64_t AudioOutput::heard() const {
    std::uint64_t number = 0;
    {
        const std::lock_guard lock(m_shared.mutex);
        number = m_shared.number;
    }
    if (!m_sounding.load(std::memory_order_acquire) || m_heardRun.load(std::memory_order_acquire) != number) return -1;
    return std::max<std::int64_t>(0, m_taken.load(std::memory_order_relaxed) - m_latency.load(std::memory_order_relaxed));
}

std::string AudioOutput::status() const {
    const std::lock_guard lock(m_shared.mutex);
    return m_shared.status;
}

/// The device's thread. No lock, no memory.
void AudioOutput::pull(void* self, float* out, int frames) {
    auto& output = *static_cast<AudioOutput*>(self);
    std::size_t got = 0;
    if (output.m_sounding.load(std::memory_order_acquire)) {
        got = output.m_ring.read(out, std::size_t(frames));
        const float volume = output.m_volume.load(std::memory_order_relaxed);
        for (std::size_t i = 0; i < got * 2; ++i) out[i] *= volume;
        output.m_taken.fetch_add(std::int64_t(got), std::memory_order_relaxed);
    }
    std::fill(out + got * 2, out + std::size_t(frames) * 2, 0.0f);
    output.m_callbacks.fetch_add(1, std::memory_order_release);
}

bool AudioOutput::open() {
    if (m_device) return true;
    if (!possible()) return false;
    auto device = m_factory({&AudioOutput::pull, this});
    const std::lock_guard lock(m_shared.mutex);
    if (!device) {
        m_possible.store(false, std::memory_order_relaxed);
        m_shared.status = device.error().message + ": playing silently, by the system's clock.";
        return false;
    }
    m_device = std::move(*device);
    m_latency.store(m_device->latency(), std::memory_order_relaxed);
    m_shared.status = "Sound goes to " + m_device->name() + ".";
    return true;
}

/// Brings the callback to leave the ring alone, then empties it.
void AudioOutput::silence() {
    m_sounding.store(false, std::memory_order_release);
    // A callback that began before may still read: one that begins after this point will not. A device that has died is not waited for.
    const std::uint64_t seen = m_callbacks.load(std::memory_order_acquire);
    const auto limit = std::chrono::steady_clock::now() + std::chrono::milliseconds(100);
    std::unique_lock lock(m_shared.mutex);
    while (m_callbacks.load(std::memory_order_acquire) == seen && std::chrono::steady_clock::now() < limit && !m_shared.quit)
        m_shared.changed.wait_for(lock, std::chrono::milliseconds(2));
    lock.unlock();
    m_ring.clear();
    m_taken.store(0, std::memory_order_relaxed);
}

AudioBlock AudioOutput::next(const SoundRun& run, std::int64_t position, std::int64_t count) {
    const auto rate = run.source->rate();
    const std::int64_t in = sampleAt(run.in, rate), end = sampleAt(run.out + 1, rate);
    std::int64_t at = sampleAt(run.frame, rate) + position;
    if (run.loop && end > in && at >= in) {
        at = in + (at - in) % (end - in);
        count = std::min(count, end - at); // the rest comes with the next piece, from the beginning
    }
    AudioBlock block = run.source->sound(at, count, m_media);
    if (!run.loop)
        for (std::int64_t i = std::max<std::int64_t>(0, end - at); i < count; ++i) block.samples[std::size_t(i * 2)] = block.samples[std::size_t(i * 2 + 1)] = 0;
    if (run.samples >= 0)
        for (std::int64_t i = 0; i < count; ++i) {
            const std::int64_t edge = std::min(position + i, run.samples - 1 - position - i);
            const float gain = float(std::clamp<std::int64_t>(edge, 0, fadeSamples)) / float(fadeSamples);
            block.samples[std::size_t(i * 2)] *= gain;
            block.samples[std::size_t(i * 2 + 1)] *= gain;
        }
    return block;
}

/// One more piece into the ring. False when it is full or the run is over.
bool AudioOutput::fill(const SoundRun& run, std::int64_t& position) {
    auto count = std::int64_t(std::min(m_ring.writable(), pieceFrames));
    if (run.samples >= 0) count = std::min(count, run.samples - position);
    if (count <= 0 || (m_ring.writable() < pieceFrames && run.samples < 0)) return false;
    const AudioBlock block = next(run, position, count);
    m_ring.write(block.samples.data(), std::size_t(block.frames()));
    position += block.frames();
    return true;
}

void AudioOutput::feed() {
    std::uint64_t served = 0;
    std::int64_t position = 0;
    SoundRun run;
    for (;;) {
        bool fresh = false, active = false;
        {
            std::unique_lock lock(m_shared.mutex);
            const auto changed = [&] { return m_shared.quit || m_shared.number != served; };
            if (run.source) m_shared.changed.wait_for(lock, std::chrono::milliseconds(10), changed);
            else m_shared.changed.wait(lock, changed);
            if (m_shared.quit) break;
            fresh = m_shared.number != served;
            served = m_shared.number;
            active = m_shared.active;
            if (fresh) run = active ? m_shared.run : SoundRun{};
        }
        if (fresh) {
            if (m_device) silence();
            position = 0;
            if (active && !open()) run = {};
        }
        if (!run.source) continue;
        while (fill(run, position)) {
        }
        if (fresh) {
            m_heardRun.store(served, std::memory_order_release);
            const std::lock_guard lock(m_shared.mutex); // unless stopped meanwhile
            if (m_shared.number == served) m_sounding.store(true, std::memory_order_release);
        }
    }
    m_sounding.store(false, std::memory_order_release);
    m_device.reset();
}

} // namespace rushes::playback
