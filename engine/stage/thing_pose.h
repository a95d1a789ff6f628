// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/geometry/mesh.h"
#include "engine/sets/set_library.h"
#include "engine/stage/blocking.h"

#include <glm/mat4x4.hpp>

#include <memory>

namespace rushes::stage {

/// A thing that nobody carries at a moment of the shot.
struct ThingMoment {
    glm::vec3 position{0}; ///< of its foot
    float yaw = 0;         ///< degrees
    glm::mat4 tilt{1.0f};  ///< in its own space, before yaw and place: rolled, swung, pitched, stretched
    float travelled = 0;   ///< metres of its way so far, backwards less than 0
    bool broken = false;   ///< what it becomes is there instead
};

ThingMoment thingAt(const StagedProp& prop, double seconds, double duration);

/// By how much a motion has moved and turned (degrees) the thing at a moment; it has one.
glm::vec3 movedBy(const StagedProp& prop, double seconds);
float turnedBy(const StagedProp& prop, double seconds);

/// From its own space, scaled, to the world.
glm::mat4 thingToWorld(const StagedProp& prop, const ThingMoment& moment);

/// The mesh at a moment: an animal in its act, what bends bent, wheels as far as they have turned. `rest` where nothing of it changes.
std::shared_ptr<const geometry::Mesh> meshAt(const StagedProp& prop, const sets::SetLibrary& sets, const std::shared_ptr<const geometry::Mesh>& rest, double seconds,
                                             float travelled);

/// How far `goes` carries it before it falls off what it stands on, and how deep it falls. Call it when everything has its place.
void findEdges(Blocking& blocking);

} // namespace rushes::stage
