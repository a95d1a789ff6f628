// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/media/ffmpeg.h"
#include "engine/media/video_frame.h"

namespace rushes::media {

/// What a VideoFrame shares: FFmpeg's frame and how to show it. Known to engine/media only.
struct VideoFrame::Data {
    FramePtr frame;
    std::int64_t index = 0;
    ColourMatrix matrix = ColourMatrix::bt709;
    bool fullRange = false;
    Orientation orientation;
    int displayWidth = 0;
    int displayHeight = 0;
};

/// Wraps a decoded frame. Pixel aspect from `aspect` (0: square). Takes the reference.
VideoFrame wrapFrame(FramePtr frame, std::int64_t index, Orientation orientation, AVRational aspect);

/// swscale's coefficients for a matrix.
const int* coefficientsOf(ColourMatrix matrix);

} // namespace rushes::media
