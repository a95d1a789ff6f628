// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/interchange/page.h"

namespace rushes::interchange {

/// One line of a shot list as a crew works with it. Everything is text, ready to be printed; empty where it is not known.
struct ShotListRow {
    std::string scene, heading, shot, size, angle, move, lens, sensor, height, distance, stop, focus, cast, props, description, dialogue, seconds, frames, warnings;
};

/// RFC 4180: a heading line, commas, CRLF, quotes where needed; UTF-8 with the mark that spreadsheets want to know it by.
std::string shotListCsv(const std::vector<ShotListRow>& rows);

/// A4 pages, landscape, a table with a heading line for each scene.
std::vector<Page> shotListPages(const std::vector<ShotListRow>& rows, const std::string& title);

} // namespace rushes::interchange
