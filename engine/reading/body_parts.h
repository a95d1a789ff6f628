// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/reading/word_forms.h"

#include <string>
#include <string_view>

namespace rushes::reading {

/// The part of the body in the singular that a noun names ("hand" for "hands", "face" for "expression"), or empty.
std::string bodyPartOf(FormTable& forms, const std::string& noun);

/// What somebody does when a part of them is the subject of a verb: hands do what the person does ("her hands knead the dough"), a
/// face looks, a chest or hair does nothing that a stage can play.
std::string motionOfPart(std::string_view part, const std::string& verb, std::string motion);

} // namespace rushes::reading
