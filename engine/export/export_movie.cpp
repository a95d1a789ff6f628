// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/export/export_movie.h"

#include "engine/export/picture_feed.h"
#include "engine/media/movie_writer.h"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <fcntl.h>
#include <set>
#include <unistd.h>

namespace rushes::exports {
namespace {

namespace fs = std::filesystem;
__extension__ using Wide = __int128;

struct Range {
    std::int64_t first = 0, last = 0;
    std::int64_t frames() const { return last - first + 1; }
};

Result<Range> checkedRange(const playback::Cut& cut, const ExportOptions& options) {
    if (cut.frames() <= 0) return fail(ErrorCategory::badInput, "The cut is empty: there is nothing to export", "Import a script or add a shot first.");
    const Range range = options.range ? Range{options.range->first, options.range->second} : Range{0, cut.frames() - 1};
    if (range.first < 0 || range.last < range.first || range.last >= cut.frames())
        return fail(ErrorCategory::badInput, fmt::format("The range {}-{} is not within the cut", range.first, range.last),
                    fmt::format("The cut has the frames 0 to {}.", cut.frames() - 1));
    return range;
}

/// Whether any media of the range has sound.
bool anySound(const playback::Cut& cut, Range range, playback::MediaPool& media) {
    std::set<fs::path> files;
    for (const auto& item : cut.items)
        if (!item.media.empty() && item.start <= range.last && item.start + item.frames > range.first) files.insert(item.media);
    for (const auto& sound : cut.sounds)
        if (sound.start <= range.last && sound.start + sound.frames > range.first) files.insert(sound.media);
    return std::any_of(files.begin(), files.end(), [&](const fs::path& file) { return media.withSound(file, [](media::AudioReader&) -> Result<void> { return {}; }).has_value(); });
}

/// First sample of a frame at 48 kHz.
std::int64_t sampleAt(std::int64_t frame, time::FrameRate rate) { return std::int64_t(Wide(frame) * 48000 * rate.den / rate.num); }

Result<void> moveIntoPlace(const fs::path& from, const fs::path& to) {
    if (::rename(from.c_str(), to.c_str()) != 0) {
        const int code = errno;
        ::unlink(from.c_str());
        const bool denied = code == EACCES || code == EPERM || code == EROFS;
        return fail(denied ? ErrorCategory::denied : ErrorCategory::badInput, fmt::format("Cannot put the movie at {}: {}", to.string(), std::strerror(code)),
                    "Choose another place.");
    }
    const int folder = ::open(to.parent_path().empty() ? "." : to.parent_path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder >= 0) {
        ::fsync(folder);
        ::close(folder);
    }
    return {};
}

media::MovieWriterOptions writerOptions(const playback::Cut& cut, const ExportOptions& options, Range range, bool sound) {
    media::MovieWriterOptions writer;
    writer.width = options.width > 0 ? options.width : cut.width;
    writer.height = options.height > 0 ? options.height : cut.height;
    writer.rate = cut.rate;
    writer.crf = options.crf;
    writer.gop = options.gop;
    writer.preset = options.preset;
    writer.audio = sound;
    writer.faststart = true;
    writer.timecode = time::timecodeAt({range.first, cut.rate}, cut.start).text();
    return writer;
}

/// Picture by picture with its sound, until the range is through.
Result<void> writeAll(media::MovieWriter& writer, PictureFeed& feed, const playback::FrameSource& source, playback::MediaPool& media, Range range, bool sound,
                      const std::string& what, const ProgressSink& progress, const CancelToken& cancel) {
    const ProgressMeter meter(range.frames());
    for (std::int64_t frame = range.first; frame <= range.last; ++frame) {
        if (cancel.cancelled()) return fail(ErrorCategory::cancelled, "The export was stopped; nothing was written");
        const media::VideoFrame picture = feed.next();
        if (!picture) {
            if (auto error = feed.error()) return fail(std::move(*error));
            return fail(ErrorCategory::internal, fmt::format("There is no picture for frame {}", frame));
        }
        if (auto ok = writer.append(picture); !ok) return ok;
        if (sound) {
            const std::int64_t start = sampleAt(frame, source.rate()), end = sampleAt(frame + 1, source.rate());
            if (auto ok = writer.appendAudio(source.sound(start, end - start, media)); !ok) return ok;
        }
        if (progress) progress(meter.at(frame - range.first + 1, what));
    }
    return {};
}

} // namespace

Result<ExportResult> exportMovie(const playback::Cut& cut, const fs::path& file, const ExportOptions& options, const ProgressSink& progress,
                                 const CancelToken& cancel) {
    const auto begin = std::chrono::steady_clock::now();
    // 1. Everything that can be wrong before work starts.
    const auto range = checkedRange(cut, options);
    if (!range) return fail(Error(range.error()));
    std::error_code ignored;
    if (file.filename().empty() || fs::is_directory(file, ignored))
        return fail(ErrorCategory::badInput, file.string() + " is a folder", "Give the name of a file, such as film.mp4.");

    // 2. The file beside the target.
    playback::MediaPool media;
    const auto source = playback::makeCutSource(cut);
    ExportResult result;
    result.sound = options.sound && anySound(cut, *range, media);
    const auto writing = writerOptions(cut, options, *range, result.sound);
    const fs::path temporary = file.parent_path() / ("." + file.filename().string() + ".part");
    auto writer = media::MovieWriter::create(temporary, writing);
    if (!writer) return failBecause(writer.error(), "Cannot export to " + file.string());

    // 3. Pictures and sound; the writer takes its file away when this fails.
    const std::string what = "Exporting " + file.filename().string();
    PictureFeed feed(source, media, range->first, range->last, writing.width, writing.height, options.burnIn);
    if (auto ok = writeAll(*writer, feed, *source, media, *range, result.sound, what, progress, cancel); !ok) return fail(std::move(ok.error()));
    if (auto ok = writer->finish(); !ok) return failBecause(ok.error(), "Cannot export to " + file.string());

    // 4. In its place.
    if (auto ok = moveIntoPlace(temporary, file); !ok) return fail(std::move(ok.error()));
    result.frames = range->frames();
    result.warnings = feed.warnings();
    result.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    return result;
}

} // namespace rushes::exports
