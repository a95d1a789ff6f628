// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "app/papers/brush_painting.h"

#include "app/papers/paint_layers.h"
#include "engine/base/log.h"
#include "engine/base/paths.h"
#include "engine/media/open_raster.h"
#include "engine/media/painted_picture.h"
#include "engine/stage/open_stage.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <optional>

namespace rushes::app {
namespace {

namespace fs = std::filesystem;
using From = BrushPainting::From;

constexpr std::uintmax_t largestFile = std::uintmax_t(1) << 30;

/// The layers of a file that was written here; fails for another size or other layers.
Result<BrushPainting> readLayers(const fs::path& file, int width, int height) {
    const auto bytes = readFile(file, largestFile);
    if (!bytes) return fail(bytes.error());
    auto raster = media::decodeOpenRaster(*bytes, file.filename().string());
    if (!raster) return fail(raster.error());
    BrushPainting out{width, height, {}, {}, {}};
    for (auto& layer : raster->layers) {
        if (layer.name == "ground") out.ground = std::move(layer.picture), out.groundShown = layer.visible;
        else if (layer.name == "paint") out.paint = std::move(layer.picture);
        else if (layer.name == "lines") out.lines = std::move(layer.picture), out.linesShown = layer.visible;
    }
    if (out.ground.empty() || out.paint.empty() || raster->width != width || raster->height != height)
        return fail(ErrorCategory::unsupported, file.filename().string() + " was not painted here, or at another size");
    return out;
}

bool samePicture(const Image& one, const Image& other) { return one.width == other.width && one.height == other.height && one.data == other.data; }

fs::path brushFile(const BrushQuestion& question, int n) {
    return question.folder / fmt::format("{}_f{:03}_brush{}.ora", plainName(question.request.shotNumber), question.frame, n == 1 ? "" : "_" + std::to_string(n));
}

/// The file of this frame whose layers make up `painting` (null: the newest there is), else a free name.
fs::path fileFor(const BrushQuestion& question, const Image* painting, std::optional<BrushPainting>& layers) {
    std::error_code ignored;
    for (int n = 1;; ++n) {
        const fs::path file = brushFile(question, n);
        if (!fs::exists(file, ignored)) return file;
        auto read = readLayers(file, question.width, question.height);
        if (!read) continue;
        if (painting == nullptr && fs::exists(brushFile(question, n + 1), ignored)) continue;
        if (painting != nullptr)
            if (const auto shown = media::readPainted(file); !shown || !samePicture(shown->picture, *painting)) continue;
        layers = std::move(*read);
        return file;
    }
}

/// The newest strokes of this frame that were never saved.
std::optional<BrushPainting> unsavedOf(const BrushQuestion& question) {
    std::error_code ignored;
    for (int n = 1; n < 100; ++n) {
        const fs::path file = brushFile(question, n);
        if (!fs::exists(unsavedFile(file), ignored)) continue;
        auto read = readLayers(unsavedFile(file), question.width, question.height);
        if (!read) {
            log::warning(read.error().text());
            continue;
        }
        read->from = From::unsaved;
        read->file = file;
        return std::move(*read);
    }
    return std::nullopt;
}

} // namespace

std::string plainName(std::string number) {
    for (char& c : number)
        if (!std::isalnum(static_cast<unsigned char>(c))) c = '_';
    return number;
}

fs::path unsavedFile(const fs::path& file) { return file.parent_path() / (file.stem().string() + ".unsaved.ora"); }

Result<BrushPainting> openBrushPainting(const BrushQuestion& question) {
    if (auto unsaved = unsavedOf(question)) return std::move(*unsaved);
    std::optional<Image> painting;
    if (!question.painting.empty()) {
        auto read = media::readPainted(question.painting, question.width, question.height);
        if (!read) return fail(read.error());
        painting = std::move(read->picture);
    }
    std::optional<BrushPainting> layers;
    const fs::path file = fileFor(question, painting ? &*painting : nullptr, layers);
    if (layers) {
        layers->from = From::layers;
        layers->file = file;
        return std::move(*layers);
    }
    BrushPainting out{question.width, question.height, {}, {}, {}};
    out.file = file;
    stage::OpenStage stage;
    auto opened = stage.open();
    auto frame = opened ? stageFrame(*stage.library, *stage.renderer, question.request, question.frame, question.width, question.height) : Result<StageFrame>(fail(opened.error()));
    if (!frame && !painting) return fail(frame.error());
    if (frame) out.lines = std::move(frame->lines);
    out.from = painting ? From::painting : From::stage;
    out.ground = painting ? std::move(*painting) : std::move(frame->picture);
    return out;
}

Result<void> writeBrushPainting(const BrushPainting& painting, const fs::path& file) {
    std::error_code problem;
    fs::create_directories(file.parent_path(), problem);
    if (problem) return fail(ErrorCategory::denied, "Cannot make the folder " + file.parent_path().string() + ": " + problem.message(), "Check that the film's folder can be written to.");
    media::OpenRaster raster{painting.width, painting.height, {}};
    if (!painting.lines.empty()) raster.layers.push_back({.name = "lines", .picture = painting.lines, .visible = painting.linesShown, .locked = true});
    raster.layers.push_back({.name = "paint", .picture = painting.paint.empty() ? Image::create(painting.width, painting.height, PixelFormat::rgba8) : painting.paint, .selected = true});
    raster.layers.push_back({.name = "ground", .picture = painting.ground, .visible = painting.groundShown, .locked = true});
    return media::writeOpenRaster(file, raster);
}

Result<fs::path> putUnsavedAside(const fs::path& file) {
    std::error_code problem;
    for (int n = 1;; ++n) {
        const fs::path aside = file.parent_path() / fmt::format("{}.aside_{}.ora", file.stem().string(), n);
        if (fs::exists(aside, problem)) continue;
        fs::rename(unsavedFile(file), aside, problem);
        if (problem) return fail(ErrorCategory::denied, "Cannot put " + unsavedFile(file).string() + " aside: " + problem.message(), "Check that the film's folder can be written to.");
        return aside;
    }
}

} // namespace rushes::app
