// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/media/movie_reader.h"

#include "engine/base/log.h"
#include "engine/media/frame_data.h"
#include "engine/media/frame_table.h"
#include "engine/media/media_input.h"
#include "engine/media/still.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <optional>

namespace rushes::media {
namespace {

/// Further ahead than this it is quicker to seek (as xSTUDIO's reader has it).
constexpr std::int64_t decodeOnAtMost = 16;

/// The display matrix of ISO 14496-12 8.2.2.1 as one of the eight ways a picture can be turned; other matrices mean upright.
Orientation orientationOf(const AVStream* stream) {
    std::size_t size = 0;
    const auto* matrix = reinterpret_cast<const std::int32_t*>(av_stream_get_side_data(stream, AV_PKT_DATA_DISPLAYMATRIX, &size));
    if (!matrix || size < 9 * sizeof(std::int32_t)) return {};
    const std::int64_t a = matrix[0], b = matrix[1], c = matrix[3], d = matrix[4];
    if (std::min(std::abs(a), std::abs(d)) > std::max(std::abs(b), std::abs(c))) return {false, a < 0, d < 0};
    if (std::min(std::abs(b), std::abs(c)) > std::max(std::abs(a), std::abs(d))) return {true, c < 0, b < 0};
    return {};
}

std::string timecodeOf(const MediaInput& input) {
    if (const auto* entry = av_dict_get(input.context()->metadata, "timecode", nullptr, 0)) return entry->value;
    for (unsigned i = 0; i < input.context()->nb_streams; ++i)
        if (const auto* entry = av_dict_get(input.context()->streams[i]->metadata, "timecode", nullptr, 0)) return entry->value;
    return {};
}

void describeSound(const MediaInput& input, MovieInfo& info) {
    const AVStream* stream = input.audio();
    if (!stream) return;
    info.hasAudio = true;
    info.audioRate = stream->codecpar->sample_rate;
    info.audioChannels = stream->codecpar->ch_layout.nb_channels;
    info.audioCodec = avcodec_get_name(stream->codecpar->codec_id);
    if (stream->duration > 0) info.audioSeconds = double(stream->duration) * av_q2d(stream->time_base);
    else if (input.context()->duration > 0) info.audioSeconds = double(input.context()->duration) / AV_TIME_BASE;
}

} // namespace

struct MovieReader::Impl {
    std::filesystem::path path;
    MovieInfo info;
    std::unique_ptr<MediaInput> input;
    FrameTable table;
    CodecPtr decoder;
    PacketPtr packet{av_packet_alloc()};
    VideoFrame last;            ///< given out last: asking again is free
    std::int64_t next = -1;     ///< index after `last`; -1 when the decoder stands anywhere
    bool draining = false;

    Result<void> openMovie(const MovieReaderOptions& options);
    Result<void> openStill(AVCodecID format);
    void describe();
    void seekTo(std::int64_t index);
    bool feed();
    VideoFrame decodeNext();
    VideoFrame decodeUntil(std::int64_t index);
    Result<VideoFrame> frame(std::int64_t index);
};

Result<void> MovieReader::Impl::openStill(AVCodecID format) {
    auto still = readStill(path, format);
    if (!still) return fail(std::move(still.error()));
    last = std::move(*still);
    info.hasVideo = info.still = true;
    info.frames = 1;
    info.videoCodec = avcodec_get_name(format);
    info.orientation = last.data()->orientation;
    describe();
    return {};
}

Result<void> MovieReader::Impl::openMovie(const MovieReaderOptions& options) {
    auto opened = MediaInput::open(path);
    if (!opened) return fail(std::move(opened.error()));
    input = std::move(*opened);
    describeSound(*input, info);
    const AVStream* stream = input->video();
    if (!stream) return {};
    auto measured = FrameTable::measure(*input);
    if (!measured) return fail(std::move(measured.error()));
    table = std::move(*measured);
    auto opening = openDecoder(stream, options.threads, path);
    if (!opening) return fail(std::move(opening.error()));
    decoder = std::move(*opening);
    info.hasVideo = true;
    info.frames = table.frames();
    info.rate = table.rate();
    info.evenRate = table.even();
    info.startSeconds = double(table.pts(0)) * av_q2d(stream->time_base);
    info.videoCodec = avcodec_get_name(stream->codecpar->codec_id);
    info.timecode = timecodeOf(*input);
    info.orientation = orientationOf(stream);
    input->keepOnly(stream);
    if (auto first = frame(0); !first) return fail(std::move(first.error()));
    describe();
    input->setDeadline({});
    return {};
}

void MovieReader::Impl::describe() {
    info.width = last.width();
    info.height = last.height();
    info.displayWidth = last.displayWidth();
    info.displayHeight = last.displayHeight();
}

void MovieReader::Impl::seekTo(std::int64_t index) {
    const auto key = table.keyBefore(index);
    const int stream = input->video()->index;
    // To before the key frame's decoding time; where the container only takes that as a hint decodeUntil notices.
    if (avformat_seek_file(input->context(), stream, INT64_MIN, key.dts, key.dts, 0) < 0) av_seek_frame(input->context(), stream, key.dts, AVSEEK_FLAG_BACKWARD);
    avcodec_flush_buffers(decoder.get());
    draining = false;
    next = -1;
}

/// Gives the decoder one packet, or tells it that there are no more. False when it already knows.
bool MovieReader::Impl::feed() {
    if (draining) return false;
    for (;;) {
        av_packet_unref(packet.get());
        if (av_read_frame(input->context(), packet.get()) < 0) {
            draining = true;
            avcodec_send_packet(decoder.get(), nullptr);
            return true;
        }
        if (packet->stream_index != input->video()->index) continue;
        avcodec_send_packet(decoder.get(), packet.get()); // a damaged packet is left out; the frames after it still come
        av_packet_unref(packet.get());
        return true;
    }
}

VideoFrame MovieReader::Impl::decodeNext() {
    FramePtr frame(av_frame_alloc());
    for (;;) {
        const int code = avcodec_receive_frame(decoder.get(), frame.get());
        if (code >= 0) break;
        if (code == AVERROR(EAGAIN) || !draining) {
            if (!feed()) return {};
            continue;
        }
        return {};
    }
    const std::int64_t stamp = frame->best_effort_timestamp;
    const std::int64_t index = stamp != AV_NOPTS_VALUE ? table.indexOf(stamp) : std::max<std::int64_t>(0, next);
    AVStream* stream = input->video();
    const AVRational aspect = av_guess_sample_aspect_ratio(input->context(), stream, frame.get());
    next = index + 1;
    return last = wrapFrame(std::move(frame), index, info.orientation, aspect);
}

/// Decodes on until the frame or the first one after it; the nearest before it where the file ends early; null when nothing comes.
VideoFrame MovieReader::Impl::decodeUntil(std::int64_t index) {
    VideoFrame best;
    while (VideoFrame frame = decodeNext()) {
        best = std::move(frame);
        if (best.index() >= index) break;
    }
    return best;
}

Result<VideoFrame> MovieReader::Impl::frame(std::int64_t index) {
    if (!info.hasVideo || index < 0 || index >= info.frames)
        return fail(ErrorCategory::badInput, fmt::format("{} has no frame {}: it has {}", path.string(), index, info.frames));
    if (info.still || (last && last.index() == index)) return last;
    VideoFrame found;
    const bool near = next >= 0 && index >= next && index - next <= decodeOnAtMost && !draining;
    if (near || (next >= 0 && index >= next && table.keyBefore(index).index < next)) found = decodeUntil(index);
    // Containers may seek short, long, or to a key frame whose first pictures need the ones before: go further back until it fits.
    for (std::int64_t back = 0; (!found || found.index() > index) && back <= info.frames * 2; back = back ? back * 4 : 16) {
        const std::int64_t from = std::max<std::int64_t>(0, index - back);
        seekTo(from);
        VideoFrame tried = decodeUntil(index);
        if (tried) found = std::move(tried);
        if (from == 0) break;
    }
    if (!found)
        return fail(ErrorCategory::damaged, fmt::format("Frame {} of {} cannot be decoded", index, path.string()), "Give an undamaged copy of the file.");
    if (found.index() != index) log::debug(fmt::format("{}: frame {} stands in for {}", path.string(), found.index(), index));
    return found;
}

MovieReader::MovieReader(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}
MovieReader::MovieReader(MovieReader&&) noexcept = default;
MovieReader& MovieReader::operator=(MovieReader&&) noexcept = default;
MovieReader::~MovieReader() = default;

Result<MovieReader> MovieReader::open(const std::filesystem::path& file, const MovieReaderOptions& options) {
    auto still = stillFormatOf(file);
    if (!still) return fail(std::move(still.error()));
    auto impl = std::make_unique<Impl>();
    impl->path = file;
    auto opened = *still ? impl->openStill(**still) : impl->openMovie(options);
    if (!opened) return fail(std::move(opened.error()));
    return MovieReader(std::move(impl));
}

Result<MovieInfo> probe(const std::filesystem::path& file) {
    auto reader = MovieReader::open(file, {1});
    if (!reader) return fail(std::move(reader.error()));
    return reader->info();
}

const MovieInfo& MovieReader::info() const { return m_impl->info; }

Result<VideoFrame> MovieReader::frame(std::int64_t index) { return m_impl->frame(index); }

Result<void> MovieReader::frames(std::int64_t first, std::int64_t last, const std::function<bool(VideoFrame)>& take) {
    auto start = frame(first);
    if (!start) return fail(std::move(start.error()));
    if (!take(*start) || m_impl->info.still) return {};
    for (std::int64_t reached = start->index(); reached < last;) {
        VideoFrame next = m_impl->decodeNext();
        if (!next || next.index() > last) break;
        reached = next.index();
        if (!take(std::move(next))) break;
    }
    return {};
}

std::int64_t MovieReader::frameAt(double seconds) const {
    const auto& impl = *m_impl;
    if (impl.info.still || !impl.input || !impl.info.hasVideo) return 0;
    const double ticks = seconds / av_q2d(impl.input->video()->time_base);
    // Half a tick, because seconds do not hold a stamp exactly.
    return impl.table.shownAt(impl.table.pts(0) + std::int64_t(std::floor(std::max(0.0, ticks) + 0.5)));
}

std::int64_t MovieReader::keyFrameBefore(std::int64_t index) const {
    if (m_impl->info.still || !m_impl->info.hasVideo) return 0;
    return m_impl->table.keyBefore(std::clamp<std::int64_t>(index, 0, m_impl->info.frames - 1)).index;
}

} // namespace rushes::media
