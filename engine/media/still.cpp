// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/media/still.h"

#include "engine/base/paths.h"
#include "engine/media/file_checks.h"
#include "engine/media/media_input.h"

#include <fmt/format.h>

#include <array>
#include <cstring>
#include <unistd.h>

namespace rushes::media {
namespace {

constexpr std::uintmax_t largestFile = std::uintmax_t(512) << 20;
constexpr int largestPicture = 1 << 30; ///< bytes decoded

/// Refuses pictures whose pixels would take gigabytes before they are allocated.
int allocateWithinReason(AVCodecContext* decoder, AVFrame* frame, int flags) {
    const int bytes = av_image_get_buffer_size(AVPixelFormat(frame->format), frame->width, frame->height, 32);
    if (frame->width > maxSide || frame->height > maxSide || bytes < 0 || bytes > largestPicture) return AVERROR(ENOMEM);
    return avcodec_default_get_buffer2(decoder, frame, flags);
}

/// EXIF's eight orientations (CIPA DC-008, tag 274).
Orientation orientationOf(const AVFrame& frame) {
    const auto* entry = av_dict_get(frame.metadata, "Orientation", nullptr, 0);
    switch (entry ? std::atoi(entry->value) : 1) {
    case 2: return {false, true, false};
    case 3: return {false, true, true};
    case 4: return {false, false, true};
    case 5: return {true, false, false};
    case 6: return {true, true, false};
    case 7: return {true, true, true};
    case 8: return {true, false, true};
    default: return {};
    }
}

Result<CodecPtr> openStillDecoder(AVCodecID format, bool linear, const std::string& name) {
    const AVCodec* codec = avcodec_find_decoder(format);
    CodecPtr decoder(codec ? avcodec_alloc_context3(codec) : nullptr);
    if (!decoder) return fail(ErrorCategory::unsupported, name + ": nothing here decodes this kind of picture", "Convert it to PNG.");
    decoder->get_buffer2 = allocateWithinReason;
    decoder->max_pixels = std::int64_t(maxSide) * maxSide;
    decoder->thread_count = 1;
    decoder->err_recognition = AV_EF_CRCCHECK;
    // With it a TIFF's orientation tag and a PSD's idle byte, which every program writes, count as damage.
    if (format != AV_CODEC_ID_TIFF && format != AV_CODEC_ID_PSD) decoder->err_recognition |= AV_EF_EXPLODE;
    av_opt_set(decoder.get(), "codec_whitelist", stillDecoders, 0);
    if (format == AV_CODEC_ID_EXR && !linear) av_opt_set(decoder->priv_data, "apply_trc", "iec61966_2_1", 0);
    if (const int code = avcodec_open2(decoder.get(), codec, nullptr); code < 0)
        return fail(ErrorCategory::unsupported, fmt::format("{} cannot be decoded: {}", name, avText(code)), "Convert it to PNG.");
    return decoder;
}

} // namespace

std::optional<AVCodecID> stillFormatOf(std::string_view head) {
    using namespace std::string_view_literals;
    const auto starts = [&](std::string_view magic) { return head.substr(0, magic.size()) == magic; };
    if (starts("\x89PNG\r\n\x1a\n"sv)) return AV_CODEC_ID_PNG;
    if (starts("\xff\xd8\xff"sv)) return AV_CODEC_ID_MJPEG;
    if (starts("\x76\x2f\x31\x01"sv)) return AV_CODEC_ID_EXR;
    if (starts("II*\0"sv) || starts("MM\0*"sv)) return AV_CODEC_ID_TIFF;
    if (starts("RIFF"sv) && head.size() >= 12 && head.substr(8, 4) == "WEBP"sv) return AV_CODEC_ID_WEBP;
    if (starts("8BPS\0\1"sv)) return AV_CODEC_ID_PSD;
    if (starts("SDPX"sv) || starts("XPDS"sv)) return AV_CODEC_ID_DPX;
    if (starts("BM"sv) && head.size() >= 18 && (head[14] == 12 || head[14] == 40 || head[14] == 56 || head[14] == 108 || head[14] == 124))
        return AV_CODEC_ID_BMP;
    return {};
}

Result<std::optional<AVCodecID>> stillFormatOf(const std::filesystem::path& file) {
    auto fd = openRegularFile(file);
    if (!fd) return fail(std::move(fd.error()));
    std::array<char, 32> head{};
    const ssize_t got = ::read(*fd, head.data(), head.size());
    ::close(*fd);
    return stillFormatOf(std::string_view(head.data(), std::size_t(std::max<ssize_t>(0, got))));
}

Result<VideoFrame> readStill(const std::filesystem::path& file, AVCodecID format, bool linear) {
    auto bytes = readFile(file, largestFile);
    if (!bytes) return fail(std::move(bytes.error()));
    return decodeStill(*bytes, format, file.string(), linear);
}

Result<VideoFrame> decodeStill(std::string_view bytes, AVCodecID format, const std::string& name, bool linear) {
    quietFfmpeg();
    if (bytes.size() > largestFile) return fail(ErrorCategory::unsupported, name + " is too large a file", "Scale it down.");
    auto intact = format == AV_CODEC_ID_PNG ? checkPng(bytes) : format == AV_CODEC_ID_EXR ? checkExr(bytes) : Result<void>();
    if (!intact) return failBecause(intact.error(), name + " is damaged");
    auto decoder = openStillDecoder(format, linear, name);
    if (!decoder) return fail(std::move(decoder.error()));
    PacketPtr packet(av_packet_alloc());
    FramePtr frame(av_frame_alloc());
    if (!packet || !frame || av_new_packet(packet.get(), int(bytes.size())) < 0) return fail(ErrorCategory::noSpace, "Not enough memory to read " + name);
    std::memcpy(packet->data, bytes.data(), bytes.size());
    packet->flags |= AV_PKT_FLAG_KEY;
    int code = avcodec_send_packet(decoder->get(), packet.get());
    if (code >= 0) code = avcodec_send_packet(decoder->get(), nullptr);
    if (code >= 0) code = avcodec_receive_frame(decoder->get(), frame.get());
    if (code == AVERROR(ENOMEM)) return fail(ErrorCategory::unsupported, fmt::format("{} is too large a picture", name), fmt::format("Scale it down to at most {} a side.", maxSide));
    if (code < 0 || frame->width <= 0 || frame->height <= 0)
        return fail(ErrorCategory::damaged, fmt::format("{} is damaged: {}", name, avText(code)), "Give an undamaged copy of the picture.");
    const Orientation orientation = orientationOf(*frame);
    const AVRational aspect = frame->sample_aspect_ratio;
    return wrapFrame(std::move(frame), 0, orientation, aspect);
}

} // namespace rushes::media
