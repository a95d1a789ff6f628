// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/image.h"
#include "engine/base/result.h"

#include <filesystem>
#include <string>

namespace rushes::media {

/// Reads a picture file (PNG, JPEG, WebP, TIFF, BMP, EXR …) or the first frame of a movie as rgba8: display-referred, straight
/// alpha, turned upright. With `maxWidth` and `maxHeight` it is fitted into that box (never enlarged). Fails with notFound, denied,
/// badInput or damaged; a picture above 16384 pixels a side is refused.
Result<Image> readImage(const std::filesystem::path& file, int maxWidth = 0, int maxHeight = 0);

/// The bytes of a PNG: rgba8, bgra8 (stored as RGBA), grey8 or grey16. The same picture gives the same bytes.
Result<std::string> encodePng(const Image& image);
/// encodePng into a file, atomically.
Result<void> writePng(const std::filesystem::path& file, const Image& image);

/// Depth or other measured values: grey32f as an OpenEXR of one 32-bit float channel (Y), lossless, atomically.
Result<void> writeExr(const std::filesystem::path& file, const Image& image);
/// One-channel values of an OpenEXR as grey32f, untouched by any transfer curve.
Result<Image> readExr(const std::filesystem::path& file);

} // namespace rushes::media
