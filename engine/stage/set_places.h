// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/reading/shot_description.h"
#include "engine/sets/set_library.h"
#include "engine/stage/blocking.h"

#include <optional>

namespace rushes::stage {

/// The set's own thing of this kind, the nearest to the action; null without one.
const sets::ObjectInfo* ownThing(const sets::BuiltSet& set, const sets::SetLibrary& library, const reading::Subject& subject);

/// A spot on the object's top where nothing else stands, the nearest to its middle.
glm::vec3 freeOnTop(const sets::BuiltSet& set, const sets::ObjectInfo& object, float radius);

/// Afloat on the set's water, as near as it can lie; nothing where the set has none.
std::optional<glm::vec3> onWater(const sets::BuiltSet& set, const StagedProp& prop, const glm::vec3& near);

} // namespace rushes::stage
