// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>

namespace rushes {

/// How far long work has come.
struct Progress {
    std::int64_t done = 0;
    std::int64_t total = 0; ///< 0: not known
    std::optional<double> secondsLeft;
    std::string what; ///< "Shooting 12B"

    double fraction() const { return total > 0 ? double(done) / double(total) : 0.0; }
};

using ProgressSink = std::function<void(const Progress&)>;

/// Estimates the time left from the steps done so far (steady clock; the first step may be slow, so it counts least).
class ProgressMeter {
public:
    explicit ProgressMeter(std::int64_t total) : m_total(total), m_start(std::chrono::steady_clock::now()) {}

    /// Progress after `done` steps of the total.
    Progress at(std::int64_t done, std::string what = {}) const;

private:
    std::int64_t m_total;
    std::chrono::steady_clock::time_point m_start;
};

} // namespace rushes
