// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/reading/shot_description.h"
#include "engine/sets/set_library.h"
#include "engine/stage/blocking.h"
#include "engine/stage/slots.h"

#include <optional>
#include <string_view>
#include <vector>

namespace rushes::stage {

/// The thing that the words name, ready to be set down; nothing where the library has none.
std::optional<StagedProp> brought(const sets::SetLibrary& sets, const reading::Subject& subject);
std::optional<StagedProp> broughtByName(const sets::SetLibrary& sets, const std::string& name);

/// A seat, a bed, a car with a hood, or anything of a height that one can sit on.
bool canBeSatOn(const sets::SetLibrary& sets, const reading::Subject& subject);

/// How the thing is turned, degrees, so that who sits on it is seen from `view`.
float seatFacing(const StagedProp& prop, float view);

/// Places for `count` people on a thing that stands: side by side on its front, on the edge of a bed, on the hood of a car. As many as have room.
/// `part` is where on it, if the words say: "roof", "hood".
std::vector<Slot> seatsOn(const StagedProp& prop, std::size_t count, std::string_view part = {});

/// Places for `count` people side by side on the stairs of a set, looking down them: the flight that is nearest to `near`. Empty without stairs.
std::vector<Slot> seatsOnStairs(const sets::BuiltSet& set, const glm::vec3& near, std::size_t count);

/// Places for chairs about a table that stands, for `count` people, without seats: two across from each other in profile, more about the far side and the
/// ends before the side that is nearest to `view` (degrees, from the table to the camera) is taken.
std::vector<Slot> placesAt(const StagedProp& table, std::size_t count, float view);

} // namespace rushes::stage
