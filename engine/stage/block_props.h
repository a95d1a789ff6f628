// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/geometry/camera.h"
#include "engine/stage/blocking.h"
#include "engine/sets/set_library.h"

namespace rushes::stage {

/// Sets down what the description names besides people: into a hand when someone holds it, where its relation says (left and right as
/// seen by `camera`), the set's own when it shows one in sight, else beside the action so that it can be seen. Animals and vehicles that
/// move get a path. A noun without a model becomes a box of its size with a warning.
void blockProps(Blocking& blocking, const sets::SetLibrary& sets, const reading::ShotDescription& description, const geometry::Camera& camera,
                const glm::vec3& focus, std::vector<std::string>& warnings);

/// Animals, vehicles and things when nobody is in the shot: the first stands at the heart of the set, before there is a camera.
void blockMainProp(Blocking& blocking, const sets::SetLibrary& sets, const reading::ShotDescription& description,
                   std::vector<std::string>& warnings);

} // namespace rushes::stage
