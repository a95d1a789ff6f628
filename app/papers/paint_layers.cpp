// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "app/papers/paint_layers.h"

#include "engine/base/paths.h"
#include "engine/media/image_file.h"
#include "engine/media/painted_picture.h"
#include "engine/stage/draw.h"
#include "engine/stage/staging.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cmath>

#include <unistd.h>

namespace rushes::app {
namespace {

/// Black with the lines' strength as alpha.
Image inkOf(const Image& lines) {
    Image out = Image::create(lines.width, lines.height, PixelFormat::rgba8);
    for (int y = 0; y < out.height; ++y)
        for (int x = 0; x < out.width; ++x) out.rowAs<std::uint8_t>(y)[x * 4 + 3] = lines.rowAs<std::uint8_t>(y)[x];
    return out;
}

/// Hues a golden turn apart and two strengths of them: neighbours in number are far apart in colour.
void flatColour(std::uint16_t object, std::uint8_t* rgb) {
    const double hue = std::fmod(object * 0.61803398875, 1.0) * 6, value = object % 2 ? 0.95 : 0.7;
    for (int c = 0; c < 3; ++c) {
        const double ramp = std::clamp(std::abs(std::fmod(hue + (c == 0 ? 3 : c == 1 ? 1 : 5), 6.0) - 3) - 1, 0.0, 1.0);
        rgb[c] = std::uint8_t(std::lround(255 * value * (1 - 0.75 * (1 - ramp))));
    }
}

/// Every thing in a colour of its own, for a painter's magic wand; the background stays clear.
Image flatsOf(const Image& ids) {
    Image out = Image::create(ids.width, ids.height, PixelFormat::rgba8);
    for (int y = 0; y < out.height; ++y)
        for (int x = 0; x < out.width; ++x) {
            const std::uint16_t object = ids.rowAs<std::uint16_t>(y)[x];
            if (object == 0) continue;
            std::uint8_t* pixel = out.rowAs<std::uint8_t>(y) + x * 4;
            flatColour(object, pixel);
            pixel[3] = 255;
        }
    return out;
}

/// The light alone in greys, what the clay look shows, with the lightest of it white: multiplied, it must not darken what is lit.
Image toneOf(Image picture) {
    constexpr double glints = 0.01; ///< share of the picture that may be lighter than white
    std::array<std::size_t, 256> counts{};
    for (std::size_t at = 0; at + 4 <= picture.data.size(); at += 4) {
        auto* pixel = reinterpret_cast<std::uint8_t*>(picture.data.data() + at);
        const int grey = (pixel[0] * 54 + pixel[1] * 183 + pixel[2] * 19 + 128) >> 8; // BT.709 luma
        pixel[0] = pixel[1] = pixel[2] = std::uint8_t(grey);
        ++counts[std::size_t(grey)];
    }
    int white = 255;
    for (double above = double(counts[255]); white > 1 && above < glints * picture.width * picture.height;) above += double(counts[std::size_t(--white)]);
    for (std::size_t at = 0; at + 4 <= picture.data.size(); at += 4) {
        auto* pixel = reinterpret_cast<std::uint8_t*>(picture.data.data() + at);
        pixel[0] = pixel[1] = pixel[2] = std::uint8_t(std::min(255, (pixel[0] * 255 + white / 2) / white));
    }
    return picture;
}

Result<stage::StagedShot> stagedWith(stage::StageLibrary& library, const generate::ShotRequest& request, std::int64_t frame) {
    auto shot = stage::stageShot(library, request);
    if (!shot) return fail(shot.error());
    if (frame < 0 || frame >= shot->duration.value)
        return fail(ErrorCategory::badInput, fmt::format("Shot {} has no frame {}", request.shotNumber, frame), fmt::format("Give 0 to {}.", shot->duration.value - 1));
    return shot;
}

} // namespace

Result<StageFrame> stageFrame(stage::StageLibrary& library, render::Renderer& renderer, const generate::ShotRequest& request, std::int64_t frame, int width, int height) {
    const auto shot = stagedWith(library, request, frame);
    if (!shot) return fail(shot.error());
    auto drawn = renderer.draw(stage::ShotDrawer(library, *shot).view(frame, width, height), {.colour = true, .lines = true});
    if (!drawn) return fail(drawn.error());
    return StageFrame{std::move(drawn->colour), inkOf(drawn->lines)};
}

Result<media::OpenRaster> paintLayers(stage::StageLibrary& library, render::Renderer& renderer, const generate::ShotRequest& request, std::int64_t frame, int width, int height) {
    const auto shot = stagedWith(library, request, frame);
    if (!shot) return fail(shot.error());
    const auto drawn = [&](render::Look look, const render::Passes& passes) {
        stage::StagedShot other = *shot;
        other.look = look;
        const stage::ShotDrawer drawer(library, other);
        return renderer.draw(drawer.view(frame, width, height), passes);
    };
    auto stage = drawn(shot->look, {.colour = true, .id = true, .lines = true});
    auto colour = drawn(render::Look::colour, {.colour = true});
    auto clay = drawn(render::Look::clay, {.colour = true});
    for (const auto* picture : {&stage, &colour, &clay})
        if (!*picture) return fail(picture->error());
    media::OpenRaster raster{width, height, {}};
    raster.layers.push_back({.name = "paint here", .picture = Image::create(width, height, PixelFormat::rgba8), .selected = true});
    raster.layers.push_back({.name = "line", .picture = inkOf(stage->lines), .blend = media::LayerBlend::multiply, .visible = false, .locked = true});
    raster.layers.push_back({.name = "tone", .picture = toneOf(std::move(clay->colour)), .blend = media::LayerBlend::multiply, .visible = false, .locked = true});
    raster.layers.push_back({.name = "id", .picture = flatsOf(stage->id), .visible = false, .locked = true});
    raster.layers.push_back({.name = "colour", .picture = std::move(colour->colour), .visible = false, .locked = true});
    raster.layers.push_back({.name = "stage", .picture = std::move(stage->colour), .locked = true});
    return raster;
}

Result<KeptPainting> keepPainting(const std::filesystem::path& file, int width, int height, const project::MediaFolder& folder) {
    auto painted = media::readPaintedOver(file, width, height);
    if (!painted) return fail(painted.error());
    static std::atomic<int> count = 0;
    const auto part = folder.temporary(fmt::format("painted-{}-{}", ::getpid(), count++), ".png");
    if (auto written = media::writePng(part, painted->picture); !written) return fail(written.error());
    auto kept = folder.adopt(part);
    if (!kept) return fail(kept.error());
    return KeptPainting{std::move(*kept), std::move(painted->warnings)};
}

} // namespace rushes::app
