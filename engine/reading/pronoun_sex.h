// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/reading/noun_phrases.h"

namespace rushes::reading {

/// "A doctor takes off her glasses": a woman. Sets the sex of people whose words leave it open, also of trades that are usually cast as men or women, by the
/// pronouns behind them; what words or names say is never changed.
void readSexByPronouns(const TaggedText& text, FormTable& forms, const NounPhrases& phrases, ShotDescription& out);

} // namespace rushes::reading
