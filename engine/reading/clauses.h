// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/reading/lexicon.h"

#include <cstddef>
#include <string>
#include <vector>

namespace rushes::reading {

/// Words [begin, end) of a text.
struct Range {
    std::size_t begin = 0;
    std::size_t end = 0;
    bool has(std::size_t i) const { return i >= begin && i < end; }
};

/// The words joined by single spaces.
std::string join(const Words& w, Range range);

/// Between . ! ? and ;
std::vector<Range> sentences(const Words& w);

/// Parts of a sentence between commas, brackets and colons, and from while, as, before, when, then, until on.
std::vector<Range> segments(const Words& w, Range sentence);

/// Marks in `negated` what stands under not, without, no, rather than … and those words themselves. True when an "only" or "except"
/// is there, which negate nothing.
bool markNegated(const Lexicon& lexicon, const Words& w, Range sentence, std::vector<bool>& negated);

enum class AgentStrength { none, weak, strong };

/// Whether the camera, the shot, the lens, "we" … is spoken of as the one who moves or looks; not "walks toward the camera".
AgentStrength cameraAgent(const Lexicon& lexicon, const Words& w, Range range);

/// "no camera movement", "the camera does not move": nothing about another movement.
bool saysCameraIsStill(const Words& w, Range sentence);

} // namespace rushes::reading
