// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/audio_block.h"
#include "engine/base/result.h"

#include <filesystem>
#include <memory>

namespace rushes::media {

/// The sound of a media file as 48 kHz stereo float, whatever it holds. Sample 0 is the moment of the file's first picture (of its
/// first sample where it has no picture). Move-only; one thread at a time.
class AudioReader {
public:
    static constexpr int sampleRate = 48000;

    /// Fails like MovieReader::open, and with notFound when the file has no sound.
    static Result<AudioReader> open(const std::filesystem::path& file);

    AudioReader(AudioReader&&) noexcept;
    AudioReader& operator=(AudioReader&&) noexcept;
    ~AudioReader();

    /// Length in samples at 48 kHz, as the container says it.
    std::int64_t frames() const;

    /// Exactly `count` samples from `start`; silence before, after and where the file is damaged. Reading on is cheap, jumping seeks.
    Result<AudioBlock> read(std::int64_t start, std::int64_t count);

private:
    struct Impl;
    explicit AudioReader(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

} // namespace rushes::media
