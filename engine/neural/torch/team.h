// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/result.h"

#include <atomic>
#include <functional>
#include <mutex>
#include <vector>

namespace rushes::neural {

/// Threads that do rounds of jobs together. A round has phases; the jobs of a phase are dealt out one by one to whoever is free, and
/// the next phase starts when all are done. What waits sleeps, so a busy machine slows the team in proportion. For one run.
class Team {
public:
    struct Phase {
        int jobs = 0;
        std::function<void(int worker, int job)> job;
    };
    /// `roundDone` runs on one thread while all others wait, must not throw, and says whether there is another round.
    Team(std::vector<Phase> phases, std::function<bool()> roundDone) : m_phases(std::move(phases)), m_roundDone(std::move(roundDone)) {}

    /// At least one round; returns when all threads have ended. What a job throws ends the run and comes back as asError() says.
    Result<void> run(int workers);

private:
    void work(int worker);
    void finishPhase() noexcept;

    std::vector<Phase> m_phases;
    std::function<bool()> m_roundDone;
    std::atomic<int> m_next = 0; ///< the job that the next free worker takes
    std::atomic<bool> m_failed = false;
    std::mutex m_mutex; ///< guards m_error while workers run
    Error m_error;
    // Changed between phases only, while every worker waits.
    std::size_t m_phase = 0;
    bool m_goOn = true;
};

} // namespace rushes::neural
