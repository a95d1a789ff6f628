// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/media/movie_writer.h"

#include "engine/media/encoder.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

namespace rushes::media {
namespace {

struct FreeMuxer {
    void operator()(AVFormatContext* context) const { avformat_free_context(context); }
};

Result<void> check(const MovieWriterOptions& options) {
    constexpr std::array<std::string_view, 9> presets = {"ultrafast", "superfast", "veryfast", "faster", "fast", "medium", "slow", "slower", "veryslow"};
    if (options.width < 2 || options.height < 2 || options.width > maxSide || options.height > maxSide)
        return fail(ErrorCategory::badInput, fmt::format("A movie cannot be {} x {} pixels", options.width, options.height), fmt::format("Choose 2 to {}.", maxSide));
    if (options.gop < 1 || options.gop > 12) return fail(ErrorCategory::badInput, fmt::format("A key frame every {} frames is not possible", options.gop), "Choose 1 to 12.");
    if (const int quality = options.quantizer.value_or(options.crf); quality < 0 || quality > 51)
        return fail(ErrorCategory::badInput, fmt::format("A quality of {} is not possible", quality), "Choose 0 (best) to 51.");
    if (options.rate.num <= 0 || options.rate.den <= 0) return fail(ErrorCategory::badInput, "A movie needs a frame rate");
    for (const auto preset : presets)
        if (preset == options.preset) return {};
    return fail(ErrorCategory::badInput, "There is no preset " + options.preset, "ultrafast, veryfast, fast, medium and slow are some.");
}

} // namespace

MovieWriterOptions takeOptions(int width, int height, time::FrameRate rate) {
    MovieWriterOptions options;
    options.width = width;
    options.height = height;
    options.rate = rate;
    options.preset = "ultrafast";
    options.quantizer = 21;
    return options;
}

struct MovieWriter::Impl {
    MovieWriterOptions options;
    std::unique_ptr<OutputFile> file;
    std::unique_ptr<AVFormatContext, FreeMuxer> container;
    std::optional<StreamEncoder> video, audio;
    SoundCollector sound;
    std::optional<PictureFitter> fitter;
    std::int64_t frames = 0;
    bool open = false;
    Result<void> state; ///< the first failure: later calls give it again

    Result<void> start();
    Result<void> encode(Result<FramePtr> frame);
    Result<void> finish();
    void abandon();
};

Result<void> MovieWriter::Impl::start() {
    AVFormatContext* made = nullptr;
    // The name is only needed when faststart reads the file again.
    avformat_alloc_output_context2(&made, nullptr, "mp4", ("file:" + file->path().string()).c_str());
    if (!made) return fail(ErrorCategory::noSpace, "Not enough memory to write a movie");
    container.reset(made);
    made->pb = file->io();
    made->flags |= AVFMT_FLAG_BITEXACT | AVFMT_FLAG_CUSTOM_IO;
    const int width = (options.width + 1) / 2 * 2, height = (options.height + 1) / 2 * 2;
    fitter.emplace(width, height);
    video.emplace(made, file.get());
    if (auto ok = video->openVideo(options, width, height); !ok) return ok;
    if (options.audio) {
        audio.emplace(made, file.get());
        if (auto ok = audio->openAudio(); !ok) return ok;
    }
    // The track exists for these rates only; asking for another one would fail the whole file.
    constexpr std::array timecodeRates = {24, 25, 30, 48, 50, 60, 100, 120};
    const bool hasTimecode = std::find(timecodeRates.begin(), timecodeRates.end(), options.rate.nominal()) != timecodeRates.end();
    if (!options.timecode.empty() && hasTimecode) av_dict_set(&made->streams[0]->metadata, "timecode", options.timecode.c_str(), 0);
    AVDictionary* muxer = nullptr;
    if (options.faststart) av_dict_set(&muxer, "movflags", "+faststart", 0);
    const int code = avformat_write_header(made, &muxer);
    av_dict_free(&muxer);
    return file->check(code);
}

Result<void> MovieWriter::Impl::encode(Result<FramePtr> frame) {
    if (!open) return fail(ErrorCategory::internal, "The movie is already closed");
    if (!state) return state;
    if (!frame) return state = fail(std::move(frame.error()));
    auto& picture = **frame;
    picture.pts = frames;
    picture.pict_type = AV_PICTURE_TYPE_NONE;
    picture.key_frame = 0;
    picture.color_range = AVCOL_RANGE_MPEG;
    picture.colorspace = AVCOL_SPC_BT709;
    state = video->encode(&picture);
    if (state) ++frames;
    return state;
}

Result<void> MovieWriter::Impl::finish() {
    if (!state) return state;
    if (frames == 0) return fail(ErrorCategory::badInput, "A movie needs at least one picture");
    if (auto ok = video->encode(nullptr); !ok) return ok;
    if (audio)
        if (auto ok = sound.finish(*audio); !ok) return ok;
    if (auto ok = file->check(av_write_trailer(container.get())); !ok) return ok;
    return file->sync();
}

void MovieWriter::Impl::abandon() {
    if (!open) return;
    open = false;
    file->remove();
}

MovieWriter::MovieWriter(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}
MovieWriter::MovieWriter(MovieWriter&&) noexcept = default;

MovieWriter& MovieWriter::operator=(MovieWriter&& other) noexcept {
    abort();
    m_impl = std::move(other.m_impl);
    return *this;
}

MovieWriter::~MovieWriter() { abort(); }

Result<MovieWriter> MovieWriter::create(const std::filesystem::path& path, const MovieWriterOptions& options) {
    quietFfmpeg();
    if (auto ok = check(options); !ok) return fail(std::move(ok.error()));
    auto file = OutputFile::create(path);
    if (!file) return fail(std::move(file.error()));
    MovieWriter writer(std::make_unique<Impl>());
    auto& impl = *writer.m_impl;
    impl.options = options;
    impl.file = std::move(*file);
    impl.open = true;
    if (auto ok = impl.start(); !ok) return fail(std::move(ok.error()));
    return writer;
}

Result<void> MovieWriter::append(const Image& image) {
    const auto& options = m_impl->options;
    const bool packed = image.format == PixelFormat::rgba8 || image.format == PixelFormat::bgra8 || image.format == PixelFormat::grey8;
    if (image.empty() || !packed || image.width != options.width || image.height != options.height)
        return fail(ErrorCategory::badInput, fmt::format("A picture of {} x {} does not fit a movie of {} x {}", image.width, image.height, options.width, options.height));
    return m_impl->encode(m_impl->fitter->fit(image));
}

Result<void> MovieWriter::append(const VideoFrame& frame) {
    if (!frame) return fail(ErrorCategory::internal, "There is no picture to write");
    return m_impl->encode(m_impl->fitter->fit(frame));
}

Result<void> MovieWriter::appendAudio(const AudioBlock& block) {
    auto& impl = *m_impl;
    if (!impl.open || !impl.audio) return fail(ErrorCategory::internal, "The movie was opened without sound");
    if (!impl.state) return impl.state;
    return impl.state = impl.sound.add(block, *impl.audio);
}

Result<void> MovieWriter::finish() {
    auto& impl = *m_impl;
    if (!impl.open) return fail(ErrorCategory::internal, "The movie is already closed");
    auto done = impl.finish();
    if (!done) impl.abandon();
    impl.open = false;
    return done;
}

void MovieWriter::abort() {
    if (m_impl) m_impl->abandon();
}

std::int64_t MovieWriter::frames() const { return m_impl->frames; }

} // namespace rushes::media
