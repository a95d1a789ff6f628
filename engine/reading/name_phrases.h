// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/reading/noun_phrases.h"

#include <optional>
#include <string_view>

namespace rushes::reading {

/// Where the name at the end of a phrase begins: "Anna", "John Smith", "Captain Ahab"; absent when it is none. `prompt` is the text as written,
/// `noThing` whether its noun names nothing one sees.
std::optional<std::size_t> nameBegin(const TaggedText& text, FormTable& forms, std::string_view prompt, const NounPhrase& phrase, bool noThing);

} // namespace rushes::reading
