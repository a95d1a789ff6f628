// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/cancel_token.h"
#include "engine/base/progress.h"
#include "engine/base/result.h"
#include "engine/playback/cut.h"

#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace rushes::exports {

struct ExportOptions {
    /// First and last frame of the cut, both included; all of it by default.
    std::optional<std::pair<std::int64_t, std::int64_t>> range;
    bool burnIn = false; ///< timecode, shot, take and generator in the picture
    int width = 0;       ///< 0: the cut's
    int height = 0;
    int crf = 18;
    int gop = 12;
    std::string preset = "veryfast"; ///< x264's
    bool sound = true; ///< mixed in when any of the media has some
};

struct ExportResult {
    std::int64_t frames = 0;
    double seconds = 0; ///< it took
    bool sound = false;
    std::vector<std::string> warnings; ///< media that could not be read and went in as cards
};

/// Writes a cut as an MP4 with exactly as many frames as the range has. The file is made beside the target under a temporary name
/// and renamed when it is whole: whatever was there stays until then, and nothing half is left on failure or cancelling.
/// Call on a worker thread. Fails with badInput (empty cut or range), denied, noSpace, cancelled.
Result<ExportResult> exportMovie(const playback::Cut& cut, const std::filesystem::path& file, const ExportOptions& options = {},
                                 const ProgressSink& progress = {}, const CancelToken& cancel = {});

} // namespace rushes::exports
