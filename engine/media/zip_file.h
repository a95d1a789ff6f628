// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/result.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rushes::media {

/// Whether the bytes begin as a zip archive does.
bool looksLikeZip(std::string_view bytes);

/// A zip archive in memory that is not trusted: nothing is unpacked to disk, names that lead out of the archive, encrypted entries and
/// archives of more than 4096 entries are refused, and every entry is cut off at the size asked for, whatever its header says. Move-only.
class ZipReader {
public:
    /// `bytes` must outlive the reader. Fails with damaged (cut off, not a zip) or badInput (hostile).
    static Result<ZipReader> open(std::string_view bytes);
    ZipReader(ZipReader&&) noexcept;
    ZipReader& operator=(ZipReader&&) noexcept;
    ~ZipReader();

    bool has(std::string_view name) const;
    /// The entry inflated. notFound; badInput above `maxBytes`, or when all that was read comes to more than 1 GiB; damaged when its
    /// checksum fails.
    Result<std::string> read(std::string_view name, std::uint64_t maxBytes);

private:
    struct Impl;
    explicit ZipReader(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

struct ZipEntry {
    std::string name, bytes;
    bool deflate = false; ///< pictures are packed already
};

/// The bytes of an archive with the entries in this order. The same entries give the same bytes.
Result<std::string> zipped(const std::vector<ZipEntry>& entries);

} // namespace rushes::media
