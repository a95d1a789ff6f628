// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

namespace rushes {

/// What kind of failure it is; decides the exit code and where the studio shows it.
enum class ErrorCategory {
    badInput,    ///< what the user gave cannot be used; nothing was started
    notFound,    ///< a file, shot, take … that does not exist
    exists,      ///< would overwrite something
    busy,        ///< someone else holds it
    damaged,     ///< a file of ours that no longer reads
    noSpace,     ///< disk or memory is full
    denied,      ///< no permission, read-only
    unsupported, ///< this machine or build cannot do it
    cancelled,   ///< the user stopped it
    internal,    ///< a defect in Rushes
};

/// A failure as a value. `message` says what happened and to what, `hint` what to do next.
struct Error {
    ErrorCategory category = ErrorCategory::internal;
    std::string message;
    std::vector<std::string> reasons; ///< the chain of causes, outermost first
    std::string hint;

    /// "message: reason: reason. hint", on one line.
    std::string text() const;
};

} // namespace rushes
