// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/neural/torch/team.h"

#include "engine/neural/torch/torch_errors.h"

#include <barrier>
#include <thread>

namespace rushes::neural {

void Team::work(int worker) {
    const Phase& phase = m_phases[m_phase];
    try {
        for (int job; (job = m_next.fetch_add(1)) < phase.jobs && !m_failed;) phase.job(worker, job);
    } catch (...) {
        const std::scoped_lock lock(m_mutex);
        if (!m_failed.exchange(true)) m_error = asError(std::current_exception());
    }
}

void Team::finishPhase() noexcept {
    m_next = 0;
    if (++m_phase < m_phases.size()) return;
    m_phase = 0;
    m_goOn = !m_failed && m_roundDone();
}

Result<void> Team::run(int workers) {
    const auto finish = [this]() noexcept { finishPhase(); };
    std::barrier together(workers, finish);
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < workers; ++i)
            threads.emplace_back([&, i] {
                while (m_goOn) {
                    work(i);
                    together.arrive_and_wait();
                }
            });
    }
    if (m_failed) return fail(m_error);
    return {};
}

} // namespace rushes::neural
