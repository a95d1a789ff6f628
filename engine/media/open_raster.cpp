// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/media/open_raster.h"

#include "engine/base/paths.h"
#include "engine/media/ffmpeg.h"
#include "engine/media/image_file.h"
#include "engine/media/layer_canvas.h"
#include "engine/media/still.h"
#include "engine/media/still_pixels.h"
#include "engine/media/zip_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace rushes::media {
namespace {

constexpr const char* mimetype = "image/openraster";
constexpr const char* merged = "mergedimage.png";
constexpr int thumbnailSide = 256;
constexpr std::uint64_t largestText = 4 << 20, largestPicture = 256 << 20; ///< bytes of an entry
constexpr std::int64_t largestCanvas = std::int64_t(1) << 24; ///< pixels of what is composed here
constexpr int deepestGroups = 4;                               ///< that need a canvas of their own
constexpr std::int64_t mostLaid = std::int64_t(1) << 30;       ///< pixels of all layers together

Result<Image> decodePngEntry(ZipReader& archive, const std::string& entry) {
    const auto bytes = archive.read(entry, largestPicture);
    if (!bytes) return fail(bytes.error());
    if (stillFormatOf(std::string_view(*bytes).substr(0, 32)) != AV_CODEC_ID_PNG)
        return fail(ErrorCategory::unsupported, entry + " in it is no PNG", "Save it with its layers as pixels, or export a PNG.");
    const auto frame = decodeStill(*bytes, AV_CODEC_ID_PNG, entry);
    if (!frame) return fail(frame.error());
    return stillPixels(*frame);
}

/// Lays out the layers of an archive that has no merged picture.
class StackPainter {
public:
    StackPainter(ZipReader& archive, MergedPicture& out) : m_archive(archive), m_out(out) {}

    Result<Image> paint(const LayerStack& stack) {
        if (std::int64_t(stack.width) * stack.height > largestCanvas || stack.width > maxSide || stack.height > maxSide)
            return fail(ErrorCategory::unsupported, fmt::format("it holds no merged picture, and {} x {} is too large to merge here", stack.width, stack.height), "Export a PNG.");
        m_width = stack.width;
        m_height = stack.height;
        LayerCanvas canvas(m_width, m_height);
        if (auto laid = layChildren(stack.root, canvas, 0); !laid) return fail(laid.error());
        if (m_strangeBlend) m_out.warnings.push_back("Some layers are blended in ways other than Normal and Multiply; they were laid over plainly.");
        return canvas.image();
    }

private:
    Result<void> layChildren(const StackNode& group, LayerCanvas& canvas, int depth) {
        for (auto node = group.children.rbegin(); node != group.children.rend(); ++node) {
            if (!node->visible || node->opacity <= 0) continue;
            m_strangeBlend |= node->blend == LayerBlend::other;
            if (auto laid = node->group ? layGroup(*node, canvas, depth) : layLayer(*node, canvas); !laid) return laid;
        }
        return {};
    }

    Result<void> layGroup(const StackNode& node, LayerCanvas& canvas, int depth) {
        if (!node.isolated) return layChildren(node, canvas, depth);
        if (depth >= deepestGroups) return fail(ErrorCategory::unsupported, "its groups nest too deep to be merged here", "Export a PNG.");
        LayerCanvas own(m_width, m_height);
        m_laid += std::int64_t(m_width) * m_height;
        if (auto laid = layChildren(node, own, depth + 1); !laid) return laid;
        canvas.lay(own, node.opacity, node.blend);
        return {};
    }

    Result<void> layLayer(const StackNode& node, LayerCanvas& canvas) {
        const auto picture = decodePngEntry(m_archive, node.source);
        if (!picture) return fail(picture.error());
        m_laid += std::int64_t(picture->width) * picture->height;
        if (m_laid > mostLaid) return fail(ErrorCategory::unsupported, "its layers are too many to be merged here", "Export a PNG.");
        canvas.lay(*picture, node.x, node.y, node.opacity, node.blend);
        return {};
    }

    ZipReader& m_archive;
    MergedPicture& m_out;
    int m_width = 0, m_height = 0;
    std::int64_t m_laid = 0;
    bool m_strangeBlend = false;
};

Result<LayerStack> stackOf(ZipReader& archive) {
    const auto xml = archive.read("stack.xml", largestText);
    if (!xml) return fail(xml.error());
    return parseStack(*xml);
}

Result<MergedPicture> mergedOf(std::string_view bytes) {
    auto archive = ZipReader::open(bytes);
    if (!archive) return fail(archive.error());
    MergedPicture out;
    if (archive->has(merged)) {
        auto picture = decodePngEntry(*archive, merged);
        if (!picture) return fail(picture.error());
        out.picture = std::move(*picture);
        return out;
    }
    if (!archive->has("stack.xml"))
        return fail(ErrorCategory::unsupported, archive->has("maindoc.xml") ? "Krita put no merged picture in" : "it is no layered picture", "Export a PNG or an OpenRaster file.");
    const auto stack = stackOf(*archive);
    if (!stack) return fail(stack.error());
    auto picture = StackPainter(*archive, out).paint(*stack);
    if (!picture) return fail(picture.error());
    out.picture = std::move(*picture);
    return out;
}

/// A layer that begins elsewhere than at the picture's corner, put where it belongs.
Image placed(Image picture, int x, int y, int width, int height) {
    if (x == 0 && y == 0 && picture.width == width && picture.height == height) return picture;
    Image out = Image::create(width, height, PixelFormat::rgba8);
    for (int row = std::max(0, y); row < std::min(height, y + picture.height); ++row)
        for (int column = std::max(0, x); column < std::min(width, x + picture.width); ++column)
            std::copy_n(picture.row(row - y) + (column - x) * 4, 4, out.row(row) + column * 4);
    return out;
}

Result<OpenRaster> layersOf(std::string_view bytes) {
    auto archive = ZipReader::open(bytes);
    if (!archive) return fail(archive.error());
    const auto stack = stackOf(*archive);
    if (!stack) return fail(stack.error());
    OpenRaster out{stack->width, stack->height, {}};
    const std::int64_t pixels = std::int64_t(out.width) * out.height;
    if (out.width < 1 || out.height < 1 || out.width > maxSide || out.height > maxSide || pixels * std::int64_t(stack->root.children.size()) > (std::int64_t(1) << 28))
        return fail(ErrorCategory::unsupported, fmt::format("{} layers of {} x {} are too much", stack->root.children.size(), out.width, out.height));
    for (const auto& node : stack->root.children) {
        if (node.group) return fail(ErrorCategory::unsupported, "its layers are in groups");
        auto picture = decodePngEntry(*archive, node.source);
        if (!picture) return fail(picture.error());
        out.layers.push_back({node.name, placed(std::move(*picture), node.x, node.y, out.width, out.height), node.opacity, node.blend, node.visible, node.locked, node.selected});
    }
    return out;
}

} // namespace

Image mergedPicture(const OpenRaster& raster) {
    LayerCanvas canvas(raster.width, raster.height);
    for (auto layer = raster.layers.rbegin(); layer != raster.layers.rend(); ++layer)
        if (layer->visible) canvas.lay(layer->picture, 0, 0, layer->opacity, layer->blend);
    return canvas.image();
}

Result<std::string> encodeOpenRaster(const OpenRaster& raster) {
    if (raster.layers.empty() || raster.width < 1 || raster.height < 1 || raster.width > maxSide || raster.height > maxSide)
        return fail(ErrorCategory::badInput, fmt::format("A layered picture of {} x {} with {} layers cannot be written", raster.width, raster.height, raster.layers.size()));
    LayerStack stack{raster.width, raster.height, {}};
    std::vector<ZipEntry> entries{{"mimetype", mimetype}, {"stack.xml", {}, true}};
    for (const auto& layer : raster.layers) {
        auto png = encodePng(layer.picture);
        if (!png) return fail(std::move(png.error()));
        const std::string source = fmt::format("data/layer{:03}.png", stack.root.children.size());
        StackNode node;
        node.name = layer.name;
        node.source = source;
        node.opacity = layer.opacity;
        node.blend = layer.blend;
        node.visible = layer.visible;
        node.locked = layer.locked;
        node.selected = layer.selected;
        stack.root.children.push_back(std::move(node));
        entries.push_back({source, std::move(*png)});
    }
    entries[1].bytes = stackXml(stack);
    const Image whole = mergedPicture(raster);
    const double scale = std::min(1.0, double(thumbnailSide) / std::max(whole.width, whole.height));
    auto small = resized(whole, std::max(1, int(std::lround(whole.width * scale))), std::max(1, int(std::lround(whole.height * scale))));
    if (!small) return fail(std::move(small.error()));
    auto wholePng = encodePng(whole);
    auto smallPng = encodePng(*small);
    if (!wholePng || !smallPng) return fail(wholePng ? smallPng.error() : wholePng.error());
    entries.push_back({merged, std::move(*wholePng)});
    entries.push_back({"Thumbnails/thumbnail.png", std::move(*smallPng)});
    return zipped(entries);
}

Result<void> writeOpenRaster(const std::filesystem::path& file, const OpenRaster& raster) {
    const auto bytes = encodeOpenRaster(raster);
    if (!bytes) return fail(bytes.error());
    return writeFileAtomically(file, *bytes);
}

Result<MergedPicture> decodeMergedPicture(std::string_view bytes, const std::string& name) {
    auto out = mergedOf(bytes);
    if (!out) return failBecause(out.error(), name + " cannot be read");
    return out;
}

Result<OpenRaster> decodeOpenRaster(std::string_view bytes, const std::string& name) {
    auto out = layersOf(bytes);
    if (!out) return failBecause(out.error(), name + " cannot be read");
    return out;
}

Result<LayerStack> decodeLayerStack(std::string_view bytes, const std::string& name) {
    auto archive = ZipReader::open(bytes);
    if (!archive) return failBecause(archive.error(), name + " cannot be read");
    auto stack = stackOf(*archive);
    if (!stack) return failBecause(stack.error(), name + " cannot be read");
    return stack;
}

} // namespace rushes::media
