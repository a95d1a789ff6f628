// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/reading/shot_description.h"
#include "engine/sets/prop.h"

#include <glm/vec2.hpp>
#include <glm/vec3.hpp>

#include <optional>
#include <string_view>

namespace rushes::stage {

/// Square metres that a prop covers for a far camera that looks along `direction` (unit) at the prop turned by `yaw` degrees. An upper
/// bound where parts of it hide each other.
float shownArea(const sets::Prop& prop, float scale, float yaw, const glm::vec3& direction);

/// By how much to turn a thing away from the camera so that one knows it: flat things show their face, what is long its three quarters.
/// Degrees, to add to the yaw of the direction to the camera.
float presentingYaw(const sets::Prop& prop, reading::SubjectKind kind);

/// Height at which something of the given half sizes (metres, the prop's own axes) comes to rest when it is let down on the prop's middle.
/// A seat is where one puts things on a chair.
float restHeight(const sets::Prop& prop, float scale, const glm::vec2& half);

/// Free height above the floor below the prop's middle (a table's legs room); nothing when it stands on the floor there.
std::optional<float> clearBelow(const sets::Prop& prop, float scale, const glm::vec2& half);

/// True for what people put things on: a flat top at the height of a table.
bool isTable(const sets::Prop& prop, float scale);

/// True for the props that float: a prompt's "boat" is any of those that the set has on its water.
bool isBoat(std::string_view model);

} // namespace rushes::stage
