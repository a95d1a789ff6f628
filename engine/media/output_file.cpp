// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/media/output_file.h"

#include <fmt/format.h>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace rushes::media {

Result<std::unique_ptr<OutputFile>> OutputFile::create(const std::filesystem::path& file) {
    std::unique_ptr<OutputFile> out(new OutputFile);
    out->m_path = file;
    out->m_fd = ::open(file.c_str(), O_RDWR | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0644);
    if (out->m_fd < 0) {
        const int code = errno;
        return fail(categoryOfErrno(code), fmt::format("Cannot write {}: {}", file.string(), std::strerror(code)), "Choose a folder that exists and that you can write to.");
    }
    constexpr int bufferSize = 1 << 18;
    auto* buffer = static_cast<unsigned char*>(av_malloc(bufferSize));
    out->m_io = buffer ? avio_alloc_context(buffer, bufferSize, 1, out.get(), nullptr, write, seek) : nullptr;
    if (!out->m_io) return fail(ErrorCategory::noSpace, "Not enough memory to write " + file.string());
    return out;
}

OutputFile::~OutputFile() {
    if (m_io) {
        av_freep(&m_io->buffer);
        avio_context_free(&m_io);
    }
    if (m_fd >= 0) ::close(m_fd);
}

int OutputFile::write(void* self, std::uint8_t* bytes, int count) {
    auto& file = *static_cast<OutputFile*>(self);
    int put = 0;
    while (put < count) {
        const ssize_t n = ::write(file.m_fd, bytes + put, std::size_t(count - put));
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) {
            if (!file.m_error) file.m_error = errno;
            return AVERROR(file.m_error);
        }
        put += int(n);
    }
    return count;
}

std::int64_t OutputFile::seek(void* self, std::int64_t offset, int whence) {
    auto& file = *static_cast<OutputFile*>(self);
    if (whence & AVSEEK_SIZE) {
        struct stat status {};
        return ::fstat(file.m_fd, &status) == 0 ? status.st_size : AVERROR(errno);
    }
    const off_t at = ::lseek(file.m_fd, offset, whence & ~AVSEEK_FORCE);
    return at < 0 ? AVERROR(errno) : at;
}

Result<void> OutputFile::check(int code) const {
    const int problem = m_error ? m_error : code < 0 ? AVUNERROR(code) : 0;
    if (!problem) return {};
    const auto category = problem > 0 ? categoryOfErrno(problem) : ErrorCategory::internal;
    const std::string why = m_error ? std::strerror(m_error) : avText(code);
    return fail(category, fmt::format("Cannot write {}: {}", m_path.string(), why),
                category == ErrorCategory::noSpace ? "Free some space on that disk, then try again." : std::string());
}

Result<void> OutputFile::sync() {
    avio_flush(m_io);
    if (auto ok = check(m_io->error); !ok) return ok;
    struct stat status {};
    if (::fstat(m_fd, &status) == 0 && S_ISREG(status.st_mode) && ::fsync(m_fd) != 0) m_error = errno;
    return check();
}

void OutputFile::remove() {
    struct stat status {};
    if (m_fd >= 0 && ::fstat(m_fd, &status) == 0 && S_ISREG(status.st_mode)) ::unlink(m_path.c_str());
}

} // namespace rushes::media
