// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/result.h"

#include <filesystem>
#include <string>

namespace rushes::project {

/// The absolute path of a project to be made: badInput for no name, exists when something is there.
Result<std::filesystem::path> freeTarget(const std::filesystem::path& folder);

/// A project folder in the making, beside its place. Removed again unless it was kept: what a failure must not leave behind.
class PartFolder {
public:
    explicit PartFolder(const std::filesystem::path& target);
    ~PartFolder();
    PartFolder(const PartFolder&) = delete;
    PartFolder& operator=(const PartFolder&) = delete;

    const std::filesystem::path& path() const { return m_path; }
    /// Makes the folder and its media/; noSpace or denied.
    Result<void> make();
    /// Gives it its name, durably.
    Result<void> keepAs(const std::filesystem::path& target);

private:
    void removeAbandoned() const;

    std::string m_prefix;
    std::filesystem::path m_path;
};

} // namespace rushes::project
