// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/image.h"
#include "engine/base/result.h"
#include "engine/media/stack_xml.h"

#include <filesystem>
#include <string>
#include <vector>

/// OpenRaster, the layered picture that Krita, GIMP and MyPaint share (openraster.org, "File Layout" and "Layer Stack", 0.0.5).
namespace rushes::media {

struct RasterLayer {
    std::string name;
    Image picture; ///< rgba8, straight alpha
    double opacity = 1;
    LayerBlend blend = LayerBlend::srcOver;
    bool visible = true;
    bool locked = false;   ///< against painting
    bool selected = false; ///< the painter starts on it
};

struct OpenRaster {
    int width = 0, height = 0;
    std::vector<RasterLayer> layers; ///< topmost first
};

/// The visible layers laid over each other.
Image mergedPicture(const OpenRaster& raster);

/// The bytes of an .ora file. The same layers give the same bytes. Fails with badInput without a layer or for a size over 16384.
Result<std::string> encodeOpenRaster(const OpenRaster& raster);
/// encodeOpenRaster into a file, atomically.
Result<void> writeOpenRaster(const std::filesystem::path& file, const OpenRaster& raster);

struct MergedPicture {
    Image picture; ///< rgba8, straight alpha
    std::vector<std::string> warnings;
};

/// The picture that an OpenRaster or Krita file (bytes) shows: the merged one that the painter put in, or the visible layers laid over each
/// other where there is none. Fails with damaged (cut off), badInput (hostile: see ZipReader) or unsupported (a zip of something else).
/// `name` is what messages call it.
Result<MergedPicture> decodeMergedPicture(std::string_view bytes, const std::string& name);

/// The layers of an OpenRaster file as they were written, each of the picture's size. Fails as decodeMergedPicture, and with unsupported for
/// groups or for more than 1024 MiB of layers.
Result<OpenRaster> decodeOpenRaster(std::string_view bytes, const std::string& name);

/// Name, order and state of the layers, as stack.xml has them.
Result<LayerStack> decodeLayerStack(std::string_view bytes, const std::string& name);

} // namespace rushes::media
