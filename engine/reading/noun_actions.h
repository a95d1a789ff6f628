// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/reading/actions.h"

#include <optional>

namespace rushes::reading {

/// "A person is archery", "is clay pottery making": be and a noun that the table knows as an action, for a text without another one.
std::optional<FoundAction> nounAction(const TaggedText& text, FormTable& forms, int subject);

} // namespace rushes::reading
