// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/image.h"
#include "engine/base/result.h"
#include "engine/generate/shot_request.h"

#include <filesystem>
#include <string>

/// A frame that is painted over with the brushes inside: what lies under the paint, and where its layers are kept.
namespace rushes::app {

struct BrushPainting {
    /// Where its layers came from.
    enum class From {
        stage,    ///< nothing painted yet: the stage's frame
        painting, ///< the last painting of this frame, made elsewhere, as the ground
        layers,   ///< as they were saved here
        unsaved,  ///< strokes that were never saved as the look
    };
    int width = 0, height = 0;
    Image ground; ///< rgba8, opaque
    Image lines;  ///< rgba8: the stage's ink, to lie over the paint; empty where the shot cannot be staged
    Image paint;  ///< rgba8, straight alpha; empty: nothing
    bool groundShown = true, linesShown = false;
    From from = From::stage;
    std::filesystem::path file; ///< an OpenRaster file; where it is or will be saved
};

struct BrushQuestion {
    generate::ShotRequest request;
    std::int64_t frame = 0;
    int width = 0, height = 0;
    std::filesystem::path folder;   ///< for the layers; made when needed
    std::filesystem::path painting; ///< the shot's painting of that frame; empty: none
};

/// Strokes that were not saved as the look lie beside the file that they would be saved in.
std::filesystem::path unsavedFile(const std::filesystem::path& file);

/// What is painted on when this frame is painted: strokes that were not saved; else the last painting, with its layers when they were
/// painted here; else the stage's frame. Stages and draws: on a worker. Fails as these do, unless something painted is there.
Result<BrushPainting> openBrushPainting(const BrushQuestion& question);

/// As an OpenRaster file with the layers lines, paint and ground, written atomically; its folder is made. Any thread.
Result<void> writeBrushPainting(const BrushPainting& painting, const std::filesystem::path& file);

/// Puts strokes that were not saved aside, under a name of their own, and says which.
Result<std::filesystem::path> putUnsavedAside(const std::filesystem::path& file);

/// The shot's number as a part of a file's name: nothing but letters and digits.
std::string plainName(std::string number);

} // namespace rushes::app
