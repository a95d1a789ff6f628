// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/reading/word_forms.h"

#include <string>
#include <string_view>

namespace rushes::reading {

/// Whether a noun names a thing of a class, as deeds.json writes it behind "@": a kind of subject (person, animal, vehicle, plant, structure), "body"
/// for parts of the body, a category of the lexicon's things (clothing, weapon, food), or any word above the first two senses of the noun in
/// WordNet (jewelry, fabric, liquid).
bool isOfClass(FormTable& forms, const std::string& noun, std::string_view name);

} // namespace rushes::reading
