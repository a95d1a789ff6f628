// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include <sys/types.h>

namespace rushes::test {

struct Command {
    std::vector<std::string> arguments; ///< the program first
    std::vector<std::pair<std::string, std::string>> environment; ///< on top of the test's own
    std::filesystem::path folder; ///< to run in; empty: the test's own
};

/// How a process ended, and what it said.
struct Ended {
    int exitCode = -1; ///< -1 when a signal ended it
    int signal = 0;
    bool timedOut = false;
    std::string out, err;
};

/// A child process with its output kept. Killed when it goes out of scope. One thread.
class Process {
public:
    static Process start(const Command& command);
    Process(Process&& other) noexcept;
    Process& operator=(Process&&) = delete;
    ~Process();

    pid_t pid() const { return m_pid; }
    /// Whether it ended within the time.
    bool waitFor(std::chrono::milliseconds time);
    void signal(int number) const;
    /// Waits for the end; kills it when that takes longer than `atMost`.
    Ended finish(std::chrono::milliseconds atMost = std::chrono::minutes(3));

private:
    Process() = default;

    pid_t m_pid = -1;
    int m_ended = -1; ///< pidfd: readable when the process is over
    int m_out = -1, m_err = -1;
    bool m_reaped = false;
};

} // namespace rushes::test
