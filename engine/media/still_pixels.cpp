// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/media/still_pixels.h"

#include "engine/media/frame_data.h"

#include <cstring>
#include <vector>

namespace rushes::media {
namespace {

/// Where R, G, B and A stand in a 16-bit packed pixel; -1: opaque.
struct DeepLayout {
    int channels;
    int place[4];
    bool big;
};

bool deepLayoutOf(int format, DeepLayout& out) {
    switch (format) {
    case AV_PIX_FMT_RGB48BE: out = {3, {0, 1, 2, -1}, true}; return true;
    case AV_PIX_FMT_RGB48LE: out = {3, {0, 1, 2, -1}, false}; return true;
    case AV_PIX_FMT_RGBA64BE: out = {4, {0, 1, 2, 3}, true}; return true;
    case AV_PIX_FMT_RGBA64LE: out = {4, {0, 1, 2, 3}, false}; return true;
    case AV_PIX_FMT_GRAY16BE: out = {1, {0, 0, 0, -1}, true}; return true;
    case AV_PIX_FMT_GRAY16LE: out = {1, {0, 0, 0, -1}, false}; return true;
    case AV_PIX_FMT_YA16BE: out = {2, {0, 0, 0, 1}, true}; return true;
    case AV_PIX_FMT_YA16LE: out = {2, {0, 0, 0, 1}, false}; return true;
    default: return false;
    }
}

/// The nearest of 256 levels.
std::uint8_t rounded(std::uint32_t deep) { return std::uint8_t((deep * 255 + 32767) / 65535); }

FramePtr shallow(const AVFrame& deep, const DeepLayout& layout) {
    FramePtr out(av_frame_alloc());
    if (!out) return out;
    out->width = deep.width;
    out->height = deep.height;
    out->format = AV_PIX_FMT_RGBA;
    if (av_frame_get_buffer(out.get(), 0) < 0) return {};
    for (int y = 0; y < deep.height; ++y) {
        const std::uint8_t* from = deep.data[0] + std::ptrdiff_t(y) * deep.linesize[0];
        std::uint8_t* to = out->data[0] + std::ptrdiff_t(y) * out->linesize[0];
        for (int x = 0; x < deep.width; ++x, from += layout.channels * 2, to += 4)
            for (int c = 0; c < 4; ++c) {
                const int at = layout.place[c] * 2;
                to[c] = at < 0 ? 255 : rounded(layout.big ? from[at] << 8 | from[at + 1] : from[at + 1] << 8 | from[at]);
            }
    }
    return out;
}

} // namespace

Result<Image> stillPixels(const VideoFrame& frame) {
    FrameConverter converter;
    const auto& data = *frame.data();
    DeepLayout layout{};
    if (!deepLayoutOf(data.frame->format, layout)) return converter.toImage(frame);
    auto eight = shallow(*data.frame, layout);
    if (!eight) return fail(ErrorCategory::noSpace, "Not enough memory to convert a picture");
    return converter.toImage(wrapFrame(std::move(eight), 0, data.orientation, data.frame->sample_aspect_ratio));
}

Result<Image> resized(const Image& picture, int width, int height) {
    if (picture.width == width && picture.height == height) return picture;
    const int kind = width * 2 < picture.width || height * 2 < picture.height ? SWS_AREA : SWS_LANCZOS;
    const SwsPtr scaler(sws_getContext(picture.width, picture.height, AV_PIX_FMT_RGBA, width, height, AV_PIX_FMT_RGBA,
                                       kind | SWS_ACCURATE_RND | SWS_FULL_CHR_H_INT | SWS_FULL_CHR_H_INP, nullptr, nullptr, nullptr));
    if (!scaler) return fail(ErrorCategory::noSpace, "Not enough memory to scale a picture");
    // swscale may write past the end of a row that does not fill a vector.
    const int stride = (width * 4 + 127) / 64 * 64;
    std::vector<std::uint8_t> spare(std::size_t(stride) * std::size_t(height) + 64);
    const std::uint8_t* from[4] = {reinterpret_cast<const std::uint8_t*>(picture.data.data())};
    const int fromStride[4] = {int(picture.stride)};
    std::uint8_t* to[4] = {spare.data()};
    const int toStride[4] = {stride};
    if (const int code = sws_scale(scaler.get(), from, fromStride, 0, picture.height, to, toStride); code < 0)
        return fail(ErrorCategory::internal, "A picture cannot be scaled: " + avText(code));
    Image out = Image::create(width, height, PixelFormat::rgba8);
    for (int y = 0; y < height; ++y) std::memcpy(out.row(y), spare.data() + std::ptrdiff_t(y) * stride, out.stride);
    return out;
}

} // namespace rushes::media
