// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string_view>

namespace rushes::log {

/// Messages for whoever looks into a problem later; what a user must read is an Error. Any thread.
void debug(std::string_view message);
void info(std::string_view message);
void warning(std::string_view message);
void error(std::string_view message);

/// Where messages go besides standard error (which shows warnings and worse unless `verbose`). Call once at start.
void open(const std::filesystem::path& file, bool verbose);

} // namespace rushes::log
