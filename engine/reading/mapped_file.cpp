// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/reading/mapped_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cstring>
#include <utility>

namespace rushes::reading {

MappedFile::MappedFile(MappedFile&& other) noexcept : m_bytes(std::exchange(other.m_bytes, {})) {}

MappedFile& MappedFile::operator=(MappedFile&& other) noexcept {
    std::swap(m_bytes, other.m_bytes);
    return *this;
}

MappedFile::~MappedFile() {
    if (!m_bytes.empty()) munmap(const_cast<char*>(m_bytes.data()), m_bytes.size());
}

MappedFile MappedFile::open(const std::filesystem::path& file) {
    MappedFile mapped;
    const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) return mapped;
    struct stat info {};
    if (fstat(descriptor, &info) == 0 && S_ISREG(info.st_mode) && info.st_size > 0) {
        const auto size = static_cast<std::size_t>(info.st_size);
        void* const memory = mmap(nullptr, size, PROT_READ, MAP_PRIVATE, descriptor, 0);
        if (memory != MAP_FAILED) mapped.m_bytes = {static_cast<const char*>(memory), size};
    }
    ::close(descriptor);
    return mapped;
}

std::string_view MappedFile::lineAt(std::size_t offset) const {
    if (offset >= m_bytes.size()) return {};
    return m_bytes.substr(offset, m_bytes.find('\n', offset) - offset);
}

std::size_t MappedFile::lowerBound(std::string_view key) const {
    std::size_t low = 0;
    std::size_t high = m_bytes.size();
    while (low < high) {
        const std::size_t middle = low + (high - low) / 2;
        // Back to the start of the line that holds the middle; memrchr is GNU's, and many times faster than a loop.
        const void* const previous = memrchr(m_bytes.data() + low, '\n', middle - low);
        const std::size_t begin = previous ? static_cast<std::size_t>(static_cast<const char*>(previous) - m_bytes.data()) + 1 : low;
        if (m_bytes.compare(begin, key.size(), key) < 0) {
            low = std::min(m_bytes.find('\n', begin), m_bytes.size() - 1) + 1;
        } else {
            high = begin;
        }
    }
    return std::min(low, m_bytes.size());
}

std::string_view MappedFile::line(std::string_view key) const {
    const std::string_view found = lineAt(lowerBound(key));
    return found.starts_with(key) ? found : std::string_view{};
}

} // namespace rushes::reading
