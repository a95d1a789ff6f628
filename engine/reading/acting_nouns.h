// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/reading/tagger.h"

namespace rushes::reading {

/// "The fans cheer", "a coach shouts", "a speaker at a lectern": nouns of a thing and of somebody, which are somebody where they do what
/// the thing does not, where it is done to somebody, or where a word beside them says so. For tagged words; changes their entities.
void castActingNouns(TaggedText& text, FormTable& forms);

} // namespace rushes::reading
