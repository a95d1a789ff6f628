// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/result.h"
#include "engine/generate/shot_request.h"
#include "engine/geometry/camera.h"
#include "engine/reading/shot_description.h"
#include "engine/render/view.h"
#include "engine/stage/blocking.h"
#include "engine/stage/optics.h"
#include "engine/stage/stage_library.h"

#include <string>
#include <vector>

namespace rushes::stage {

/// A shot, staged: everything that decides its frames, as values.
struct StagedShot {
    reading::ShotDescription description; ///< with the director's own choices put in
    Blocking blocking;
    std::vector<geometry::Camera> camera; ///< one a frame
    geometry::Camera framed;              ///< the framing that the moves pass through, on Super 35; its focus is on what the shot is about
    Sensor sensor;                        ///< what the focal lengths are for
    std::vector<std::uint16_t> opened;    ///< objects of the set that were taken away for the camera, as on a sound stage
    render::Atmosphere atmosphere;
    std::vector<render::Light> lights;
    render::Look look = render::Look::board;
    time::RationalTime duration;
    int width = 1280, height = 720;
    std::uint64_t seed = 1;
    std::vector<std::string> warnings; ///< what the director should know
};

/// Reads the prompt, then casts, chooses the set, blocks, and lays the camera. The same request gives the same value.
Result<StagedShot> stageShot(StageLibrary& library, const generate::ShotRequest& request);

/// The description of a request, with the choices of ShotRequest::camera put over the prompt's words.
reading::ShotDescription describe(const StageLibrary& library, const generate::ShotRequest& request);

} // namespace rushes::stage
