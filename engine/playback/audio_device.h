// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/result.h"

#include <functional>
#include <memory>
#include <string>

namespace rushes::playback {

/// Fills `frames` x 2 interleaved samples at 48 kHz. Called by the device's own thread: takes no lock and no memory.
struct AudioPull {
    void (*call)(void* self, float* out, int frames) = nullptr;
    void* self = nullptr;
};

/// A running output. Destroyed, it has stopped calling.
class AudioDevice {
public:
    virtual ~AudioDevice() = default;
    virtual std::string name() const = 0;
    /// Frames that lie between a pull and the loudspeaker.
    virtual int latency() const = 0;
};

/// Opens an output that pulls from `pull`. Fails with unsupported where there is none.
using AudioDeviceFactory = std::function<Result<std::unique_ptr<AudioDevice>>(AudioPull pull)>;

/// The system's default output (ALSA or PulseAudio through RtAudio).
Result<std::unique_ptr<AudioDevice>> openSystemAudio(AudioPull pull);

} // namespace rushes::playback
