// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/image.h"
#include "engine/base/result.h"
#include "engine/time/frame_rate.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <string>

namespace rushes::shoot {

/// Where a shot's frames go while it is made. Used and destroyed on the shoot thread; destroyed without `finish` it leaves an
/// incomplete file, which the queue removes.
class FrameWriter {
public:
    virtual ~FrameWriter() = default;
    virtual Result<void> write(const Image& picture) = 0;
    virtual Result<void> finish() = 0;
};

struct FrameWriterOptions {
    std::filesystem::path file; ///< in the project's media folder; the extension is FrameWriterFactory::extension
    int width = 0;
    int height = 0;
    time::FrameRate rate;
};

struct FrameWriterFactory {
    std::string extension = "mp4";
    std::function<Result<std::unique_ptr<FrameWriter>>(const FrameWriterOptions&)> create;
};

/// Writes H.264 with a short GOP through engine/media.
FrameWriterFactory movieFrames();

} // namespace rushes::shoot
