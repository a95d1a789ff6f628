// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/shoot/shot_queue.h"

namespace rushes::shoot {

Result<JobState> jobState(std::string_view name);

/// The rows of the queue in the project's file. Each call is its own transaction; outside the history of edits.
class JobTable {
public:
    explicit JobTable(project::Database& database) : m_database(database) {}

    /// In the order of shooting.
    Result<std::vector<Job>> load();
    /// Adds rows and sets their ids.
    Result<void> insert(std::vector<Job>& jobs);
    Result<void> update(const std::vector<Job>& jobs);
    Result<void> remove(const std::vector<project::JobId>& jobs);

private:
    project::Database& m_database;
};

} // namespace rushes::shoot
