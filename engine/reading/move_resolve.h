// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/reading/lexicon.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace rushes::reading {

/// What else a segment says that decides what a head means.
struct MoveContext {
    bool arc = false;      ///< circular, orbit, curved …
    bool around = false;   ///< around something, not around the lens
    bool rollAxis = false; ///< horizon, optical axis …
    bool ownAxis = false;  ///< turns about its own lens
    bool crane = false;
    bool strongAgent = false;
    bool noObject = false; ///< "a tracking shot": nobody is followed
    std::optional<Move> side; ///< from where a follow is seen: tail, lead or sideTrack
};

using MoveAndDirection = std::pair<std::optional<Move>, std::optional<Direction>>;

/// The context of a segment (its words that are not negated) in its sentence.
MoveContext moveContext(std::string_view segment, std::string_view sentence, bool strongAgent);

/// Head and direction → move and direction: go + left is a truck, pan + up a tilt, dolly + left a truck … No move when the two
/// say nothing.
MoveAndDirection resolveMove(const MoveHead& head, std::optional<Direction> direction, const MoveContext& context);

/// The direction that a phrase carries in itself: "pulls back", "lifts off", "widens".
std::optional<Direction> directionWithin(std::string_view phrase);

} // namespace rushes::reading
