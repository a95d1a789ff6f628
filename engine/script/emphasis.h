// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/script/fountain.h"

namespace rushes::script {

struct EmphasizedText {
    std::string text;
    std::vector<EmphasisSpan> spans;
};

/// Takes *italic*, **bold**, ***both*** and _underline_ out of the text and notes where they were. A sign only opens
/// before and closes after something that is no blank, within one line; \* and \_ are the signs themselves; a sign
/// without its twin stays in the text.
EmphasizedText readEmphasis(std::string_view raw);

} // namespace rushes::script
