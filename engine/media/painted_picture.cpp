// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/media/painted_picture.h"

#include "engine/base/paths.h"
#include "engine/media/first_frame.h"
#include "engine/media/open_raster.h"
#include "engine/media/still.h"
#include "engine/media/still_pixels.h"
#include "engine/media/zip_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace rushes::media {
namespace {

constexpr std::uintmax_t largestFile = std::uintmax_t(512) << 20;
constexpr double transparentShare = 0.02; ///< of the picture, above which it is said
constexpr double aspectTolerance = 0.01;
constexpr int oneColour = 3; ///< levels between the lightest and the darkest of a picture with nothing on it

tl::unexpected<Error> stillWritten(const std::string& name) {
    return fail(ErrorCategory::busy, name + " ends early: it is still being written, or was cut off", "Wait until the painter has saved it, or save it again.");
}

/// The formats that stillFormatOf knows, and GIF.
std::optional<AVCodecID> formatOf(std::string_view bytes) {
    if (bytes.substr(0, 4) == "GIF8") return AV_CODEC_ID_GIF;
    return stillFormatOf(bytes.substr(0, 32));
}

/// The name of the colour space that the file was tagged with, where it is not sRGB (ICC.1, the profile's description tag).
std::string foreignProfile(const AVFrame& frame) {
    const auto* profile = av_frame_get_side_data(&frame, AV_FRAME_DATA_ICC_PROFILE);
    if (!profile || profile->size < 132) return {};
    const std::string_view bytes(reinterpret_cast<const char*>(profile->data), profile->size);
    for (const auto& [mark, title] : {std::pair{"Adobe RGB", "Adobe RGB"}, {"Display P3", "Display P3"}, {"ProPhoto", "ProPhoto RGB"}, {"Rec2020", "Rec. 2020"}}) {
        // Descriptions of version 4 are UTF-16.
        std::string wide;
        for (const char c : std::string_view(mark)) (wide += '\0') += c;
        if (bytes.find(mark) != bytes.npos || bytes.find(wide) != bytes.npos) return title;
    }
    return {};
}

/// What FFmpeg would decode to wrong colours without a word.
Result<void> refuseMisread(std::string_view bytes, AVCodecID format, const std::string& name) {
    if (format != AV_CODEC_ID_MJPEG && isCmyk(bytes, format))
        return fail(ErrorCategory::unsupported, name + " is CMYK, for printing", "Turn it to RGB in the painter, or save a PNG.");
    if (format == AV_CODEC_ID_TIFF && isJpegInTiff(bytes))
        return fail(ErrorCategory::unsupported, name + " is a TIFF packed as JPEG", "Save it with LZW or ZIP compression, or as a PNG.");
    return {};
}

Result<PaintedPicture> decodeFlat(std::string_view bytes, AVCodecID format, const std::string& name) {
    if (auto sound = refuseMisread(bytes, format, name); !sound) return fail(sound.error());
    PaintedPicture out;
    std::optional<std::string> first;
    if (isAnimated(bytes, format)) {
        out.warnings.push_back("It is animated; its first picture was taken.");
        if (format == AV_CODEC_ID_WEBP && (first = firstOfWebp(bytes))) bytes = *first;
    }
    const auto frame = decodeStill(bytes, format, name);
    if (!frame && frame.error().category == ErrorCategory::damaged)
        return fail(ErrorCategory::damaged, name + " is damaged, or still being written",
                    format == AV_CODEC_ID_PSD ? "Not every PSD can be read: save a PNG." : "Wait until the painter has saved it, or save it again.");
    if (!frame) return fail(frame.error());
    if (isCmyk(bytes, format)) out.warnings.push_back("It is CMYK and was converted without its profile: colours may have shifted. Save it as RGB.");
    if (const auto profile = foreignProfile(*frame->data()->frame); !profile.empty())
        out.warnings.push_back("Its colours are " + profile + " and were taken for sRGB: convert it to sRGB in the painter.");
    auto picture = stillPixels(*frame);
    if (!picture) return fail(std::move(picture.error()));
    out.picture = std::move(*picture);
    return out;
}

Result<PaintedPicture> decodeAny(std::string_view bytes, const std::string& name) {
    if (bytes.empty()) return stillWritten(name);
    if (looksLikeZip(bytes)) {
        auto merged = decodeMergedPicture(bytes, name);
        if (!merged && merged.error().category == ErrorCategory::damaged) {
            Error error = merged.error();
            error.message = name + " is damaged, or still being written";
            return fail(std::move(error));
        }
        if (!merged) return fail(std::move(merged.error()));
        return PaintedPicture{std::move(merged->picture), std::move(merged->warnings)};
    }
    const auto format = formatOf(bytes);
    if (!format) return fail(ErrorCategory::badInput, name + " is no picture that can be read", "Save it as PNG, JPEG, TIFF, WebP, PSD or OpenRaster.");
    if (endsEarly(bytes, format)) return stillWritten(name);
    return decodeFlat(bytes, *format, name);
}

/// Lays the picture over white and says so; refuses what has nothing on it.
Result<void> makeOpaque(PaintedPicture& painted, const std::string& name) {
    std::size_t transparent = 0;
    int most = 0;
    std::uint8_t low[3] = {255, 255, 255}, high[3] = {0, 0, 0};
    auto& image = painted.picture;
    for (std::size_t at = 0; at + 4 <= image.data.size(); at += 4) {
        auto* pixel = reinterpret_cast<std::uint8_t*>(image.data.data() + at);
        const int alpha = pixel[3];
        transparent += alpha < 250;
        most = std::max(most, alpha);
        for (int c = 0; c < 3; ++c) {
            pixel[c] = std::uint8_t((pixel[c] * alpha + 255 * (255 - alpha) + 127) / 255);
            low[c] = std::min(low[c], pixel[c]);
            high[c] = std::max(high[c], pixel[c]);
        }
        pixel[3] = 255;
    }
    if (most < 8) return fail(ErrorCategory::badInput, name + " is empty: all of it is transparent", "Paint something, and save with the layers visible.");
    const bool flat = high[0] - low[0] <= oneColour && high[1] - low[1] <= oneColour && high[2] - low[2] <= oneColour;
    if (flat) return fail(ErrorCategory::badInput, name + " is all one colour: there is nothing to learn from it", "Paint over the frame, and save with the layers visible.");
    const double share = double(transparent) / (double(image.width) * image.height);
    if (share > transparentShare) painted.warnings.push_back(fmt::format("{:.0f} % of it is transparent and was laid over white.", std::max(1.0, share * 100)));
    return {};
}

Result<void> checkShape(const Image& image, int width, int height, const std::string& name) {
    const double aspect = double(image.width) / image.height, wanted = double(width) / height;
    if (std::abs(aspect / wanted - 1) > aspectTolerance)
        return fail(ErrorCategory::badInput, fmt::format("{} is {} x {}; the frame is {} x {}", name, image.width, image.height, width, height),
                    "Paint over the frame in its own shape, without cropping or turning it.");
    return {};
}

Result<void> fit(PaintedPicture& painted, int width, int height, const std::string& name) {
    const Image& image = painted.picture;
    if (width <= 0 || height <= 0 || (image.width == width && image.height == height)) return {};
    if (auto same = checkShape(image, width, height, name); !same) return same;
    painted.warnings.push_back(fmt::format("It is {} x {} and was scaled to the frame's {} x {}.", image.width, image.height, width, height));
    auto scaled = resized(image, width, height);
    if (!scaled) return fail(std::move(scaled.error()));
    painted.picture = std::move(*scaled);
    return {};
}

} // namespace

Result<PaintedPicture> readPainted(const std::filesystem::path& file, int width, int height) {
    const auto bytes = readFile(file, largestFile);
    if (!bytes) return fail(bytes.error());
    return decodePainted(*bytes, file.string(), width, height);
}

Result<PaintedPicture> readPaintedOver(const std::filesystem::path& file, int width, int height) {
    auto painted = readPainted(file);
    if (!painted) return painted;
    if (auto same = checkShape(painted->picture, width, height, file.string()); !same) return fail(std::move(same.error()));
    return painted;
}

Result<PaintedPicture> decodePainted(std::string_view bytes, const std::string& name, int width, int height) {
    auto painted = decodeAny(bytes, name);
    if (!painted) return painted;
    if (auto opaque = makeOpaque(*painted, name); !opaque) return fail(std::move(opaque.error()));
    if (auto fitted = fit(*painted, width, height, name); !fitted) return fail(std::move(fitted.error()));
    return painted;
}

} // namespace rushes::media
