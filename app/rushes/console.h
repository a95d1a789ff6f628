// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/cancel_token.h"
#include "engine/base/progress.h"
#include "engine/base/result.h"

#include <string>
#include <vector>

namespace rushes::app {

/// Exit codes that scripts rely on.
enum ExitCode { exitDone = 0, exitFailed = 1, exitUsage = 2, exitWarnings = 3, exitInterrupted = 130 };

/// What every command shares: how it prints, and whether the user has pressed Ctrl-C.
class Console {
public:
    bool json = false;
    bool quiet = false;
    bool strict = false;

    /// Results go to standard output; messages and progress to standard error.
    void print(const std::string& text) const;
    void message(const std::string& text) const;
    void warning(const std::string& text);
    int failed(const Error& error) const; ///< prints it; the exit code for it
    int done() const;                     ///< 0, or 3 under --strict when there were warnings

    /// A line that redraws on a terminal, a plain line every few seconds otherwise, nothing with --quiet.
    void progress(const Progress& progress);
    void endProgress();

    /// Set by Ctrl-C and SIGTERM from the first call on.
    static const CancelToken& interrupted();

private:
    int m_warnings = 0;
    bool m_line = false;
    double m_lastPrint = -1e9;
};

/// "0:07", "1:02:33".
std::string minutes(double seconds);

} // namespace rushes::app
