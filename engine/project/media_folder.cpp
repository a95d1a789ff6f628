// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/project/media_folder.h"

#include <xxhash.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <functional>
#include <memory>
#include <sys/stat.h>
#include <unistd.h>
#include <vector>

namespace rushes::project {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view temporaryPrefix = ".part-";

struct FileDescriptor {
    int fd;
    ~FileDescriptor() {
        if (fd >= 0) ::close(fd);
    }
};

tl::unexpected<Error> failErrno(int code, const std::string& what) {
    switch (code) {
    case ENOENT: return fail(ErrorCategory::notFound, what + ": there is no such file", "Check the path.");
    case ENOSPC:
    case EDQUOT: return fail(ErrorCategory::noSpace, what + ": the disk is full", "Free some space, then try again.");
    case EACCES:
    case EPERM:
    case EROFS: return fail(ErrorCategory::denied, what + ": " + std::strerror(code), "Check the permissions.");
    default: return fail(ErrorCategory::internal, what + ": " + std::strerror(code), "Check the disk.");
    }
}

/// Reads a regular file in pieces; devices and pipes are refused, since they may never end.
Result<void> eachPiece(const fs::path& file, const std::function<Result<void>(const char*, std::size_t)>& take) {
    const std::string what = "Cannot read " + file.string();
    const FileDescriptor in{::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)};
    if (in.fd < 0) return failErrno(errno, what);
    struct stat info {};
    if (::fstat(in.fd, &info) != 0) return failErrno(errno, what);
    if (!S_ISREG(info.st_mode)) return fail(ErrorCategory::badInput, file.string() + " is not a file", "Give a regular file.");
    std::vector<char> piece(1 << 20);
    for (;;) {
        const ssize_t n = ::read(in.fd, piece.data(), piece.size());
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) return failErrno(errno, what);
        if (n == 0) return {};
        if (auto done = take(piece.data(), std::size_t(n)); !done) return done;
    }
}

Result<void> flush(const fs::path& path, int flags) {
    const FileDescriptor file{::open(path.c_str(), flags | O_CLOEXEC)};
    if (file.fd < 0 || ::fsync(file.fd) != 0) return failErrno(errno, "Cannot flush " + path.string());
    return {};
}

Result<void> copyBytes(const fs::path& from, const fs::path& to) {
    const std::string what = "Cannot write " + to.string();
    const FileDescriptor out{::open(to.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644)};
    if (out.fd < 0) return failErrno(errno, what);
    return eachPiece(from, [&](const char* bytes, std::size_t size) -> Result<void> {
        while (size > 0) {
            const ssize_t n = ::write(out.fd, bytes, size);
            if (n < 0 && errno == EINTR) continue;
            if (n < 0) return failErrno(errno, what);
            bytes += n;
            size -= std::size_t(n);
        }
        return {};
    });
}

std::string lowerExtension(const fs::path& file) {
    std::string out = file.extension().string();
    for (char& c : out)
        if (c >= 'A' && c <= 'Z') c = char(c - 'A' + 'a');
    return out;
}

} // namespace

Result<std::string> contentHash(const fs::path& file) {
    const std::unique_ptr<XXH3_state_t, decltype(&XXH3_freeState)> state(XXH3_createState(), XXH3_freeState);
    XXH3_128bits_reset(state.get());
    const auto done = eachPiece(file, [&](const char* bytes, std::size_t size) -> Result<void> {
        XXH3_128bits_update(state.get(), bytes, size);
        return {};
    });
    if (!done) return fail(done.error());
    const XXH128_hash_t hash = XXH3_128bits_digest(state.get());
    std::array<char, 33> hex{};
    std::snprintf(hex.data(), hex.size(), "%016llx%016llx", static_cast<unsigned long long>(hash.high64), static_cast<unsigned long long>(hash.low64));
    return std::string(hex.data());
}

fs::path MediaFolder::temporary(std::string_view key, std::string_view extension) const {
    return m_folder / (std::string(temporaryPrefix) + std::string(key) + "." + std::string(extension));
}

Result<MediaFile> MediaFolder::adopt(const fs::path& temporary) const {
    if (auto flushed = flush(temporary, O_RDONLY); !flushed) return fail(flushed.error());
    const auto hash = contentHash(temporary);
    if (!hash) return fail(hash.error());
    std::error_code code;
    MediaFile file{{}, *hash + lowerExtension(temporary), std::int64_t(fs::file_size(temporary, code))};
    // The same name is the same content: renaming over it changes nothing, and heals a file that was cut off.
    fs::rename(temporary, pathOf(file.name), code);
    if (code) return failErrno(code.value(), "Cannot rename " + temporary.string());
    if (auto flushed = flush(m_folder, O_RDONLY | O_DIRECTORY); !flushed) return fail(flushed.error());
    return file;
}

Result<MediaFile> MediaFolder::import(const fs::path& file) const {
    const std::string extension = lowerExtension(file);
    if (extension.size() < 2)
        return fail(ErrorCategory::badInput, file.string() + " has no extension that tells what it is", "Rename it, for example to .png or .mp4.");
    const fs::path part = temporary("import-" + std::to_string(::getpid()), extension.substr(1));
    auto adopted = copyBytes(file, part).and_then([&] { return adopt(part); });
    std::error_code ignored;
    if (!adopted) fs::remove(part, ignored);
    return adopted;
}

int MediaFolder::removeTemporaries() const {
    int removed = 0;
    std::error_code code;
    for (const auto& entry : fs::directory_iterator(m_folder, code))
        if (entry.path().filename().string().starts_with(temporaryPrefix) && fs::remove(entry.path(), code)) ++removed;
    return removed;
}

} // namespace rushes::project
