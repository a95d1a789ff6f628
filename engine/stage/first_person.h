// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/stage/staging.h"

#include <memory>
#include <optional>
#include <vector>

namespace rushes::stage {

/// Whose eyes the camera is ("POV of a boxer"): index into Blocking::people. Absent when the words name nobody who is in the shot.
std::optional<std::size_t> eyesOf(const Blocking& blocking, const reading::ShotDescription& description);

/// The camera in somebody's head at a moment: at the eyes, along the face and what it is turned to, bowed a little while the hands work.
/// Focal length and sensor are those of `optics`.
geometry::Camera throughEyes(const Blocking& blocking, std::size_t person, double seconds, const geometry::Camera& optics);

/// One camera a frame, steadied over half a second as one's own sight is.
std::vector<geometry::Camera> trackEyes(const StagedShot& shot, std::size_t person, const geometry::Camera& optics);

/// Focal length of such a shot when the words ask for none: wide enough for one's own hands. Millimetres on Super 35.
inline constexpr float eyesLensMm = 18;

/// The body without what is about its eyes, so that the camera within sees out and down itself. `eye` in figure space.
std::shared_ptr<const geometry::Mesh> withoutHead(const geometry::Mesh& mesh, const glm::vec3& eye);

} // namespace rushes::stage
