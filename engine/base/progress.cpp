// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/base/progress.h"

namespace rushes {

Progress ProgressMeter::at(std::int64_t done, std::string what) const {
    Progress progress{done, m_total, std::nullopt, std::move(what)};
    if (done > 0 && m_total > 0) {
        const std::chrono::duration<double> spent = std::chrono::steady_clock::now() - m_start;
        progress.secondsLeft = spent.count() / double(done) * double(m_total - done);
    }
    return progress;
}

} // namespace rushes
