// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/image.h"
#include "engine/base/result.h"
#include "engine/media/video_frame.h"

namespace rushes::media {

/// A decoded picture as rgba8 of its own size, upright, straight alpha. 16 bits a channel are rounded to 8, not cut off as swscale does.
Result<Image> stillPixels(const VideoFrame& frame);

/// A picture (rgba8) stretched to another size: Lanczos, or the mean where it shrinks to less than half.
Result<Image> resized(const Image& picture, int width, int height);

} // namespace rushes::media
