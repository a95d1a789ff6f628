// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/media/image_file.h"

#include "engine/base/paths.h"
#include "engine/media/still.h"
#include "engine/media/movie_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstring>

namespace rushes::media {
namespace {

/// The pixels as FFmpeg's encoder wants them: RGBA, grey, or grey of 16 bits with the high byte first.
Result<FramePtr> frameFor(const Image& image, AVPixelFormat format) {
    FramePtr frame(av_frame_alloc());
    frame->width = image.width;
    frame->height = image.height;
    frame->format = format;
    if (av_frame_get_buffer(frame.get(), 0) < 0) return fail(ErrorCategory::noSpace, "Not enough memory to write a picture");
    const std::size_t rowBytes = std::size_t(image.width) * std::size_t(bytesPerPixel(image.format));
    for (int y = 0; y < image.height; ++y) {
        std::uint8_t* out = frame->data[0] + std::ptrdiff_t(y) * frame->linesize[0];
        std::memcpy(out, image.row(y), rowBytes);
        if (image.format == PixelFormat::bgra8)
            for (int x = 0; x < image.width; ++x) std::swap(out[x * 4], out[x * 4 + 2]);
        if (format == AV_PIX_FMT_GRAY16BE)
            for (int x = 0; x < image.width; ++x) {
                const std::uint16_t value = image.rowAs<std::uint16_t>(y)[x];
                out[x * 2] = std::uint8_t(value >> 8);
                out[x * 2 + 1] = std::uint8_t(value & 255);
            }
    }
    return frame;
}

Result<std::string> encodeStill(const AVFrame& frame, AVCodecID id, const char* compression) {
    const AVCodec* codec = avcodec_find_encoder(id);
    CodecPtr encoder(codec ? avcodec_alloc_context3(codec) : nullptr);
    if (!encoder) return fail(ErrorCategory::unsupported, "This FFmpeg cannot write such pictures", "Install Debian's FFmpeg libraries.");
    encoder->width = frame.width;
    encoder->height = frame.height;
    encoder->pix_fmt = AVPixelFormat(frame.format);
    encoder->time_base = {1, 24};
    encoder->thread_count = 1;
    encoder->flags |= AV_CODEC_FLAG_BITEXACT;
    if (compression) av_opt_set(encoder->priv_data, "compression", compression, 0);
    PacketPtr packet(av_packet_alloc());
    int code = avcodec_open2(encoder.get(), codec, nullptr);
    if (code >= 0) code = avcodec_send_frame(encoder.get(), &frame);
    if (code >= 0) code = avcodec_send_frame(encoder.get(), nullptr);
    if (code >= 0) code = avcodec_receive_packet(encoder.get(), packet.get());
    if (code < 0) return fail(ErrorCategory::internal, "A picture cannot be encoded: " + avText(code));
    return std::string(reinterpret_cast<const char*>(packet->data), std::size_t(packet->size));
}

/// The largest size within the box that keeps the shape, never above the picture's own.
std::pair<int, int> fitted(int width, int height, int maxWidth, int maxHeight) {
    double scale = 1;
    if (maxWidth > 0) scale = std::min(scale, double(maxWidth) / width);
    if (maxHeight > 0) scale = std::min(scale, double(maxHeight) / height);
    return {std::max(1, int(std::lround(width * scale))), std::max(1, int(std::lround(height * scale)))};
}

} // namespace

Result<Image> readImage(const std::filesystem::path& file, int maxWidth, int maxHeight) {
    auto reader = MovieReader::open(file, {1});
    if (!reader) return fail(std::move(reader.error()));
    auto frame = reader->frame(0);
    if (!frame) return fail(std::move(frame.error()));
    const auto [width, height] = fitted(frame->displayWidth(), frame->displayHeight(), maxWidth, maxHeight);
    FrameConverter converter;
    return converter.toImage(*frame, PixelFormat::rgba8, width, height);
}

Result<std::string> encodePng(const Image& image) {
    if (image.empty()) return fail(ErrorCategory::internal, "An empty picture cannot be written");
    AVPixelFormat format = AV_PIX_FMT_RGBA;
    if (image.format == PixelFormat::grey8) format = AV_PIX_FMT_GRAY8;
    else if (image.format == PixelFormat::grey16) format = AV_PIX_FMT_GRAY16BE;
    else if (image.format == PixelFormat::grey32f) return fail(ErrorCategory::internal, "PNG holds no floating-point values: write an EXR");
    auto frame = frameFor(image, format);
    if (!frame) return fail(std::move(frame.error()));
    return encodeStill(**frame, AV_CODEC_ID_PNG, nullptr);
}

Result<void> writePng(const std::filesystem::path& file, const Image& image) {
    auto bytes = encodePng(image);
    if (!bytes) return fail(std::move(bytes.error()));
    return writeFileAtomically(file, *bytes);
}

Result<void> writeExr(const std::filesystem::path& file, const Image& image) {
    if (image.empty() || image.format != PixelFormat::grey32f) return fail(ErrorCategory::internal, "Only grey32f is written as an EXR");
    auto frame = frameFor(image, AV_PIX_FMT_GRAYF32);
    if (!frame) return fail(std::move(frame.error()));
    auto bytes = encodeStill(**frame, AV_CODEC_ID_EXR, "zip16");
    if (!bytes) return fail(std::move(bytes.error()));
    return writeFileAtomically(file, *bytes);
}

Result<Image> readExr(const std::filesystem::path& file) {
    auto format = stillFormatOf(file);
    if (!format) return fail(std::move(format.error()));
    if (*format != AV_CODEC_ID_EXR) return fail(ErrorCategory::badInput, file.string() + " is not an OpenEXR file");
    auto frame = readStill(file, AV_CODEC_ID_EXR, true);
    if (!frame) return fail(std::move(frame.error()));
    const auto& pixels = *frame->data()->frame;
    if (pixels.format != AV_PIX_FMT_GRAYF32)
        return fail(ErrorCategory::unsupported, file.string() + " does not hold one channel", "Write it with a single channel named Y.");
    Image image = Image::create(pixels.width, pixels.height, PixelFormat::grey32f);
    for (int y = 0; y < image.height; ++y) std::memcpy(image.row(y), pixels.data[0] + std::ptrdiff_t(y) * pixels.linesize[0], image.stride);
    return image;
}

} // namespace rushes::media
