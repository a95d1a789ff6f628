// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/shoot/job_table.h"

#include <array>

namespace rushes::shoot {
namespace {

constexpr std::array<std::string_view, 6> stateNames{"waiting", "running", "paused", "failed", "done", "cancelled"};

project::SqlValue idOrNull(project::TakeId id) { return id ? project::SqlValue(id.value) : project::SqlValue(std::monostate{}); }

} // namespace

std::string_view name(JobState state) { return stateNames[std::size_t(state)]; }

Result<JobState> jobState(std::string_view text) {
    for (std::size_t i = 0; i < stateNames.size(); ++i)
        if (stateNames[i] == text) return JobState(i);
    return fail(ErrorCategory::damaged, "The queue holds a job in the state \"" + std::string(text) + "\"", "`rushes verify` says more.");
}

Result<std::vector<Job>> JobTable::load() {
    std::vector<Job> jobs;
    Result<void> bad;
    const auto done = m_database.query(
        "SELECT id, shot, shot_number, ord, state, request, frames_total, frames_done, take, error FROM jobs ORDER BY ord, id", {},
        [&](const project::Row& row) {
            const auto state = jobState(row.text(4));
            if (!state) bad = fail(state.error());
            Job job;
            job.id = {row.integer(0)};
            job.shot = {row.integer(1)};
            job.shotNumber = row.text(2);
            job.order = row.integer(3);
            job.state = state.value_or(JobState::failed);
            job.request = row.text(5);
            job.framesTotal = row.integer(6);
            job.framesDone = row.integer(7);
            job.take = {row.integer(8)};
            job.error = row.text(9);
            jobs.push_back(std::move(job));
        });
    if (!done) return fail(done.error());
    if (!bad) return fail(bad.error());
    return jobs;
}

Result<void> JobTable::insert(std::vector<Job>& jobs) {
    return m_database.transaction([&]() -> Result<void> {
        for (Job& job : jobs) {
            const auto done = m_database.run("INSERT INTO jobs(shot, shot_number, ord, state, request, frames_total, frames_done, take, error) "
                                             "VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)",
                                             {job.shot.value, job.shotNumber, job.order, std::string(name(job.state)), job.request, job.framesTotal,
                                              job.framesDone, idOrNull(job.take), job.error});
            if (!done) return done;
            job.id = {m_database.lastInsertId()};
        }
        return {};
    });
}

Result<void> JobTable::update(const std::vector<Job>& jobs) {
    if (jobs.empty()) return {};
    return m_database.transaction([&]() -> Result<void> {
        for (const Job& job : jobs)
            if (auto done = m_database.run("UPDATE jobs SET ord = ?, state = ?, frames_done = ?, take = ?, error = ? WHERE id = ?",
                                           {job.order, std::string(name(job.state)), job.framesDone, idOrNull(job.take), job.error, job.id.value});
                !done)
                return done;
        return {};
    });
}

Result<void> JobTable::remove(const std::vector<project::JobId>& jobs) {
    return m_database.transaction([&]() -> Result<void> {
        for (const auto id : jobs)
            if (auto done = m_database.run("DELETE FROM jobs WHERE id = ?", {id.value}); !done) return done;
        return {};
    });
}

} // namespace rushes::shoot
