// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/reading/tagger.h"

namespace rushes::reading {

/// Looks at tagged words again: compounds of noun and verb ("two knights sword fighting"), clauses that came out without a verb ("A dog barks", "The
/// guests around them clap") and adjectives that stand for people.
void repairClauses(TaggedText& text, FormTable& forms);

} // namespace rushes::reading
