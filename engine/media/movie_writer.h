// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/audio_block.h"
#include "engine/base/image.h"
#include "engine/base/result.h"
#include "engine/media/video_frame.h"
#include "engine/time/frame_rate.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

namespace rushes::media {

struct MovieWriterOptions {
    int width = 1280; ///< odd sizes are rounded up to even: the last column or row is repeated
    int height = 720;
    time::FrameRate rate = time::rate24;
    int crf = 18;                    ///< 0 lossless … 51 worst
    int gop = 12;                    ///< frames from one key frame to the next, 1 to 12: exact seeks stay quick
    std::string preset = "veryfast"; ///< an x264 preset
    int threads = 2;                 ///< fixed, because the bytes depend on it
    bool audio = false;              ///< AAC, 48 kHz stereo, fed with appendAudio
    bool faststart = false;          ///< index at the front: for files that leave the project
    std::optional<int> quantizer;    ///< instead of crf the same for every picture, 0 lossless … 51 worst: spares the encoder looking at each twice
    std::string timecode;            ///< "01:00:00:00" (";" when it drops): start timecode track; none when empty, or at a rate that timecode does not know
};

/// How takes are written: quick to write and to step through, since they stay on the maker's disk and exports encode them anew.
/// Next to `veryfast` at 18: 0.35 of the time, 1.1 to 1.8 times the size, the same likeness to the picture or more (42 to 49 dB on shots of
/// one, two and two hundred people; a steady quality would give crowds in motion 39 and still rooms 52).
MovieWriterOptions takeOptions(int width, int height, time::FrameRate rate);

/// Writes H.264 (yuv420p, BT.709, no B-frames) into an MP4. The same pictures and options give the same bytes. Move-only; used by
/// one thread at a time. Dropped before finish(), it removes its file.
class MovieWriter {
public:
    /// Creates the file; one that is there is replaced, so give a temporary name where that matters. Fails with denied, noSpace,
    /// notFound (no such folder) or badInput (options).
    static Result<MovieWriter> create(const std::filesystem::path& file, const MovieWriterOptions& options);

    MovieWriter(MovieWriter&&) noexcept;
    MovieWriter& operator=(MovieWriter&&) noexcept;
    ~MovieWriter();

    /// The next picture: rgba8, bgra8 or grey8 of exactly the movie's size. Fails with badInput or noSpace.
    Result<void> append(const Image& image);
    /// The next picture, stretched to the movie's size; one that already is yuv420p BT.709 of that size is not converted.
    Result<void> append(const VideoFrame& frame);
    /// The next stretch of sound: 48 kHz stereo; its `start` is not looked at.
    Result<void> appendAudio(const AudioBlock& block);
    /// Writes what is left and the index, and brings the file safely to the disk. Fails with badInput when there is no picture.
    Result<void> finish();
    /// Stops and removes the file. Safe to call at any time.
    void abort();

    std::int64_t frames() const; ///< pictures appended so far

private:
    struct Impl;
    explicit MovieWriter(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

} // namespace rushes::media
