// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string_view>

namespace rushes::reading {

/// A file of sorted lines, mapped read-only for as long as the object lives.
class MappedFile {
  public:
    MappedFile() = default;
    MappedFile(MappedFile&& other) noexcept;
    MappedFile& operator=(MappedFile&& other) noexcept;
    ~MappedFile();

    /// An empty object when the file cannot be read.
    static MappedFile open(const std::filesystem::path& file);

    explicit operator bool() const { return !m_bytes.empty(); }
    std::string_view bytes() const { return m_bytes; }
    /// The line that begins with `key`, without its end; empty when there is none. The lines must be sorted by bytes.
    std::string_view line(std::string_view key) const;
    /// The first line not less than `key`, as an offset.
    std::size_t lowerBound(std::string_view key) const;
    std::string_view lineAt(std::size_t offset) const;

  private:
    std::string_view m_bytes;
};

} // namespace rushes::reading
