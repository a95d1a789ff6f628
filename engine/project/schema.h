// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/project/database.h"

#include <cstdint>

namespace rushes::project {

/// "Rush" in the file's header: what `file` and a careful program tell our database by.
inline constexpr std::int64_t applicationId = 0x52757368;
/// The newest schema; grows by one with each upgrade step.
inline constexpr std::int64_t schemaVersion = 3;

/// Makes the tables of an empty database as they were at `version` (older ones are for tests). Inside a transaction of the caller.
Result<void> createSchema(Database& database, std::int64_t version = schemaVersion);

/// Runs the upgrade steps from the file's version to the newest, all in one transaction.
Result<void> upgradeSchema(Database& database);

/// Whether every table has the columns that this build reads; damaged otherwise.
Result<void> checkSchema(Database& database);

} // namespace rushes::project
