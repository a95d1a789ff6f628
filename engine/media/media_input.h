// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/media/ffmpeg.h"
#include "engine/media/video_frame.h"

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>

namespace rushes::media {

/// Opens a path the way anything untrusted is opened: no links, no waiting on pipes, regular files only. Gives the descriptor.
Result<int> openRegularFile(const std::filesystem::path& file);

/// A container opened by our own reads on one descriptor: FFmpeg can reach no other file, no network and only the formats we know.
/// At a fixed address: FFmpeg keeps pointers to it. Closes itself.
class MediaInput {
public:
    static Result<std::unique_ptr<MediaInput>> open(const std::filesystem::path& file);
    ~MediaInput();
    MediaInput(const MediaInput&) = delete;
    MediaInput& operator=(const MediaInput&) = delete;

    AVFormatContext* context() const { return m_context; }
    AVStream* video() const { return m_video < 0 ? nullptr : m_context->streams[m_video]; }
    AVStream* audio() const { return m_audio < 0 ? nullptr : m_context->streams[m_audio]; }
    const std::filesystem::path& path() const { return m_path; }
    std::int64_t bytes() const { return m_bytes; }

    /// Reads only this stream from now on.
    void keepOnly(const AVStream* stream);
    /// Reads that start after this moment fail, so that a hostile file cannot hold us for ever. None: no limit.
    void setDeadline(std::optional<std::chrono::steady_clock::time_point> when) { m_deadline = when; }
    bool expired() const { return m_deadline && std::chrono::steady_clock::now() > *m_deadline; }

private:
    MediaInput() = default;
    Result<void> rewrite();
    Result<void> start();
    void chooseStreams();
    static int read(void* self, std::uint8_t* buffer, int size);
    static std::int64_t seek(void* self, std::int64_t offset, int whence);

    std::filesystem::path m_path;
    int m_fd = -1;
    std::int64_t m_bytes = 0;
    std::string m_memory;      ///< read instead of the file where it had to be rewritten first
    std::size_t m_position = 0; ///< in m_memory
    AVIOContext* m_io = nullptr;
    AVFormatContext* m_context = nullptr;
    int m_video = -1;
    int m_audio = -1;
    std::optional<std::chrono::steady_clock::time_point> m_deadline;
};

/// A decoder for a stream, with the white list and the limits set.
Result<CodecPtr> openDecoder(const AVStream* stream, int threads, const std::filesystem::path& file);

} // namespace rushes::media
