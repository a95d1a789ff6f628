// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/base/paths.h"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <sys/stat.h>
#include <unistd.h>

namespace rushes {
namespace {

namespace fs = std::filesystem;

ErrorCategory categoryOf(int code) {
    switch (code) {
    case ENOENT:
    case ENOTDIR: return ErrorCategory::notFound;
    case EACCES:
    case EPERM:
    case EROFS: return ErrorCategory::denied;
    case ENOSPC:
    case EDQUOT: return ErrorCategory::noSpace;
    default: return ErrorCategory::internal;
    }
}

tl::unexpected<Error> failErrno(int code, const std::string& what, std::string hint) {
    return fail(categoryOf(code), what + ": " + std::strerror(code), std::move(hint));
}

/// Closes on every way out.
struct FileDescriptor {
    int fd;
    ~FileDescriptor() {
        if (fd >= 0) ::close(fd);
    }
};

} // namespace

Result<fs::path> findAsset(std::string_view relative) {
    std::vector<fs::path> roots;
    if (const char* set = std::getenv("RUSHES_ASSETS")) roots.emplace_back(set);
    std::error_code ignored;
    const fs::path program = fs::read_symlink("/proc/self/exe", ignored);
    if (!program.empty()) roots.push_back(program.parent_path().parent_path() / "share/rushes");
    roots.emplace_back(RUSHES_BUILD_ASSETS);
    roots.emplace_back(RUSHES_SOURCE_ASSETS);
    for (const auto& root : roots)
        if (fs::exists(root / relative, ignored)) return root / relative;
    return fail(ErrorCategory::notFound, "The file " + std::string(relative) + " that ships with Rushes is missing",
                "Install Rushes again, or set RUSHES_ASSETS to its assets folder.");
}

Result<std::string> readFile(const fs::path& file, std::uintmax_t maxBytes) {
    const FileDescriptor in{::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)};
    if (in.fd < 0) return failErrno(errno, "Cannot read " + file.string(), "Check the path and its permissions.");
    struct stat info {};
    if (::fstat(in.fd, &info) != 0) return failErrno(errno, "Cannot read " + file.string(), {});
    if (!S_ISREG(info.st_mode)) return fail(ErrorCategory::badInput, file.string() + " is not a file", "Give a regular file.");
    if (std::uintmax_t(info.st_size) > maxBytes)
        return fail(ErrorCategory::badInput,
                    file.string() + " is " + std::to_string(info.st_size >> 20) + " MB, more than the " +
                        std::to_string(maxBytes >> 20) + " MB that can be read",
                    "Is it the right file?");
    std::string bytes(std::size_t(info.st_size), '\0');
    std::size_t got = 0;
    while (got < bytes.size()) {
        const ssize_t n = ::read(in.fd, bytes.data() + got, bytes.size() - got);
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) return failErrno(errno, "Cannot read " + file.string(), {});
        if (n == 0) break;
        got += std::size_t(n);
    }
    bytes.resize(got);
    return bytes;
}

Result<void> writeFileAtomically(const fs::path& file, std::string_view bytes) {
    const fs::path temporary = file.parent_path() / ("." + file.filename().string() + ".part");
    const std::string what = "Cannot write " + file.string();
    {
        const FileDescriptor out{::open(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644)};
        if (out.fd < 0) return failErrno(errno, what, "Choose a folder you can write to.");
        std::size_t put = 0;
        while (put < bytes.size()) {
            const ssize_t n = ::write(out.fd, bytes.data() + put, bytes.size() - put);
            if (n < 0 && errno == EINTR) continue;
            if (n < 0) {
                const int code = errno;
                ::unlink(temporary.c_str());
                return failErrno(code, what, "Free some space, then try again; the old file is untouched.");
            }
            put += std::size_t(n);
        }
        if (::fsync(out.fd) != 0) return failErrno(errno, what, {});
    }
    if (::rename(temporary.c_str(), file.c_str()) != 0) return failErrno(errno, what, {});
    const FileDescriptor folder{::open(file.parent_path().empty() ? "." : file.parent_path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
    if (folder.fd >= 0) ::fsync(folder.fd);
    return {};
}

} // namespace rushes
