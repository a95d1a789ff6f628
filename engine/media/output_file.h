// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/media/ffmpeg.h"

#include <filesystem>

namespace rushes::media {

/// A file that FFmpeg writes through our own calls, so that a full disk keeps its errno and the bytes can be brought to the disk.
/// At a fixed address. Whoever makes it decides whether the file stays.
class OutputFile {
public:
    static Result<std::unique_ptr<OutputFile>> create(const std::filesystem::path& file);
    ~OutputFile();
    OutputFile(const OutputFile&) = delete;
    OutputFile& operator=(const OutputFile&) = delete;

    AVIOContext* io() const { return m_io; }
    const std::filesystem::path& path() const { return m_path; }
    /// The first write error so far, or `code` (FFmpeg's), as an Error.
    Result<void> check(int code = 0) const;
    /// Flushes buffers and waits until the disk has everything.
    Result<void> sync();
    /// Removes the file (only if it is a regular one).
    void remove();

private:
    OutputFile() = default;
    static int write(void* self, std::uint8_t* bytes, int count);
    static std::int64_t seek(void* self, std::int64_t offset, int whence);

    std::filesystem::path m_path;
    int m_fd = -1;
    int m_error = 0;
    AVIOContext* m_io = nullptr;
};

} // namespace rushes::media
