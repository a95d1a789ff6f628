// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/sets/set_library.h"
#include "engine/stage/blocking.h"

namespace rushes::stage {

/// What a thing or an animal of the prompt does by itself: an animal's acts with the way they take, a ball that bounces, a plane that takes
/// off, a car that drives. The prop has its place; `across` is the way along the picture (unit, on the floor).
void setMoving(const Blocking& blocking, StagedProp& prop, const sets::SetLibrary& sets, const reading::ShotDescription& description, const glm::vec3& across);

/// What a verb says of where its things are and the words leave out: what falls off a table stands on it, a nap on a sofa is slept lying.
void addImpliedRelations(reading::ShotDescription& description, const sets::SetLibrary& sets);

/// The prop for a subject: by its own noun where that has a model of its own, else by the kind that the lexicon takes it for.
std::optional<sets::Match> propNamed(const sets::SetLibrary& sets, const reading::Subject& subject);

} // namespace rushes::stage
