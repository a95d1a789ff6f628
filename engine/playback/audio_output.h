// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/audio_block.h"
#include "engine/playback/audio_device.h"
#include "engine/playback/frame_source.h"

#include <array>
#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace rushes::playback {

/// Samples on their way from the thread that reads them to the device's callback: one writer, one reader, no lock.
class SampleRing {
public:
    static constexpr std::size_t frames = 1 << 14; ///< a third of a second at 48 kHz

    std::size_t readable() const { return m_written.load(std::memory_order_acquire) - m_read.load(std::memory_order_relaxed); }
    std::size_t writable() const { return frames - (m_written.load(std::memory_order_relaxed) - m_read.load(std::memory_order_acquire)); }
    void write(const float* samples, std::size_t count); ///< count frames; the caller looked at writable()
    std::size_t read(float* out, std::size_t count);     ///< what there is
    /// Only while the reader is known to be away.
    void clear();

private:
    std::array<float, frames * 2> m_samples{};
    std::atomic<std::size_t> m_written{0};
    std::atomic<std::size_t> m_read{0};
};

/// What is to be heard: a source's sound from a frame on, at its own speed.
struct SoundRun {
    std::shared_ptr<const FrameSource> source;
    std::int64_t frame = 0;
    std::int64_t in = 0, out = 0; ///< frames, both included
    bool loop = false;
    std::int64_t samples = -1; ///< stop after so many; -1: go on. A scrub's grain is one frame long, with its ends faded
};

/// Plays sound where there is a device: a thread named "sound" reads ahead, the device's callback takes. Opens the device when it is
/// first needed, on that thread, so that nobody waits for it. Functions are for the player's thread.
class AudioOutput {
public:
    AudioOutput(AudioDeviceFactory factory, MediaPool& media);
    ~AudioOutput();
    AudioOutput(const AudioOutput&) = delete;
    AudioOutput& operator=(const AudioOutput&) = delete;

    void start(SoundRun run);
    void stop();
    void setVolume(float volume) { m_volume.store(volume, std::memory_order_relaxed); }
    /// Frames at 48 kHz of the current run that have been heard; -1 while it is not sounding (not started yet, no device).
    std::int64_t heard() const;
    /// False once it is known that there is no device.
    bool possible() const { return m_possible.load(std::memory_order_relaxed); }
    std::string status() const;

private:
    void feed();
    bool open();
    void silence();
    bool fill(const SoundRun& run, std::int64_t& position);
    AudioBlock next(const SoundRun& run, std::int64_t position, std::int64_t count);
    static void pull(void* self, float* out, int frames);

    AudioDeviceFactory m_factory;
    MediaPool& m_media;

    // Between the sound thread and the callback.
    SampleRing m_ring;
    std::atomic<bool> m_sounding{false};
    std::atomic<std::uint64_t> m_callbacks{0};
    std::atomic<std::int64_t> m_taken{0};
    std::atomic<float> m_volume{1.0f};
    std::atomic<int> m_latency{0};
    std::atomic<bool> m_possible{true};
    std::atomic<std::uint64_t> m_heardRun{0}; ///< the run that m_taken counts

    /// Between the player's thread and the sound thread.
    struct Shared {
        mutable std::mutex mutex;
        std::condition_variable changed;
        SoundRun run;
        std::uint64_t number = 0; ///< counts start and stop
        bool active = false;
        bool quit = false;
        std::string status = "Sound starts with playing.";
    };
    Shared m_shared;
    std::unique_ptr<AudioDevice> m_device; ///< the sound thread's
    std::thread m_thread;
};

} // namespace rushes::playback
