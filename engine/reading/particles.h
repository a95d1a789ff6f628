// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/reading/noun_phrases.h"

#include <cstddef>
#include <string>

namespace rushes::reading {

/// Whether the word at `particle` belongs to its verb and `what` behind it is the verb's object: "throws up his hands", "pulls on his
/// boots", "kicks down a door", but "walks up the stairs". A part of the body or a garment is moved, a way is gone.
bool movesWithParticle(const TaggedText& text, FormTable& forms, const std::string& verb, std::size_t particle, const NounPhrase& what);

} // namespace rushes::reading
