// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/reading/noun_phrases.h"

#include <string_view>

namespace rushes::reading {

/// Fills what the camera's words are about: a move's target ("pushes in on Mara"), the framing's ("close-up of the ring") and whose
/// part of whom ("close-up of her hands") and whose shoulder it is ("over Tom's shoulder", "over the shoulder of Tom"). `framing` is the size's words in the prompt, or empty.
void readCameraTargets(const TaggedText& text, FormTable& forms, const NounPhrases& phrases, Span framing, std::string_view prompt, ShotDescription& out);

} // namespace rushes::reading
