// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/reading/shot_description.h"
#include "engine/stage/ways.h"

#include <string_view>

namespace rushes::stage {

/// What two ways have to do with each other: "walk towards each other", "walk past each other", "cross paths", "walks past her".
enum class Meeting { none, towards, past };

/// What the words after an action's verb, up to the end of the clause, say of it.
Meeting meetingSaid(std::string_view prompt, const reading::Action& action);

/// Two ways about `middle`, from opposite sides and along the longest free line that is nearest to `yaw` (degrees): past each other at arm's
/// length, or up to talking distance. `reach` metres each, less where there is no room.
std::pair<Way, Way> meetingWays(const sets::BuiltSet& set, const glm::vec3& middle, float yaw, float reach, Meeting meeting);

/// A way of `reach` metres past somebody who stands, at arm's length.
Way wayPast(const sets::BuiltSet& set, const glm::vec3& standing, float yaw, float reach);

} // namespace rushes::stage
