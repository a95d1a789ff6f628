// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/script/logical_lines.h"

#include <span>

namespace rushes::script {

/// Reads "Key: value" lines and indented values at the head of a script into `entries`. Returns how many lines the page
/// takes, 0 when there is none. The page must hold a key of the Fountain page (Title, Author, …), or be nothing but
/// keys, so that a script that starts with "FADE IN:" or a play that starts with "NARRATOR: …" loses no text.
std::size_t readTitlePage(std::span<const LogicalLine> lines, std::vector<TitleEntry>& entries);

} // namespace rushes::script
