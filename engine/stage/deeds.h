// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/reading/shot_description.h"
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

/// What can be done on a seat; for the rest one gets up.
bool canSit(const MotionPlay& play);

/// Out of the picture or the place; into it; after somebody.
bool leaves(const reading::Action& action);
bool enters(const reading::Action& action);
bool follows(const reading::Action& action);

/// The same verb done to a thing in the hand, to oneself or to somebody else looks different.
std::string onWhat(const reading::ShotDescription& description, const std::string& motion, const reading::Action& action);

} // namespace rushes::stage
