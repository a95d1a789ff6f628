// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/reading/noun_phrases.h"

namespace rushes::reading {

/// "Carries a crate of oranges": what is in a thing that somebody has in hand does not stand about beside it.
void hideContents(const TaggedText& text, const NounPhrases& phrases, ShotDescription& out);

} // namespace rushes::reading
