// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/edit/changes.h"
#include "engine/project/database.h"

#include <memory>
#include <string>

struct sqlite3_session;

namespace rushes::edit {

/// Records what the connection does to the film's tables (SQLite's session extension) from its creation on. Not the history, the
/// queue's jobs and media files, which undo does not touch.
class Recorder {
public:
    static Result<std::unique_ptr<Recorder>> create(project::Database& database);
    ~Recorder();
    Recorder(const Recorder&) = delete;
    Recorder& operator=(const Recorder&) = delete;

    /// Empty when nothing changed.
    Result<std::string> changeset();

private:
    Recorder(project::Database& database, sqlite3_session* session) : m_database(database), m_session(session) {}

    project::Database& m_database;
    sqlite3_session* m_session;
};

Result<std::string> invert(const std::string& changeset);
/// One changeset that does what both do, one after the other; empty when they cancel out.
Result<std::string> concat(const std::string& first, const std::string& second);
/// Writes the changes to the database, inside the caller's transaction. damaged when they do not fit what is there.
Result<void> applyTo(project::Database& database, const std::string& changeset);
/// Makes the same changes in memory and says what they were. damaged when the bytes do not read.
Result<Changes> patch(project::Project& project, const std::string& changeset);

} // namespace rushes::edit
