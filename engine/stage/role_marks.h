// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/reading/shot_description.h"
#include "engine/stage/slots.h"

#include <optional>
#include <string_view>
#include <vector>

namespace rushes::stage {

/// The place that the set has for a subject's trade (a judge behind the bench, a bartender behind the counter), or for the thing that
/// the subject acts on or is at (the ship's wheel, the altar). None where the set has no such mark or one of `taken` is on it.
std::optional<Slot> roleSlot(const sets::BuiltSet& set, const reading::ShotDescription& description, std::string_view subject, const std::vector<glm::vec3>& taken);

/// Whether this is a bed's mark, or an operating table's.
bool liesAt(const sets::BuiltSet& set, const glm::vec3& position);

/// Height in metres above the floor of what the set has before somebody at the mark of their trade, to work on; none elsewhere.
std::optional<float> workAhead(const sets::BuiltSet& set, const reading::ShotDescription& description, std::string_view subject, const glm::vec3& position, float yaw);

} // namespace rushes::stage
