// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/result.h"

#include <filesystem>
#include <string>
#include <vector>

namespace rushes::project {

/// A project as it was at one moment, to be written under another name. Free of the store it came from: any thread.
struct ProjectCopy {
    std::string database;                     ///< the bytes of project.db
    std::vector<std::filesystem::path> media; ///< files whose names stay

    /// Makes the folder (must not exist): media as hard links where possible, since their content never changes; a file that is missing
    /// is left out, `verify` tells. Nothing is left behind on failure: exists, noSpace, denied.
    Result<void> write(const std::filesystem::path& folder) const;
};

} // namespace rushes::project
