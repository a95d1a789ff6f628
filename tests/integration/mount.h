// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>

namespace rushes::test {

/// A small disk in memory, mounted on a folder and seen by this program and its children only. Needs root or user namespaces; where
/// neither is allowed `mounted()` is false and `why()` says so. A full or read-only disk can be had by no other means as root.
class SmallDisk {
public:
    SmallDisk(const std::filesystem::path& folder, std::size_t kilobytes);
    ~SmallDisk();
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;

    bool mounted() const { return m_why.empty(); }
    const std::string& why() const { return m_why; }
    bool setReadOnly(bool readOnly) const;
    void resize(std::size_t kilobytes) const; ///< throws when refused
    std::size_t freeBytes() const;

private:
    std::filesystem::path m_folder;
    std::string m_why;
};

} // namespace rushes::test
