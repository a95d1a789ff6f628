// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/reading/noun_phrases.h"

#include <string_view>

namespace rushes::reading {

/// Turns noun phrases into subjects and the place: fills `out.subjects`, `out.place` and `out.unknown`, and in the phrases what
/// each stands for. `prompt` is the original text, for names as written.
void readSubjects(const TaggedText& text, FormTable& forms, std::string_view prompt, NounPhrases& phrases, ShotDescription& out);

/// A subject with the next id and what the lexicon says of its entry (which may be null).
Subject newSubject(const ShotDescription& out, const ThingEntry* entry);

} // namespace rushes::reading
