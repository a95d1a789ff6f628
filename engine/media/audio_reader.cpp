// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/media/audio_reader.h"

#include "engine/media/media_input.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace rushes::media {
namespace {

constexpr int channels = 2;
constexpr std::int64_t unknown = INT64_MIN;
constexpr std::int64_t decodeOnAtMost = 2 * AudioReader::sampleRate; ///< further ahead: seek
constexpr std::int64_t preRoll = AudioReader::sampleRate / 5;         ///< decoders with overlap need what lies before
constexpr std::int64_t smallGap = AudioReader::sampleRate / 50;       ///< stamps jitter by less than this
constexpr std::int64_t largestGap = 60LL * AudioReader::sampleRate;   ///< a larger jump is a broken stamp

} // namespace

struct AudioReader::Impl {
    std::filesystem::path path;
    std::unique_ptr<MediaInput> input;
    CodecPtr decoder;
    SwrPtr resampler;
    AVChannelLayout layout{};
    int format = -1, rate = 0;
    PacketPtr packet{av_packet_alloc()};
    FramePtr frame{av_frame_alloc()};
    std::int64_t origin = 0; ///< stamp of sample 0, in the stream's time base
    std::int64_t length = 0;
    std::int64_t bufferStart = unknown; ///< sample index of buffer's first
    std::vector<float> buffer;     ///< interleaved stereo
    bool fromTheTop = true; ///< nothing lies before bufferStart in the file
    bool draining = false;
    bool ended = false;

    ~Impl() { av_channel_layout_uninit(&layout); }

    std::int64_t bufferEnd() const { return bufferStart + std::int64_t(buffer.size()) / channels; }
    void findOrigin();
    void seekTo(std::int64_t sample);
    bool decodeMore();
    bool prepareResampler();
    void append();
    void flushResampler();
    void dropBefore(std::int64_t sample);
};

void AudioReader::Impl::findOrigin() {
    const AVStream* stream = input->audio();
    const AVStream* picture = input->video();
    if (picture && picture->start_time != AV_NOPTS_VALUE) origin = av_rescale_q(picture->start_time, picture->time_base, stream->time_base);
    else if (stream->start_time != AV_NOPTS_VALUE) origin = stream->start_time;
    double seconds = 0;
    if (stream->duration > 0) {
        const std::int64_t begin = stream->start_time != AV_NOPTS_VALUE ? stream->start_time : origin;
        seconds = double(begin + stream->duration - origin) * av_q2d(stream->time_base);
    } else if (input->context()->duration > 0) {
        seconds = double(input->context()->duration) / AV_TIME_BASE;
    }
    length = std::llround(std::clamp(seconds, 0.0, 1e7) * sampleRate);
}

void AudioReader::Impl::seekTo(std::int64_t sample) {
    const AVStream* stream = input->audio();
    // At the top this asks for less than the first stamp, so that a coder's own lead-in is decoded as well.
    const std::int64_t stamp = origin + av_rescale_q(sample - preRoll, {1, sampleRate}, stream->time_base);
    if (avformat_seek_file(input->context(), stream->index, INT64_MIN, stamp, stamp, 0) < 0)
        av_seek_frame(input->context(), stream->index, std::max(stamp, origin), AVSEEK_FLAG_BACKWARD);
    avcodec_flush_buffers(decoder.get());
    resampler.reset();
    buffer.clear();
    bufferStart = unknown;
    fromTheTop = sample <= preRoll;
    draining = ended = false;
}

bool AudioReader::Impl::prepareResampler() {
    if (resampler && frame->format == format && frame->sample_rate == rate && av_channel_layout_compare(&frame->ch_layout, &layout) == 0) return true;
    AVChannelLayout stereo = AV_CHANNEL_LAYOUT_STEREO;
    AVChannelLayout from{};
    if (frame->ch_layout.order == AV_CHANNEL_ORDER_UNSPEC) av_channel_layout_default(&from, frame->ch_layout.nb_channels);
    else av_channel_layout_copy(&from, &frame->ch_layout);
    SwrContext* made = nullptr;
    const int code = swr_alloc_set_opts2(&made, &stereo, AV_SAMPLE_FMT_FLT, sampleRate, &from, AVSampleFormat(frame->format), frame->sample_rate, 0, nullptr);
    av_channel_layout_uninit(&from);
    resampler.reset(made);
    // One channel is heard on both sides at its own level, as editors have it, not spread at -3 dB.
    constexpr double both[2] = {1, 1};
    if (code >= 0 && frame->ch_layout.nb_channels == 1) swr_set_matrix(made, both, 1);
    if (code < 0 || swr_init(made) < 0) {
        resampler.reset();
        return false;
    }
    format = frame->format;
    rate = frame->sample_rate;
    av_channel_layout_copy(&layout, &frame->ch_layout);
    return true;
}

void AudioReader::Impl::append() {
    if (!prepareResampler()) return;
    if (frame->best_effort_timestamp != AV_NOPTS_VALUE) {
        const std::int64_t stamp =
            av_rescale_q(frame->best_effort_timestamp - origin, input->audio()->time_base, {1, sampleRate}) - swr_get_delay(resampler.get(), sampleRate);
        if (bufferStart == unknown) bufferStart = stamp;
        else if (const std::int64_t gap = stamp - bufferEnd(); gap > smallGap && gap < largestGap) buffer.resize(buffer.size() + std::size_t(gap) * channels);
    } else if (bufferStart == unknown) {
        bufferStart = 0;
    }
    const int room = swr_get_out_samples(resampler.get(), frame->nb_samples);
    if (room <= 0) return;
    const std::size_t before = buffer.size();
    buffer.resize(before + std::size_t(room) * channels);
    auto* out = reinterpret_cast<std::uint8_t*>(buffer.data() + before);
    const int got = swr_convert(resampler.get(), &out, room, const_cast<const std::uint8_t**>(frame->extended_data), frame->nb_samples);
    buffer.resize(before + std::size_t(std::max(0, got)) * channels);
}

void AudioReader::Impl::flushResampler() {
    if (!resampler) return;
    const int room = swr_get_out_samples(resampler.get(), 0);
    if (room <= 0) return;
    const std::size_t before = buffer.size();
    buffer.resize(before + std::size_t(room) * channels);
    auto* out = reinterpret_cast<std::uint8_t*>(buffer.data() + before);
    const int got = swr_convert(resampler.get(), &out, room, nullptr, 0);
    buffer.resize(before + std::size_t(std::max(0, got)) * channels);
}

/// One more decoded piece into the buffer. False at the end.
bool AudioReader::Impl::decodeMore() {
    while (!ended) {
        const int code = avcodec_receive_frame(decoder.get(), frame.get());
        if (code >= 0) {
            append();
            av_frame_unref(frame.get());
            return true;
        }
        if (draining) {
            flushResampler();
            ended = true;
            break;
        }
        av_packet_unref(packet.get());
        if (av_read_frame(input->context(), packet.get()) < 0) {
            draining = true;
            avcodec_send_packet(decoder.get(), nullptr);
        } else if (packet->stream_index == input->audio()->index) {
            avcodec_send_packet(decoder.get(), packet.get()); // damaged pieces are left out; their time stays silent
        }
        av_packet_unref(packet.get());
    }
    return false;
}

void AudioReader::Impl::dropBefore(std::int64_t sample) {
    const std::int64_t drop = bufferStart == unknown ? 0 : std::clamp<std::int64_t>(sample - bufferStart, 0, std::int64_t(buffer.size()) / channels);
    if (drop == 0) return;
    fromTheTop = false;
    buffer.erase(buffer.begin(), buffer.begin() + drop * channels);
    bufferStart += drop;
}

AudioReader::AudioReader(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}
AudioReader::AudioReader(AudioReader&&) noexcept = default;
AudioReader& AudioReader::operator=(AudioReader&&) noexcept = default;
AudioReader::~AudioReader() = default;

Result<AudioReader> AudioReader::open(const std::filesystem::path& file) {
    auto input = MediaInput::open(file);
    if (!input) return fail(std::move(input.error()));
    if (!(*input)->audio()) return fail(ErrorCategory::notFound, file.string() + " has no sound");
    auto impl = std::make_unique<Impl>();
    impl->path = file;
    impl->input = std::move(*input);
    auto decoder = openDecoder(impl->input->audio(), 1, file);
    if (!decoder) return fail(std::move(decoder.error()));
    impl->decoder = std::move(*decoder);
    impl->input->keepOnly(impl->input->audio());
    impl->findOrigin();
    if (!impl->decodeMore()) return fail(ErrorCategory::damaged, file.string() + " holds no sound that can be decoded", "Give an undamaged copy of the file.");
    impl->input->setDeadline({});
    return AudioReader(std::move(impl));
}

std::int64_t AudioReader::frames() const { return m_impl->length; }

Result<AudioBlock> AudioReader::read(std::int64_t start, std::int64_t count) {
    if (count < 0 || count > 600LL * sampleRate) return fail(ErrorCategory::internal, fmt::format("{} samples are too many at once", count));
    auto& impl = *m_impl;
    AudioBlock block{sampleRate, channels, start, std::vector<float>(std::size_t(count) * channels)};
    const std::int64_t end = start + count;
    if (end <= 0 || count == 0) return block;
    const std::int64_t wanted = std::max<std::int64_t>(0, start);
    const bool tooEarly = wanted < impl.bufferStart && !impl.fromTheTop;
    if (impl.bufferStart == unknown || tooEarly || wanted > impl.bufferEnd() + decodeOnAtMost) impl.seekTo(wanted);
    while ((impl.buffer.empty() || impl.bufferEnd() < end) && impl.decodeMore())
        if (impl.bufferStart < wanted) impl.dropBefore(std::min(wanted, impl.bufferEnd()));
    const std::int64_t from = std::max(wanted, impl.bufferStart), to = std::min(end, impl.bufferEnd());
    if (from < to)
        std::copy(impl.buffer.begin() + (from - impl.bufferStart) * channels, impl.buffer.begin() + (to - impl.bufferStart) * channels,
                  block.samples.begin() + (from - start) * channels);
    impl.dropBefore(end - std::min<std::int64_t>(count, 4096)); // a little stays, for whoever steps back
    return block;
}

} // namespace rushes::media
