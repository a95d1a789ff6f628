// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/image.h"
#include "engine/base/result.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace rushes::media {

/// What a painter saved, ready to be learned from.
struct PaintedPicture {
    Image picture;                     ///< rgba8, sRGB, opaque
    std::vector<std::string> warnings; ///< whole sentences: what was done to it that the artist may not have meant
};

/// Reads a painted frame: PNG and TIFF of 8 or 16 bits, JPEG (CMYK is converted without a profile; elsewhere it is unsupported), WebP, BMP, GIF, PSD as merged, OpenRaster
/// and Krita files. Transparency is laid over white, of an animation the first picture is taken, both with a warning. A picture of another
/// size is resampled to width x height when its aspect agrees within 1 %; with 0 x 0 it keeps its own size. Fails with notFound and denied;
/// busy when the file ends early, as one that is still being written does; damaged; unsupported; badInput when it is empty, fully
/// transparent, all of one colour, of another aspect or no picture.
Result<PaintedPicture> readPainted(const std::filesystem::path& file, int width = 0, int height = 0);
/// The same for a picture that keeps its own size where its aspect agrees with that of width x height.
Result<PaintedPicture> readPaintedOver(const std::filesystem::path& file, int width, int height);

/// The same from the bytes of a file; `name` is what messages call it.
Result<PaintedPicture> decodePainted(std::string_view bytes, const std::string& name, int width = 0, int height = 0);

} // namespace rushes::media
