// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/reading/lexicon.h"
#include "engine/reading/shot_description.h"

#include <string_view>

namespace rushes::reading {

/// "INT. TAXI - NIGHT.": the heading's road vehicle becomes a subject, with everybody in it. Nothing where the text names one itself, or
/// where the heading is one of the film's locations.
void boardHeading(std::string_view prompt, const Lexicon& lexicon, ShotDescription& out);

} // namespace rushes::reading
