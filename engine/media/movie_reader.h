// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/result.h"
#include "engine/media/video_frame.h"
#include "engine/time/rational_time.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <string>

namespace rushes::media {

struct MovieInfo {
    bool hasVideo = false;
    bool still = false;    ///< a picture file: one frame, any length
    int width = 0, height = 0; ///< stored
    int displayWidth = 0, displayHeight = 0; ///< square pixels, upright
    Orientation orientation;
    time::FrameRate rate;  ///< measured over all frames; the average where they are uneven
    bool evenRate = true;  ///< every frame lasts as long as the others
    std::int64_t frames = 0;
    double startSeconds = 0; ///< of the first frame in the container's own time; frame 0 is that frame
    std::string videoCodec;
    std::string timecode;  ///< start timecode as the file says it, or empty

    bool hasAudio = false;
    int audioRate = 0;
    int audioChannels = 0;
    std::string audioCodec;
    double audioSeconds = 0;

    time::RationalTime duration() const { return {frames, rate}; }
};

struct MovieReaderOptions {
    int threads = 2; ///< of the decoder
};

/// What a media file holds, without keeping it open.
Result<MovieInfo> probe(const std::filesystem::path& file);

/// Decodes the pictures of one media file, by index. Files are not trusted: only regular files, only known formats, nothing else is
/// opened or connected to, sizes are limited. Move-only; one thread at a time.
class MovieReader {
public:
    /// Fails with notFound, denied, badInput (not a movie or a picture), damaged or unsupported.
    static Result<MovieReader> open(const std::filesystem::path& file, const MovieReaderOptions& options = {});

    MovieReader(MovieReader&&) noexcept;
    MovieReader& operator=(MovieReader&&) noexcept;
    ~MovieReader();

    const MovieInfo& info() const;

    /// Frame `index`, exactly. Decodes on when it lies at most 16 ahead, seeks to the key frame before it otherwise. Fails with
    /// badInput outside 0 … frames-1 and with damaged when nothing can be decoded there.
    Result<VideoFrame> frame(std::int64_t index);

    /// Frames first … last in order with one pass of the decoder (playing backwards fills a whole group at once). `take` returns
    /// false to stop early.
    Result<void> frames(std::int64_t first, std::int64_t last, const std::function<bool(VideoFrame)>& take);

    /// The frame that is on screen `seconds` after the first: what conforming an uneven rate needs. Clamped to the ends.
    std::int64_t frameAt(double seconds) const;
    /// The key frame at or before `index`; `index` itself when every frame stands alone.
    std::int64_t keyFrameBefore(std::int64_t index) const;

private:
    struct Impl;
    explicit MovieReader(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

} // namespace rushes::media
