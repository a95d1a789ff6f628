// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/media/encoder.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>

namespace rushes::media {
namespace {

constexpr int soundRate = 48000;

/// The picture with its last column and row repeated until both are even, as yuv420p needs.
Image evened(const Image& image, int width, int height) {
    Image padded = Image::create(width, height, image.format);
    const std::size_t bytes = std::size_t(bytesPerPixel(image.format));
    for (int y = 0; y < height; ++y) {
        const std::byte* from = image.row(std::min(y, image.height - 1));
        std::memcpy(padded.row(y), from, bytes * std::size_t(image.width));
        if (width > image.width) std::memcpy(padded.row(y) + bytes * std::size_t(image.width), from + bytes * std::size_t(image.width - 1), bytes);
    }
    return padded;
}

} // namespace

Result<void> StreamEncoder::openVideo(const MovieWriterOptions& options, int width, int height) {
    const AVCodec* codec = avcodec_find_encoder_by_name("libx264");
    if (!codec) return fail(ErrorCategory::unsupported, "This FFmpeg cannot write H.264: it has no x264", "Install Debian's FFmpeg libraries.");
    m_codec.reset(avcodec_alloc_context3(codec));
    auto& c = *m_codec;
    c.width = width;
    c.height = height;
    c.pix_fmt = AV_PIX_FMT_YUV420P;
    c.time_base = {options.rate.den, options.rate.num};
    c.framerate = {options.rate.num, options.rate.den};
    c.sample_aspect_ratio = {1, 1};
    c.gop_size = options.gop;
    c.max_b_frames = 0;
    c.color_range = AVCOL_RANGE_MPEG;
    c.colorspace = AVCOL_SPC_BT709;
    c.color_primaries = AVCOL_PRI_BT709;
    c.color_trc = AVCOL_TRC_BT709;
    c.chroma_sample_location = AVCHROMA_LOC_LEFT;
    c.thread_count = options.threads;
    c.flags |= AV_CODEC_FLAG_BITEXACT | AV_CODEC_FLAG_CLOSED_GOP;
    av_opt_set(c.priv_data, "preset", options.preset.c_str(), 0);
    if (options.quantizer) av_opt_set_int(c.priv_data, "qp", *options.quantizer, 0);
    else av_opt_set_double(c.priv_data, "crf", options.crf, 0);
    return addStream(fmt::format("H.264 at {} x {}", width, height));
}

Result<void> StreamEncoder::openAudio() {
    const AVCodec* codec = avcodec_find_encoder(AV_CODEC_ID_AAC);
    if (!codec) return fail(ErrorCategory::unsupported, "This FFmpeg cannot write AAC", "Install Debian's FFmpeg libraries.");
    m_codec.reset(avcodec_alloc_context3(codec));
    auto& c = *m_codec;
    c.sample_rate = soundRate;
    c.sample_fmt = AV_SAMPLE_FMT_FLTP;
    c.ch_layout = AV_CHANNEL_LAYOUT_STEREO;
    c.bit_rate = 192000;
    c.time_base = {1, soundRate};
    c.flags |= AV_CODEC_FLAG_BITEXACT;
    c.thread_count = 1;
    return addStream("AAC");
}

Result<void> StreamEncoder::addStream(const std::string& what) {
    if (m_container->oformat->flags & AVFMT_GLOBALHEADER) m_codec->flags |= AV_CODEC_FLAG_GLOBAL_HEADER;
    if (const int code = avcodec_open2(m_codec.get(), m_codec->codec, nullptr); code < 0)
        return fail(ErrorCategory::badInput, fmt::format("Cannot encode {}: {}", what, avText(code)), "Check the size, the rate and the preset's name.");
    m_stream = avformat_new_stream(m_container, nullptr);
    if (!m_stream || avcodec_parameters_from_context(m_stream->codecpar, m_codec.get()) < 0) return fail(ErrorCategory::noSpace, "Not enough memory to write a movie");
    m_stream->time_base = m_codec->time_base;
    m_stream->avg_frame_rate = m_codec->framerate;
    m_stream->sample_aspect_ratio = m_codec->sample_aspect_ratio;
    return {};
}

Result<void> StreamEncoder::encode(const AVFrame* frame) {
    if (const int code = avcodec_send_frame(m_codec.get(), frame); code < 0) return m_file->check(code);
    for (;;) {
        int code = avcodec_receive_packet(m_codec.get(), m_packet.get());
        if (code == AVERROR(EAGAIN) || code == AVERROR_EOF) return m_file->check();
        if (code < 0) return m_file->check(code);
        if (m_packet->duration == 0 && m_codec->codec_type == AVMEDIA_TYPE_VIDEO) m_packet->duration = 1;
        av_packet_rescale_ts(m_packet.get(), m_codec->time_base, m_stream->time_base);
        m_packet->stream_index = m_stream->index;
        code = av_interleaved_write_frame(m_container, m_packet.get());
        if (auto ok = m_file->check(code); !ok) return ok;
    }
}

Result<void> SoundCollector::add(const AudioBlock& block, StreamEncoder& encoder) {
    if (block.sampleRate != soundRate || block.channels != 2)
        return fail(ErrorCategory::internal, fmt::format("Sound must come as 48000 Hz stereo, not {} Hz with {} channels", block.sampleRate, block.channels));
    m_waiting.insert(m_waiting.end(), block.samples.begin(), block.samples.end());
    const auto size = std::size_t(encoder.codec()->frame_size);
    while (m_waiting.size() >= size * 2) {
        if (auto ok = encodeFirst(size, encoder); !ok) return ok;
        m_waiting.erase(m_waiting.begin(), m_waiting.begin() + std::ptrdiff_t(size * 2));
    }
    return {};
}

Result<void> SoundCollector::encodeFirst(std::size_t samples, StreamEncoder& encoder) {
    FramePtr frame(av_frame_alloc());
    frame->format = AV_SAMPLE_FMT_FLTP;
    frame->sample_rate = soundRate;
    frame->ch_layout = AV_CHANNEL_LAYOUT_STEREO;
    frame->nb_samples = int(samples);
    if (av_frame_get_buffer(frame.get(), 0) < 0) return fail(ErrorCategory::noSpace, "Not enough memory to encode sound");
    for (std::size_t i = 0; i < samples; ++i)
        for (std::size_t channel = 0; channel < 2; ++channel) reinterpret_cast<float*>(frame->data[channel])[i] = m_waiting[i * 2 + channel];
    frame->pts = m_position;
    m_position += std::int64_t(samples);
    return encoder.encode(frame.get());
}

Result<void> SoundCollector::finish(StreamEncoder& encoder) {
    if (!m_waiting.empty())
        if (auto ok = encodeFirst(m_waiting.size() / 2, encoder); !ok) return ok;
    m_waiting.clear();
    return encoder.encode(nullptr);
}

Result<FramePtr> PictureFitter::fit(const Image& image) {
    if (image.width % 2 || image.height % 2) {
        const Image even = evened(image, m_width, m_height);
        return fit(even);
    }
    if (image.format != PixelFormat::grey8) {
        auto to = blank();
        if (to) m_rows.convert(image, {{(*to)->data[0], (*to)->data[1], (*to)->data[2]}, {(*to)->linesize[0], (*to)->linesize[1], (*to)->linesize[2]}});
        return to;
    }
    FramePtr from(av_frame_alloc());
    from->width = image.width;
    from->height = image.height;
    from->format = AV_PIX_FMT_GRAY8;
    from->data[0] = const_cast<std::uint8_t*>(reinterpret_cast<const std::uint8_t*>(image.data.data()));
    from->linesize[0] = int(image.stride);
    return scale(*from, ColourMatrix::bt709, true);
}

Result<FramePtr> PictureFitter::fit(const VideoFrame& frame) {
    const auto& data = *frame.data();
    const bool fits = data.frame->format == AV_PIX_FMT_YUV420P && data.frame->width == m_width && data.frame->height == m_height &&
                      data.orientation.upright() && data.matrix == ColourMatrix::bt709 && !data.fullRange;
    if (fits) {
        FramePtr same(av_frame_clone(data.frame.get()));
        if (!same) return fail(ErrorCategory::noSpace, "Not enough memory to write a movie");
        av_frame_remove_side_data(same.get(), AV_FRAME_DATA_A53_CC);
        return same;
    }
    const bool sameMatrix = data.matrix == ColourMatrix::bt709 && data.orientation.upright();
    if (sameMatrix) return scale(*data.frame, data.matrix, data.fullRange);
    // Another matrix or a turned picture: through RGB.
    auto pixels = m_upright.toImage(frame, PixelFormat::bgra8, m_width, m_height);
    if (!pixels) return fail(std::move(pixels.error()));
    return fit(*pixels);
}

Result<FramePtr> PictureFitter::scale(const AVFrame& from, ColourMatrix matrix, bool fullRange) {
    if (!m_scaler || m_fromWidth != from.width || m_fromHeight != from.height || m_fromFormat != from.format) {
        m_scaler.reset(sws_getContext(from.width, from.height, AVPixelFormat(from.format), m_width, m_height, AV_PIX_FMT_YUV420P, SWS_BICUBIC, nullptr, nullptr, nullptr));
        if (!m_scaler) return fail(ErrorCategory::noSpace, "Not enough memory to convert a picture");
        m_fromWidth = from.width;
        m_fromHeight = from.height;
        m_fromFormat = from.format;
    }
    sws_setColorspaceDetails(m_scaler.get(), coefficientsOf(matrix), fullRange, sws_getCoefficients(SWS_CS_ITU709), 0, 0, 1 << 16, 1 << 16);
    auto to = blank();
    if (to) sws_scale(m_scaler.get(), from.data, from.linesize, 0, from.height, (*to)->data, (*to)->linesize);
    return to;
}

Result<FramePtr> PictureFitter::blank() {
    if (!m_last || !av_frame_is_writable(m_last.get())) {
        m_last.reset(av_frame_alloc());
        m_last->width = m_width;
        m_last->height = m_height;
        m_last->format = AV_PIX_FMT_YUV420P;
        if (av_frame_get_buffer(m_last.get(), 0) < 0) {
            m_last.reset();
            return fail(ErrorCategory::noSpace, "Not enough memory to write a movie");
        }
    }
    FramePtr same(av_frame_clone(m_last.get()));
    if (!same) return fail(ErrorCategory::noSpace, "Not enough memory to write a movie");
    return same;
}

} // namespace rushes::media
