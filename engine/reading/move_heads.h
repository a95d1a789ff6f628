// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/reading/film_sentence.h"

#include <optional>
#include <string_view>
#include <vector>

namespace rushes::reading {

/// A word or phrase that can begin a camera move, where it stands.
struct Head {
    std::size_t at = 0;
    std::size_t length = 0;
    const MoveHead* head = nullptr;
};

/// The heads of a segment, and those of them that speak of the camera.
struct SegmentHeads {
    Range range;
    AgentStrength agent = AgentStrength::none;
    bool pure = false;          ///< film words only
    bool cameraSegment = false; ///< it has an agent, is pure, goes on from one or starts with a head
    std::vector<Head> all;
    std::vector<Head> used;
};

/// `cameraBefore`: the segment before this one spoke of the camera.
SegmentHeads findHeads(const FilmState& state, const FilmSentence& sentence, Range segment, bool cameraBefore);

/// Makes one move of what a segment says twice: dolly against zoom, arc words, crane over pedestal, follow with a side, static.
void mergeSegment(std::vector<FoundMove>& found, std::string_view segment, std::string_view sentence, std::optional<Direction> turn);

} // namespace rushes::reading
