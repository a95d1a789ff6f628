// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/media/frame_data.h"

#include <fmt/format.h>

#include <cstring>
#include <vector>

namespace rushes::media {
namespace {

/// Everything that swscale's set-up depends on.
struct Setup {
    int fromWidth = 0, fromHeight = 0, fromFormat = -1;
    int toWidth = 0, toHeight = 0, toFormat = -1;
    ColourMatrix matrix = ColourMatrix::bt709;
    bool fullRange = false;

    bool operator==(const Setup&) const = default;
};

/// Copies 32-bit pixels of an intermediate picture to their place in the turned one.
void turn(const std::uint32_t* from, int fromStride, Orientation orientation, int width, int height, std::byte* out, std::size_t stride) {
    for (int y = 0; y < height; ++y) {
        auto* row = reinterpret_cast<std::uint32_t*>(out + std::size_t(y) * stride);
        const int v = orientation.flipY ? height - 1 - y : y;
        for (int x = 0; x < width; ++x) {
            const int u = orientation.flipX ? width - 1 - x : x;
            row[x] = orientation.transpose ? from[std::ptrdiff_t(u) * fromStride + v] : from[std::ptrdiff_t(v) * fromStride + u];
        }
    }
}

} // namespace

struct FrameConverter::Impl {
    SwsPtr scaler;
    Setup setup;
    std::vector<std::uint32_t> spare; ///< where swscale may write past a row's end, and what is turned

    bool prepare(const Setup& wanted) {
        if (scaler && setup == wanted) return true;
        scaler.reset(sws_getContext(wanted.fromWidth, wanted.fromHeight, AVPixelFormat(wanted.fromFormat), wanted.toWidth, wanted.toHeight,
                                    AVPixelFormat(wanted.toFormat), SWS_BILINEAR, nullptr, nullptr, nullptr));
        setup = wanted;
        if (!scaler) return false;
        // Without this FFmpeg 5.1 takes every picture for BT.601, whatever its tags say.
        sws_setColorspaceDetails(scaler.get(), coefficientsOf(wanted.matrix), wanted.fullRange, sws_getCoefficients(SWS_CS_ITU709), 1, 0, 1 << 16, 1 << 16);
        return true;
    }
};

FrameConverter::FrameConverter() : m_impl(std::make_unique<Impl>()) {}
FrameConverter::~FrameConverter() = default;
FrameConverter::FrameConverter(FrameConverter&&) noexcept = default;
FrameConverter& FrameConverter::operator=(FrameConverter&&) noexcept = default;

Result<void> FrameConverter::convert(const VideoFrame& picture, PixelFormat format, int width, int height, std::byte* out, std::size_t stride) {
    if (!picture || width < 1 || height < 1 || width > maxSide || height > maxSide || (format != PixelFormat::rgba8 && format != PixelFormat::bgra8))
        return fail(ErrorCategory::internal, fmt::format("A picture cannot be converted to {} x {}", width, height));
    const auto& data = *picture.data();
    const auto& frame = *data.frame;
    const int target = format == PixelFormat::rgba8 ? AV_PIX_FMT_RGBA : AV_PIX_FMT_BGRA;
    if (frame.format == target && frame.width == width && frame.height == height && data.orientation.upright()) {
        for (int y = 0; y < height; ++y) std::memcpy(out + std::size_t(y) * stride, frame.data[0] + std::ptrdiff_t(y) * frame.linesize[0], std::size_t(width) * 4);
        return {};
    }
    const int scaledWidth = data.orientation.transpose ? height : width;
    const int scaledHeight = data.orientation.transpose ? width : height;
    auto& impl = *m_impl;
    if (!impl.prepare({frame.width, frame.height, frame.format, scaledWidth, scaledHeight, target, data.matrix, data.fullRange}))
        return fail(ErrorCategory::noSpace, "Not enough memory to convert a picture");
    // swscale's fast paths write whole vectors: rows that do not end on one go through a spare picture with room at the end.
    const bool spare = !data.orientation.upright() || width % 16 != 0 || stride % 16 != 0;
    const int spareStride = (scaledWidth + 31) / 16 * 16;
    if (spare) impl.spare.resize(std::size_t(spareStride) * std::size_t(scaledHeight) + 64);
    std::uint8_t* planes[4] = {spare ? reinterpret_cast<std::uint8_t*>(impl.spare.data()) : reinterpret_cast<std::uint8_t*>(out)};
    const int strides[4] = {spare ? spareStride * 4 : int(stride)};
    if (const int code = sws_scale(impl.scaler.get(), frame.data, frame.linesize, 0, frame.height, planes, strides); code < 0)
        return fail(ErrorCategory::internal, "A picture cannot be converted: " + avText(code));
    if (spare) turn(impl.spare.data(), spareStride, data.orientation, width, height, out, stride);
    return {};
}

Result<Image> FrameConverter::toImage(const VideoFrame& frame, PixelFormat format, int width, int height) {
    if (width <= 0 || height <= 0) {
        width = frame.displayWidth();
        height = frame.displayHeight();
    }
    Image image = Image::create(std::max(0, width), std::max(0, height), format);
    if (auto done = convert(frame, format, width, height, image.data.data(), image.stride); !done) return fail(std::move(done.error()));
    return image;
}

} // namespace rushes::media
