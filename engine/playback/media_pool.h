// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/media/audio_reader.h"
#include "engine/media/movie_reader.h"

#include <filesystem>
#include <functional>
#include <memory>

namespace rushes::playback {

struct MediaPoolOptions {
    int maxOpen = 12;       ///< movies kept open; the one used longest ago is closed
    int decoderThreads = 2; ///< of each movie
};

/// Keeps media open, one decoder per file, each used by one thread at a time (others wait for it). Any thread.
class MediaPool {
public:
    explicit MediaPool(MediaPoolOptions options = {});
    ~MediaPool();
    MediaPool(const MediaPool&) = delete;
    MediaPool& operator=(const MediaPool&) = delete;

    /// Calls `use` with the file's reader, opened if need be, and holds it meanwhile. Fails as opening fails; that is remembered
    /// until the file changes.
    Result<void> withMovie(const std::filesystem::path& file, const std::function<Result<void>(media::MovieReader&)>& use);
    Result<void> withSound(const std::filesystem::path& file, const std::function<Result<void>(media::AudioReader&)>& use);

    /// Identity of what lies at the path now: changes when the file is replaced or written to. 0 when there is none.
    static std::uint64_t contentId(const std::filesystem::path& file);

private:
    struct Shared;
    std::unique_ptr<Shared> m_shared;
};

} // namespace rushes::playback
