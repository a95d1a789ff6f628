// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/generate/shot_request.h"
#include "engine/project/project.h"

#include <filesystem>
#include <string>
#include <vector>

/// Whether a painting is of the frame that it was given for.
namespace rushes::app {

/// Values alone, so that the rest runs on any thread.
struct PaintingCheck {
    std::filesystem::path painting;
    generate::ShotRequest own;
    std::int64_t frame = 0;
    std::vector<generate::ShotRequest> others; ///< the film's other shots, the nearest first
};

/// Quick. `painting` is any picture that can be read.
PaintingCheck paintingCheck(const project::Project& film, const project::Shot& shot, std::int64_t frame, const std::filesystem::path& painting);

/// A whole sentence when the painting's edges are not those of its frame: which shot or frame it is of, where one is found. Empty when it fits, and
/// when it cannot be told (the shot cannot be staged, the painting not be read). Stages and draws small pictures: a second, some more when it
/// has to look through the film. Any thread.
std::string whatIsStrange(const PaintingCheck& check);

} // namespace rushes::app
