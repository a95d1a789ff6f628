// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/media/ffmpeg.h"

#include <optional>
#include <string>
#include <string_view>

/// What the bytes of a picture file say of themselves before they are decoded.
namespace rushes::media {

/// Whether the file ends before its own structure does: it is still being written, or was cut off. For PNG, JPEG, WebP, BMP and GIF; TIFF
/// and PSD show it only when they are decoded.
bool endsEarly(std::string_view bytes, std::optional<AVCodecID> format);

/// Whether a PNG, GIF or WebP holds more than one picture.
bool isAnimated(std::string_view bytes, AVCodecID format);

/// The first picture of an animated WebP as a WebP of its own (FFmpeg 5.1 decodes only still ones); nothing when it has none.
std::optional<std::string> firstOfWebp(std::string_view bytes);

/// Whether a JPEG, TIFF or PSD holds cyan, magenta, yellow and black.
bool isCmyk(std::string_view bytes, AVCodecID format);

/// Whether a TIFF's pixels are packed as JPEG, which FFmpeg 5.1 decodes as one grey.
bool isJpegInTiff(std::string_view bytes);

} // namespace rushes::media
