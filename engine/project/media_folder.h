// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/progress.h"
#include "engine/base/result.h"
#include "engine/project/model.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace rushes::project {

/// XXH3-128 of a file's bytes as 32 lower-case hex digits.
Result<std::string> contentHash(const std::filesystem::path& file);

/// The media/ folder of a project: files named by their content, complete or not there. Has no state; any thread.
class MediaFolder {
public:
    explicit MediaFolder(std::filesystem::path folder) : m_folder(std::move(folder)) {}

    const std::filesystem::path& path() const { return m_folder; }
    std::filesystem::path pathOf(std::string_view mediaName) const { return m_folder / mediaName; }

    /// A name for a file being written here: ".part-<key>.mp4". Hidden, and removed by `removeTemporaries`.
    std::filesystem::path temporary(std::string_view key, std::string_view extension) const;

    /// Makes a finished temporary file permanent: flush, hash, rename, flush the folder. A file with the same content that is
    /// already there is kept and the temporary one removed.
    Result<MediaFile> adopt(const std::filesystem::path& temporary) const;

    /// Copies a file from elsewhere, the same way. Refuses folders and devices.
    Result<MediaFile> import(const std::filesystem::path& file) const;

    /// After a crash: removes what `temporary` named. Not while anything writes. Returns how many.
    int removeTemporaries() const;

private:
    std::filesystem::path m_folder;
};

} // namespace rushes::project
