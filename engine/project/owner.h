// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/result.h"

#include <filesystem>
#include <optional>
#include <string>

namespace rushes::project {

/// Who holds a project: kept in Film.rushes/owner.json while it is open. The lock itself is the database's; this only names the
/// holder, so a file left by a program that died does no harm.
struct Owner {
    std::string host;
    std::string user;
    std::string program;
    std::int64_t pid = 0;
    std::string bootId; ///< of the kernel; another one means the machine was restarted since

    static Owner self();
    static std::optional<Owner> read(const std::filesystem::path& folder);
    Result<void> write(const std::filesystem::path& folder) const;
    static void remove(const std::filesystem::path& folder);

    /// "rushes-studio (process 4711) of anna on edit3".
    std::string text() const;
};

/// Whether the folder lies on a network share, where SQLite's log cannot be used.
bool onNetworkShare(const std::filesystem::path& folder);

} // namespace rushes::project
