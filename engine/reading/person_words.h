// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/reading/tagger.h"

#include <cstddef>

namespace rushes::reading {

/// Whether the lexicon or the film's names know the word at `i` as a person.
bool isPersonAt(const TaggedText& text, const Lexicon& lexicon, std::size_t i);
/// The same, also by WordNet: "the porter", "the old drunk".
bool namesPerson(const TaggedText& text, FormTable& forms, std::size_t i);
/// The same for a plural: "porters".
bool namesPersons(const TaggedText& text, FormTable& forms, std::size_t i);

} // namespace rushes::reading
