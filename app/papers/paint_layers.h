// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/generate/shot_request.h"
#include "engine/media/open_raster.h"
#include "engine/project/media_folder.h"
#include "engine/render/renderer.h"
#include "engine/stage/stage_library.h"

#include <filesystem>
#include <string>
#include <vector>

/// A frame of the stage on its way to a painter and back.
namespace rushes::app {

/// One frame of a shot as layers to paint over, topmost first: an empty one "paint here", then hidden ones of use to a painter ("line" and
/// "tone" to multiply, "id" with a flat colour a thing, "colour" the stage's own colours), and "stage", the picture as the shot has it.
/// Fails as staging and drawing do, and with badInput for a frame outside the shot.
Result<media::OpenRaster> paintLayers(stage::StageLibrary& library, render::Renderer& renderer, const generate::ShotRequest& request, std::int64_t frame, int width, int height);

/// One frame of a shot as the shot has it, and its ink alone.
struct StageFrame {
    Image picture; ///< rgba8, opaque
    Image lines;   ///< rgba8: black, the lines' strength as alpha
};
/// Fails as paintLayers.
Result<StageFrame> stageFrame(stage::StageLibrary& library, render::Renderer& renderer, const generate::ShotRequest& request, std::int64_t frame, int width, int height);

/// A painted frame in the film's media folder, not yet recorded in the project.
struct KeptPainting {
    project::MediaFile media; ///< a PNG of the painting's own size
    std::vector<std::string> warnings;
};

/// Reads what a painter saved (media::readPaintedOver: its aspect must be that of width x height) and keeps it as a PNG in the film's media
/// folder. Any thread.
Result<KeptPainting> keepPainting(const std::filesystem::path& file, int width, int height, const project::MediaFolder& folder);

} // namespace rushes::app
