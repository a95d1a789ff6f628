// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/playback/audio_device.h"

#include "engine/base/log.h"

#include <rtaudio/RtAudio.h>

#include <cstdlib>
#include <filesystem>

namespace rushes::playback {
namespace {

constexpr unsigned sampleRate = 48000;

/// Asking ALSA on a machine without sound writes a page of complaints to the terminal, so look first.
bool anySound(RtAudio::Api& api) {
    namespace fs = std::filesystem;
    std::error_code ignored;
    const char* runtime = std::getenv("XDG_RUNTIME_DIR");
    if (std::getenv("PULSE_SERVER") || (runtime && fs::exists(fs::path(runtime) / "pulse/native", ignored))) {
        api = RtAudio::LINUX_PULSE;
        return true;
    }
    api = RtAudio::LINUX_ALSA;
    for (const auto& entry : fs::directory_iterator("/dev/snd", ignored))
        if (entry.path().filename().string().rfind("pcm", 0) == 0) return true;
    return false;
}

class SystemAudio : public AudioDevice {
public:
    SystemAudio(RtAudio::Api api, AudioPull pull) : m_output(api), m_pull(pull) { m_output.showWarnings(false); }
    ~SystemAudio() override {
        try {
            if (m_output.isStreamOpen()) m_output.closeStream();
        } catch (const RtAudioError& error) {
            log::warning("Sound output: " + error.getMessage());
        }
    }

    Result<void> start() {
        try {
            if (m_output.getDeviceCount() == 0) return fail(ErrorCategory::unsupported, "No sound device");
            RtAudio::StreamParameters parameters;
            parameters.deviceId = m_output.getDefaultOutputDevice();
            parameters.nChannels = 2;
            unsigned frames = 512;
            RtAudio::StreamOptions options;
            options.streamName = "Rushes";
            m_output.openStream(&parameters, nullptr, RTAUDIO_FLOAT32, sampleRate, &frames, &SystemAudio::callback, this, &options);
            m_bufferFrames = int(frames);
            m_name = m_output.getDeviceInfo(parameters.deviceId).name;
            m_output.startStream();
            return {};
        } catch (const RtAudioError& error) {
            return fail(ErrorCategory::unsupported, "The sound device does not open: " + error.getMessage());
        }
    }

    std::string name() const override { return m_name; }
    int latency() const override {
        long told = 0;
        try {
            told = const_cast<RtAudio&>(m_output).getStreamLatency();
        } catch (const RtAudioError&) {
        }
        return told > 0 && told < long(sampleRate) ? int(told) : 2 * m_bufferFrames;
    }

private:
    static int callback(void* out, void*, unsigned frames, double, RtAudioStreamStatus, void* self) {
        auto& device = *static_cast<SystemAudio*>(self);
        device.m_pull.call(device.m_pull.self, static_cast<float*>(out), int(frames));
        return 0;
    }

    RtAudio m_output;
    AudioPull m_pull;
    std::string m_name;
    int m_bufferFrames = 512;
};

} // namespace

Result<std::unique_ptr<AudioDevice>> openSystemAudio(AudioPull pull) {
    RtAudio::Api api{};
    if (!anySound(api)) return fail(ErrorCategory::unsupported, "No sound device");
    auto device = std::make_unique<SystemAudio>(api, pull);
    if (auto started = device->start(); !started) return fail(std::move(started.error()));
    return device;
}

} // namespace rushes::playback
