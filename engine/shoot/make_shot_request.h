// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/generate/shot_request.h"
#include "engine/project/project.h"

namespace rushes::shoot {

/// What a generator is told about a shot as it stands now: prompt, camera, place, cast, dialogue, references of the shot and those of
/// the film that show one of its characters or its place. Frames and rate are the sequence's. notFound for a missing shot; badInput
/// for an empty prompt and for a reference whose file is gone.
Result<generate::ShotRequest> makeShotRequest(const project::Project& project, project::ShotId shot);

/// The request that made a take, with its references found again in the project's media folder: shooting it gives the same frames.
Result<generate::ShotRequest> requestOfTake(const project::Project& project, project::TakeId take);

} // namespace rushes::shoot
