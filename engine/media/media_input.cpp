// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/media/media_input.h"

#include "engine/base/paths.h"
#include "engine/media/file_checks.h"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace rushes::media {
namespace {

constexpr const char* containers = "mov,matroska,avi,mpegts,mpeg,mxf,ogg,gif,wav,w64,aiff,caf,flac,mp3,aac,ac3";
constexpr const char* readHint = "Give a movie, a picture or a sound file; MP4, MOV, MKV, PNG, JPEG and WAV always work.";
constexpr auto openingTime = std::chrono::seconds(8);

int refuseToOpen(AVFormatContext*, AVIOContext**, const char*, int, AVDictionary**) { return AVERROR(EPERM); }

} // namespace

Result<int> openRegularFile(const std::filesystem::path& file) {
    const int fd = ::open(file.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    if (fd < 0) {
        const int code = errno;
        const char* why = code == ELOOP ? "it is a symbolic link" : std::strerror(code);
        return fail(categoryOfErrno(code), fmt::format("Cannot open {}: {}", file.string(), why), "Check the path and its permissions.");
    }
    struct stat status {};
    if (::fstat(fd, &status) != 0 || !S_ISREG(status.st_mode) || status.st_size == 0) {
        const bool empty = S_ISREG(status.st_mode);
        ::close(fd);
        return fail(ErrorCategory::badInput, fmt::format("{} is {}", file.string(), empty ? "empty" : "not a file"), readHint);
    }
    return fd;
}

Result<std::unique_ptr<MediaInput>> MediaInput::open(const std::filesystem::path& file) {
    quietFfmpeg();
    auto fd = openRegularFile(file);
    if (!fd) return fail(std::move(fd.error()));
    std::unique_ptr<MediaInput> input(new MediaInput);
    input->m_path = file;
    input->m_fd = *fd;
    struct stat status {};
    ::fstat(*fd, &status);
    input->m_bytes = status.st_size;
    if (auto rewritten = input->rewrite(); !rewritten) return fail(std::move(rewritten.error()));
    if (auto started = input->start(); !started) return fail(std::move(started.error()));
    return input;
}

/// Big-endian WAVs, which FFmpeg reads only in part.
Result<void> MediaInput::rewrite() {
    char head[4] = {};
    if (::pread(m_fd, head, 4, 0) != 4 || std::memcmp(head, "RIFX", 4) != 0) return {};
    auto bytes = readFile(m_path, std::uintmax_t(512) << 20);
    if (!bytes) return fail(std::move(bytes.error()));
    if (auto swapped = littleEndianWav(*bytes)) {
        m_memory = std::move(*swapped);
        m_bytes = std::int64_t(m_memory.size());
    }
    return {};
}

Result<void> MediaInput::start() {
    constexpr int bufferSize = 1 << 16;
    auto* buffer = static_cast<unsigned char*>(av_malloc(bufferSize));
    m_io = buffer ? avio_alloc_context(buffer, bufferSize, 0, this, read, nullptr, seek) : nullptr;
    m_context = m_io ? avformat_alloc_context() : nullptr;
    if (!m_context) return fail(ErrorCategory::noSpace, "Not enough memory to open " + m_path.string());
    m_context->pb = m_io;
    m_context->io_open = refuseToOpen;
    m_context->flags |= AVFMT_FLAG_CUSTOM_IO;
    m_context->max_analyze_duration = 5 * AV_TIME_BASE;
    m_context->error_recognition |= AV_EF_CRCCHECK;
    m_deadline = std::chrono::steady_clock::now() + openingTime;

    AVDictionary* options = nullptr;
    av_dict_set(&options, "format_whitelist", containers, 0);
    av_dict_set(&options, "codec_whitelist", allDecoders, 0);
    av_dict_set(&options, "protocol_whitelist", "file", 0);
    av_dict_set_int(&options, "max_streams", 64, 0);
    int code = avformat_open_input(&m_context, "", nullptr, &options);
    av_dict_free(&options);
    if (code < 0)
        return fail(ErrorCategory::badInput, fmt::format("{} cannot be read as a movie, picture or sound: {}", m_path.string(), avText(code)), readHint);
    for (unsigned i = 0; i < m_context->nb_streams; ++i)
        if (const auto type = m_context->streams[i]->codecpar->codec_type; type != AVMEDIA_TYPE_VIDEO && type != AVMEDIA_TYPE_AUDIO)
            m_context->streams[i]->discard = AVDISCARD_ALL;
    code = avformat_find_stream_info(m_context, nullptr);
    if (code < 0) return fail(ErrorCategory::damaged, fmt::format("{} is damaged: {}", m_path.string(), avText(code)), readHint);
    chooseStreams();
    if (m_video < 0 && m_audio < 0)
        return fail(ErrorCategory::damaged, fmt::format("{} holds no picture and no sound that can be decoded", m_path.string()), readHint);
    return {};
}

void MediaInput::chooseStreams() {
    const auto usable = [&](int index) { return index >= 0 && !(m_context->streams[index]->disposition & AV_DISPOSITION_ATTACHED_PIC); };
    m_video = av_find_best_stream(m_context, AVMEDIA_TYPE_VIDEO, -1, -1, nullptr, 0);
    if (!usable(m_video)) m_video = -1;
    if (const auto* stream = video(); stream && (stream->codecpar->width <= 0 || stream->codecpar->height <= 0)) m_video = -1;
    m_audio = av_find_best_stream(m_context, AVMEDIA_TYPE_AUDIO, -1, -1, nullptr, 0);
    if (const auto* stream = audio()) {
        const auto* parameters = stream->codecpar;
        const bool sane = parameters->sample_rate > 0 && parameters->sample_rate <= 768000 && parameters->ch_layout.nb_channels > 0 &&
                          parameters->ch_layout.nb_channels <= 64;
        if (!sane) m_audio = -1;
    }
    if (m_audio < 0) m_audio = -1;
}

MediaInput::~MediaInput() {
    if (m_context) avformat_close_input(&m_context);
    if (m_io) {
        av_freep(&m_io->buffer);
        avio_context_free(&m_io);
    }
    if (m_fd >= 0) ::close(m_fd);
}

void MediaInput::keepOnly(const AVStream* stream) {
    for (unsigned i = 0; i < m_context->nb_streams; ++i)
        m_context->streams[i]->discard = m_context->streams[i] == stream ? AVDISCARD_DEFAULT : AVDISCARD_ALL;
}

int MediaInput::read(void* self, std::uint8_t* buffer, int size) {
    auto& input = *static_cast<MediaInput*>(self);
    if (input.expired()) return AVERROR_EXIT;
    if (!input.m_memory.empty()) {
        const std::size_t count = std::min(std::size_t(size), input.m_memory.size() - input.m_position);
        std::memcpy(buffer, input.m_memory.data() + input.m_position, count);
        input.m_position += count;
        return count ? int(count) : AVERROR_EOF;
    }
    for (;;) {
        const ssize_t got = ::read(input.m_fd, buffer, std::size_t(size));
        if (got > 0) return int(got);
        if (got == 0) return AVERROR_EOF;
        if (errno != EINTR) return AVERROR(errno);
    }
}

std::int64_t MediaInput::seek(void* self, std::int64_t offset, int whence) {
    auto& input = *static_cast<MediaInput*>(self);
    if (whence & AVSEEK_SIZE) return input.m_bytes;
    if (!input.m_memory.empty()) {
        const int from = whence & ~AVSEEK_FORCE;
        const std::int64_t at = offset + (from == SEEK_CUR ? std::int64_t(input.m_position) : from == SEEK_END ? input.m_bytes : 0);
        if (at < 0 || at > input.m_bytes) return AVERROR(EINVAL);
        input.m_position = std::size_t(at);
        return at;
    }
    const off_t at = ::lseek(input.m_fd, offset, whence & ~AVSEEK_FORCE);
    return at < 0 ? AVERROR(errno) : at;
}

Result<CodecPtr> openDecoder(const AVStream* stream, int threads, const std::filesystem::path& file) {
    const auto* parameters = stream->codecpar;
    const std::string name = avcodec_get_name(parameters->codec_id);
    const AVCodec* codec = parameters->codec_id == AV_CODEC_ID_AV1 ? avcodec_find_decoder_by_name("libdav1d") : nullptr;
    if (!codec) codec = avcodec_find_decoder(parameters->codec_id);
    if (!codec)
        return fail(ErrorCategory::unsupported, fmt::format("{}: nothing here decodes {}", file.string(), name), "Convert it to H.264 in an MP4.");
    CodecPtr decoder(avcodec_alloc_context3(codec));
    if (!decoder || avcodec_parameters_to_context(decoder.get(), parameters) < 0)
        return fail(ErrorCategory::noSpace, "Not enough memory to decode " + file.string());
    decoder->pkt_timebase = stream->time_base;
    decoder->thread_count = threads;
    decoder->thread_type = FF_THREAD_FRAME | FF_THREAD_SLICE;
    decoder->max_pixels = maxMoviePixels;
    av_opt_set(decoder.get(), "codec_whitelist", allDecoders, 0);
    if (const int code = avcodec_open2(decoder.get(), codec, nullptr); code < 0)
        return fail(ErrorCategory::unsupported, fmt::format("{}: {} cannot be decoded: {}", file.string(), name, avText(code)),
                    "Convert it to H.264 in an MP4.");
    return decoder;
}

} // namespace rushes::media
