// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/reading/shot_description.h"
#include "engine/stage/blocking.h"
#include "engine/stage/motion_table.h"

#include <string>
#include <vector>

namespace rushes::stage {

/// The one of a group done at the same time that shows most. The group is not empty.
const reading::Action* mainOf(const std::vector<const reading::Action*>& group);

/// Whether one body cannot show both at once, each having an act of its own: "yawns and rubs her eyes". What travels, talks or only looks goes along.
bool takesTurns(const reading::Action& a, const reading::Action& b);

/// What hangs from the hand when it is carried.
bool isLuggage(const reading::ShotDescription& description, const reading::Action& action);

/// What is put down on the ground: outside, at one's feet, on a mat, wherever no table, shelf or seat is named for it.
bool laysLow(const reading::ShotDescription& description, const reading::Action& action, std::string_view prompt);

/// What can be done on a seat; for the rest one gets up.
bool canSit(const MotionPlay& play);

/// A verb of taking a seat or being on one, not of what one usually does there ("watches television").
bool sitsDown(const reading::Action& action);

/// Whether one who is said to sit does this without getting up: what hands and faces do, but no dance and no leap.
bool staysSeated(const MotionPlay& play);

/// "kneel" or "crouch" when that goes on under what hands do: said of the same moment, or of the one before, whose beat it was. Else empty.
std::string lowOf(const std::vector<const reading::Action*>& group, const MotionPlay& play, const Beat* before);

/// Out of the picture or the place; into it; after somebody.
bool leaves(const reading::Action& action);
bool enters(const reading::Action& action);
bool follows(const reading::Action& action);
/// Somebody along: "leads a prisoner out".
bool takesAlong(const reading::Action& action);

/// The same verb done to a thing in the hand, to oneself or to somebody else looks different.
std::string onWhat(const reading::ShotDescription& description, const std::string& motion, const reading::Action& action);

} // namespace rushes::stage
