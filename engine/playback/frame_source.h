// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/audio_block.h"
#include "engine/base/result.h"
#include "engine/media/movie_reader.h"
#include "engine/media/video_frame.h"
#include "engine/playback/cut.h"
#include "engine/playback/media_pool.h"

#include <compare>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace rushes::playback {

/// Which picture is meant, whatever the timeline looks like: the content's identity (path, size, time of change; the words of a
/// card) and the frame in it. Another take is another content, so that a stale picture cannot appear.
struct PictureId {
    std::uint64_t content = 0;
    std::int64_t frame = 0;

    auto operator<=>(const PictureId&) const = default;
};

/// Where pictures and sound come from, by frame of a timeline. Immutable: an edit makes a new one. All functions may be called by
/// any thread; id() is cheap, read() decodes.
class FrameSource {
public:
    virtual ~FrameSource() = default;

    virtual time::FrameRate rate() const = 0;
    virtual std::int64_t frames() const = 0;
    virtual int width() const = 0;
    virtual int height() const = 0;
    virtual time::Timecode start() const = 0; ///< timecode of frame 0
    virtual bool hasSound() const = 0;

    /// The picture at a frame (0 … frames-1).
    virtual PictureId id(std::int64_t frame) const = 0;
    /// Decodes one picture. A medium that cannot be read gives its card, so this fails only when memory is full.
    virtual Result<media::VideoFrame> read(std::int64_t frame, MediaPool& pool) const = 0;
    /// Decodes first … last in order in one pass where they come from one medium, with the frame of the timeline each belongs to.
    /// The medium is held meanwhile: `take` reads nothing from the same pool, and stops the run by returning false.
    virtual Result<void> readRun(std::int64_t first, std::int64_t last, MediaPool& pool,
                                 const std::function<bool(std::int64_t, media::VideoFrame)>& take) const = 0;
    /// The first frame of the group of pictures (or of the clip) that `frame` needs decoded; used to play backwards.
    virtual std::int64_t groupStart(std::int64_t frame, MediaPool& pool) const = 0;
    /// The first frames of the next `count` clips after `frame`, so that they can be opened before they are due.
    virtual std::vector<std::int64_t> upcoming(std::int64_t frame, int count) const = 0;
    /// 48 kHz stereo samples from `start` (0: the first frame), silence where there is none.
    virtual AudioBlock sound(std::int64_t start, std::int64_t count, MediaPool& pool) const = 0;
    /// What is at a frame, for the HUD: shot, take and generator; null in a gap or a plain movie.
    virtual const CutItem* item(std::int64_t frame) const = 0;
};

/// One media file as a timeline of its own.
Result<std::shared_ptr<const FrameSource>> openMovieSource(const std::filesystem::path& file);

/// A cut. Cheap: opens nothing until a frame is read.
std::shared_ptr<const FrameSource> makeCutSource(Cut cut);

} // namespace rushes::playback
